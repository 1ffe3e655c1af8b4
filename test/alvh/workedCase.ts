import type { CellValue } from "../../src/alvh/cellValue";

/**
 * The worked case: SPXW and VIX on 4 February 2022, 16:15 New York. Quotes: the Cboe chain of that day; settlements:
 * Cboe Futures Exchange; the vols of the VIX calls are assumed.
 */
export const workedMarket: CellValue[][] = [
  ["Name", "Value"],
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

const HEADER = ["Layer", "Underlying", "Kind", "Qty", "Strike", "Expiry", "Vol", "Bid", "Ask"];

/** One 4050/4100/4725/4775 iron condor at the chain's quotes. */
export const workedCondor: CellValue[][] = [
  HEADER,
  ["IC", "SPXW", "put", 1, 4050, "2022-03-18", "", 32.8, 33.3],
  ["IC", "SPXW", "put", -1, 4100, "2022-03-18", "", 38.1, 38.7],
  ["IC", "SPXW", "call", -1, 4725, "2022-03-18", "", 21.3, 21.8],
  ["IC", "SPXW", "call", 1, 4775, "2022-03-18", "", 12.7, 13.2],
];

/** The 4/4/2 hedge of VIX calls struck at 30. */
export const workedHedge: CellValue[][] = [
  HEADER,
  ["short", "VIX", "call", 4, 30, "2022-02-16", 1.255, "", ""],
  ["medium", "VIX", "call", 4, 30, "2022-03-15", 1.157, "", ""],
  ["long", "VIX", "call", 2, 30, "2022-05-18", 0.956, "", ""],
];

/** Ten condors and their hedge. */
export const workedBook: CellValue[][] = [
  HEADER,
  ...workedCondor
    .slice(1)
    .map((row) => row.map((value, column) => (column === 3 ? 10 * Number(value) : value))),
  ...workedHedge.slice(1),
];
