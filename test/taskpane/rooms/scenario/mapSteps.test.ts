import { mapSteps } from "../../../../src/taskpane/rooms/scenario/mapSteps";

test("the fine map has 21 by 21 steps, both maps hold no shock and go up in order", () => {
  expect([mapSteps.fine.spots.length, mapSteps.fine.vixes.length]).toEqual([21, 21]);
  for (const { spots, vixes } of [mapSteps.coarse, mapSteps.fine]) {
    for (const steps of [spots, vixes]) expect([...steps].sort((a, b) => a - b)).toEqual(steps);
    expect(vixes).toContain(0);
  }
  expect(mapSteps.coarse.spots).toContain(0);
  expect([mapSteps.fine.spots[0], mapSteps.fine.spots[20]]).toEqual([-0.2, 0.1]);
  expect([mapSteps.fine.vixes[0], mapSteps.fine.vixes[20]]).toEqual([-10, 40]);
});
