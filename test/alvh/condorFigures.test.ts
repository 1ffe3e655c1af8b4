import { condorComplexes } from "../../src/alvh/condorComplexes";
import { condorFiguresTable, expiryText, type CondorFigure } from "../../src/alvh/condorFigures";
import type { CellValue } from "../../src/alvh/cellValue";
import { readBookInMarket } from "../../src/alvh/netGreeks";
import { workedCondor, workedMarket } from "./workedCase";

const FIGURES: CondorFigure[] = [
  { name: "Condors", value: ({ condors }) => condors, note: "contracts" },
  { name: "Nothing", value: () => undefined, note: "" },
];

function tableOf(book: CellValue[][]): (string | number)[][] {
  const inMarket = readBookInMarket(book, workedMarket);
  return condorFiguresTable(inMarket, condorComplexes(inMarket), FIGURES);
}

test("one expiry has one column of values; what there is not is blank", () => {
  expect(tableOf(workedCondor)).toEqual([
    ["Figure", "Value", "Unit or rule, as of 2022-02-04 16:15"],
    ["Condors", 1, "contracts"],
    ["Nothing", "", ""],
  ]);
});

test("several expiries have a column each, and what is left out is said", () => {
  const moved = (expiry: string): CellValue[][] =>
    workedCondor.slice(1).map((row) => row.map((value, column) => (column === 5 ? expiry : value)));
  const put: CellValue[] = ["tail", "SPXW", "put", 1, 3500, "2022-06-30", "", 30, 31];
  expect(tableOf([...workedCondor, ...moved("2022-04-14"), ...moved("2022-01-21"), put])).toEqual([
    ["Figure", "2022-03-18", "2022-04-14", "Unit or rule, as of 2022-02-04 16:15"],
    ["Condors", 1, 1, "contracts"],
    ["Nothing", "", "", ""],
    ["Left out", "", "", "1 leg on SPX in no iron condor; 4 legs past expiry"],
  ]);
});

test("a book in days is named by its days", () => {
  const inDays = workedCondor.map((row, index) =>
    row.map((value, column) => (column === 5 ? (index === 0 ? "DTE" : 41.989583) : value)),
  );
  const [complex] = condorComplexes(readBookInMarket(inDays, workedMarket)).complexes;
  expect(expiryText(complex!)).toBe("41.99 days");
});
