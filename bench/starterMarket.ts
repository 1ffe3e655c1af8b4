import type { CellValue } from "../src/alvh/cellValue";

/** The market of 4 February 2022, 16:15 New York, as in the starter workbook. */
export const starterMarket: CellValue[][] = [
  ["AsOf", "2022-02-04 16:15"],
  ["SPX", 4500.53],
  ["VIX", 23.22],
  ["VVIX", 124.89],
  ["Rate", 0.003],
  ["Yield", 0.0294],
  ["2022-02-16", 24.2613],
  ["2022-03-15", 25.1484],
  ["2022-04-20", 25.7037],
  ["2022-05-18", 25.9505],
  ["2022-06-15", 26.0004],
  ["2022-07-20", 26.4004],
  ["2022-08-17", 26.2975],
  ["2022-09-21", 26.55],
];
