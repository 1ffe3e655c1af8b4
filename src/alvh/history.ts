import { InputError } from "../core/errors";
import { AUDIT_SAMPLE_NOTE, auditSample } from "./auditSample";
import { isBlank, isBlankOrZero, type CellValue, type Range } from "./cellValue";
import { atClose, formatIsoDate, parseDate } from "./dates";
import { daysToExpiry, nextVixExpirations, settlementInstant } from "./expirations";
import { billRate, type HistoryRow } from "./historyRow";
import type { Market, MarketNumber, VxFuture } from "./market";
import { normaliseName } from "./names";
import { readNumber } from "./readNumber";
import type { Settings } from "./settings";
import { vxCurve } from "./vxCurve";

/** A history that can be walked: its rows, the market of each, and what a reader must know of it. */
export interface History {
  readonly rows: readonly HistoryRow[];
  readonly markets: readonly Market[];
  /** Whether VIX expirations were settled in row n: the first row on or after a monthly one. */
  readonly isRollRow: readonly boolean[];
  /** Whether there are rows between one monthly expiration and the next. */
  readonly isDaily: boolean;
  readonly notes: readonly string[];
}

/** Reads a history range; without one, the built-in history. */
export function readHistory(range: Range | undefined, settings: Settings): History {
  const rows = range === undefined ? auditSample() : readRows(range);
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined || rows.length < 2) {
    throw new InputError("history", `history needs at least 2 rows of figures: it has ${rows.length}`);
  }
  const months = Math.ceil((last.date - first.date) / 28) + LONGEST_CURVE + 1;
  // From the day before, so that a first row which is an expiration counts as one.
  const expirations = nextVixExpirations(first.date - 1, months, false);
  const { isRollRow, nexts } = placeExpirations(rows, expirations);
  const markets = rows.map((row, index) => marketOf(row, expirations.slice(nexts[index] ?? 0), settings));
  const rolls = isRollRow.filter(Boolean).length;
  return {
    rows,
    markets,
    isRollRow,
    isDaily: rows.length > 2 * rolls,
    notes: [
      range === undefined ? AUDIT_SAMPLE_NOTE : "",
      rows.every(({ vixOpen }) => vixOpen === undefined)
        ? "VIX contracts settle at the VIX close: the history has no column VIX open"
        : "VIX contracts settle at the VIX open, which stands for the settlement value",
    ].filter((note) => note !== ""),
  };
}

/** VX1 to VX9. */
const LONGEST_CURVE = 9;

function placeExpirations(
  rows: readonly HistoryRow[],
  expirations: readonly number[],
): { isRollRow: boolean[]; nexts: number[] } {
  let next = 0;
  const nexts: number[] = [];
  const isRollRow = rows.map(({ date }, index) => {
    const before = next;
    while ((expirations[next] ?? Infinity) <= date) next += 1;
    nexts.push(next);
    return index === 0 || next > before;
  });
  return { isRollRow, nexts };
}

/** The market of a row, as the other functions read one from a range. */
function marketOf(row: HistoryRow, expirations: readonly number[], settings: Settings): Market {
  const asOf = atClose(row.date);
  const futures = row.futures.flatMap((price, index): VxFuture[] => {
    const day = expirations[index];
    if (price === undefined || day === undefined) return [];
    return [{ expiry: settlementInstant(day, "AM"), days: daysToExpiry(asOf, day, "AM"), price }];
  });
  const numbers = new Map<MarketNumber, number>([
    ["SPX", row.spx],
    ["VIX", row.vix],
    ["VVIX", row.vvix],
    ["Rate", row.rate],
    ["Yield", settings.number("Audit.DividendYield")],
    ["Skew", settings.number("Audit.SPXSkew")],
    ["VIXSkew", settings.number("Audit.VIXSkew")],
  ]);
  const market = { asOf, numbers, futures, forwards: new Map(), unreadable: new Set<MarketNumber>(), stickyStrike: false }; // prettier-ignore
  // A share of a fund is taken as the 30-day future in dollars: the history has no price of its own for it.
  const share = vxCurve(market, 30);
  numbers.set("VXX", share).set("UVXY", share);
  return market;
}

/** The columns of a history range, with other names they go by. */
const COLUMNS: ReadonlyMap<string, readonly string[]> = new Map([
  ["Date", ["Day"]],
  ["SPX", ["spx_close", "SPX close", "S&P 500"]],
  ["VIX", ["vix_close", "VIX close"]],
  ["VIXOpen", ["vix_open", "VIX open", "VRO", "SOQ"]],
  ["VVIX", ["vvix_close", "VVIX close"]],
  ["Rate", []],
  ["Bill", ["tbill_13w_pct", "TBill", "T-bill %", "13-week bill %"]],
  ...Array.from({ length: LONGEST_CURVE }, (_, index): [string, string[]] => [`VX${index + 1}`, []]),
]);

function readRows(range: Range): HistoryRow[] {
  const header = range[0] ?? [];
  const positions = new Map(
    [...COLUMNS].map(([column, aliases]): [string, number] => {
      const wanted = new Set([column, ...aliases].map(normaliseName));
      return [
        column,
        header.findIndex((name) => typeof name === "string" && wanted.has(normaliseName(name))),
      ];
    }),
  );
  const has = (column: string): boolean => (positions.get(column) ?? -1) >= 0;
  const missing = ["Date", "SPX", "VIX", "VVIX", "VX1"].filter((column) => !has(column));
  if (!has("Rate") && !has("Bill")) missing.push("Rate (decimal) or TBill (percent)");
  if (missing.length > 0) throw new InputError("history", `history has no column ${missing.join(", ")}`);
  let previous = -Infinity;
  return range.slice(1).flatMap((cells, index) => {
    const cellOf = (column: string): CellValue => cells[positions.get(column) ?? -1];
    if (isBlankOrZero(cellOf("Date"))) return [];
    const where = `history row ${index + 2}`;
    const figure = (column: string, limits: { min: number; max: number }): number => {
      return readNumber("history", `${where}, ${column}`, cellOf(column), limits);
    };
    const optional = (column: string): number | undefined =>
      !has(column) || isBlankOrZero(cellOf(column)) ? undefined : figure(column, POINTS);
    const date = Math.floor(parseDate(`${where}, Date`, cellOf("Date")));
    if (!(date > previous)) {
      throw new InputError(
        "history",
        `${where}: ${formatIsoDate(date)} does not come after the row before: sort the dates`,
      );
    }
    previous = date;
    return [
      {
        date,
        spx: figure("SPX", { min: 1, max: 1e6 }),
        vix: figure("VIX", POINTS),
        vixOpen: optional("VIXOpen"),
        vvix: figure("VVIX", POINTS),
        futures: [
          figure("VX1", POINTS),
          ...Array.from({ length: LONGEST_CURVE - 1 }, (_, n) => optional(`VX${n + 2}`)),
        ],
        rate:
          has("Rate") && !isBlank(cellOf("Rate"))
            ? figure("Rate", { min: -1, max: 1 })
            : billRate(figure("Bill", { min: -5, max: 100 })),
      },
    ];
  });
}

const POINTS = { min: 1, max: 1000 };
