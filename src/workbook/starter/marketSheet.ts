import type { CellDefinition, SheetDefinition } from "../workbookDefinition";
import { headerRow } from "./headerRow";
import { numberFormats } from "./numberFormats";

/** The market of one afternoon: columns A and B are the range Market, the rest says what and from where. */
export const marketSheet: SheetDefinition = {
  name: "Market",
  columnWidths: [130, 140, 240, 470],
  frozenRows: 4,
  cells: [
    { at: "A1", value: "Market on 4 February 2022, at the close", style: "title" },
    {
      at: "A2",
      value:
        "The functions read columns A and B down to row 40 by the name Market: add a row in the next free one. Blue cells are inputs.",
      style: "note",
    },
    ...headerRow(4, [
      { title: "Name", align: "Left" },
      { title: "Value", align: "Right" },
      { title: "Unit", align: "Left", indent: true },
      { title: "Source", align: "Left" },
    ]),
    // 16:15 as a part of the day: 16.25 / 24.
    ...row(
      5,
      "AsOf",
      44596.677083333336,
      numberFormats.dateTime,
      "date and time, New York",
      "close of the SPX options",
    ),
    ...row(6, "SPX", 4500.53, numberFormats.points, "index points", "S&P 500 index, official close"),
    ...row(7, "VIX", 23.22, numberFormats.points, "index points", "Cboe Volatility Index, official close"),
    ...row(8, "VVIX", 124.89, numberFormats.points, "index points", "Cboe VIX of VIX, official close"),
    ...row(
      9,
      "Rate",
      0.003,
      numberFormats.rate,
      "decimal a year, continuous",
      "assumed: Treasury bills near 0.3%",
    ),
    ...row(
      10,
      "Yield",
      0.0294,
      numberFormats.rate,
      "decimal a year, continuous",
      "implied by put-call parity of SPXW 2022-03-18 (forward 4,486.90)",
    ),
    ...future(11, 44608, 24.2613),
    ...future(12, 44635, 25.1484),
    ...future(13, 44671, 25.7037),
    ...future(14, 44699, 25.9505),
    ...future(15, 44727, 26.0004),
    ...future(16, 44762, 26.4004),
    ...future(17, 44790, 26.2975),
    ...future(18, 44825, 26.55),
  ],
  areas: [{ range: "A19:B40", style: "input" }],
};

/** A VX future: a row whose name is its expiration, as an Excel date. */
function future(at: number, expiration: number, settlement: number): CellDefinition[] {
  const [name, ...rest] = row(
    at,
    expiration,
    settlement,
    numberFormats.settlement,
    "VX future of that expiry, points",
    "Cboe Futures Exchange, daily settlement",
  );
  return [{ ...name, format: numberFormats.date, align: "Left" }, ...rest];
}

function row(
  at: number,
  name: string | number,
  value: number,
  format: string,
  unit: string,
  source: string,
): [CellDefinition, ...CellDefinition[]] {
  return [
    { at: `A${at}`, value: name },
    { at: `B${at}`, value, format, style: "input" },
    { at: `C${at}`, value: unit, indent: true },
    { at: `D${at}`, value: source, style: "note" },
  ];
}
