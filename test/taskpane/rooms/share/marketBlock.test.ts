import { marketBlock } from "../../../../src/taskpane/rooms/share/marketBlock";

test("what a partner's file says becomes no formula on the sheet", () => {
  const { cells } = marketBlock(
    [
      ["=cmd|' /C calc'!A0", "+1"],
      ["VIX", 23.22],
    ],
    new Set(),
  );
  const valueAt = (address: string) => cells.find(({ at }) => at === address)?.value;
  expect(valueAt("A4")).toBe("'=cmd|' /C calc'!A0");
  expect(valueAt("B4")).toBe("'+1");
  expect([valueAt("A5"), valueAt("B5")]).toEqual(["VIX", 23.22]);
});
