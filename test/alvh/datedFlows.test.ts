import type { Range } from "../../src/alvh/cellValue";
import { readDatedFlows } from "../../src/alvh/datedFlows";

const read = (flows: Range, dates: Range): ReturnType<typeof readDatedFlows> =>
  readDatedFlows(["pnl", flows], ["dates", dates]);

test("flows come in date order; a blank amount on a day is nothing, and blank places are passed over", () => {
  const flows = read([[5, "", null, 0]], [["2022-02-04", "2022-01-03", "", 0]]);
  // Excel: DATEVALUE("2022-01-03") is 44564.
  expect(flows).toEqual([
    { date: 44564, flow: 0 },
    { date: 44596, flow: 5 },
  ]);
});

test.each<[Range, Range, string]>([
  [
    [[-1], [2]],
    [["2022-02-04"]],
    "the cells of dates (1) and of pnl (2) must be as many: give one date for each amount",
  ],
  [[[-1], [2]], [["2022-02-04"], ["soon"]], 'dates, cell 2 ("soon") is not a date'],
  [[[-1], [2]], [["2022-02-04"], [""]], "dates, cell 2 is empty"],
  [[["x"], [2]], [["2022-02-04"], ["2022-03-04"]], 'pnl, cell 1: "x" is not a number'],
  [[[""]], [[""]], "pnl is empty: give amounts and their dates"],
])("bad flows are named", (flows, dates, sentence) => {
  expect(() => read(flows, dates)).toThrow(sentence);
});
