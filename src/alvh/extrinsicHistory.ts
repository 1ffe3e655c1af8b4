import { InputError } from "../core/errors";
import { isBlank, type Range } from "./cellValue";
import type { Table } from "./netTables";
import type { Position } from "./position";
import { readNumber } from "./readNumber";
import type { Settings } from "./settings";

/**
 * Whether the long layer looks dear: its time value per day of life and its vol, and where both stand among those of
 * earlier days that the user gives. Without a history their percentiles are said to be not given.
 */
export function extrinsicRows(
  positions: readonly Position[],
  history: Range | undefined,
  settings: Settings,
): Table {
  const options = longLayer(positions, settings).filter(
    ({ vol, leg }) => vol !== undefined && leg.quantity > 0,
  );
  const contracts = options.reduce((sum, { leg }) => sum + leg.quantity, 0);
  if (contracts === 0) return [];
  const average = (figure: (position: Position) => number): number =>
    options.reduce((sum, each) => sum + each.leg.quantity * figure(each), 0) / contracts;
  const perDay = average(extrinsicPerDay);
  const vol = average((position) => position.vol ?? 0);
  const rows: Table = [
    ["D28 extrinsic per day of life", perDay, "VIX points per contract, options bought"],
    ["D28 vol", vol, "decimal per year"],
  ];
  if (history === undefined) {
    return [...rows, ["D28 verdict", "", "not given: a history of extrinsic per day and vol, two columns"]];
  }
  const rich = settings.number("D28.Rich");
  const [ofExtrinsic = 0, ofVol = 0] = [perDay, vol].map((now, column) =>
    percentile(now, readColumn(history, column)),
  );
  return [
    ...rows,
    ["D28 percentile of extrinsic", ofExtrinsic, "of the history's first column, 0 to 100"],
    ["D28 percentile of vol", ofVol, "of the history's second column, 0 to 100"],
    [
      "D28 verdict",
      Math.max(ofExtrinsic, ofVol) > rich ? "RICH" : "NOT RICH",
      `RICH above ${rich} in either`,
    ],
  ];
}

/** The VIX options and futures that have so many days to go. */
export function longLayer(positions: readonly Position[], settings: Settings): Position[] {
  const fromDays = settings.number("C02.FromDte");
  return positions.filter(
    ({ leg, dte }) => leg.terms.underlying !== "SPX" && dte !== undefined && dte >= fromDays,
  );
}

function extrinsicPerDay({ leg, forward, price, dte }: Position): number {
  const beyond = leg.kind === "call" ? forward - (leg.strike ?? 0) : (leg.strike ?? 0) - forward;
  return (price - Math.max(beyond, 0)) / (dte ?? 1);
}

/** Share of earlier values at or below today's, in percent. */
function percentile(now: number, earlier: readonly number[]): number {
  return (100 * earlier.filter((value) => value <= now).length) / earlier.length;
}

function readColumn(history: Range, column: number): number[] {
  const cells = history.map((row) => row[column]);
  const values = cells.filter((value, row) => !isBlank(value) && !(row === 0 && typeof value === "string"));
  if (values.length > 0) return values.map((value) => readNumber("history", "history", value));
  throw new InputError("history", "history must have two columns: extrinsic per day in VIX points, and vol");
}
