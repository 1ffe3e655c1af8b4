import { InputError } from "../core/errors";
import { isBlank, isBlankOrZero, type CellValue, type Range } from "./cellValue";
import { atClose, daysBetween, formatIsoDate, parseDate } from "./dates";
import { nextVixExpirations, settlementInstant } from "./expirations";
import { checkCalendar } from "./holidays";
import { nearestNames, normaliseName } from "./names";
import { readNameValueTable, type NameValueRow } from "./nameValueTable";
import { attempt, STOP_AT_FIRST, type ProblemSink } from "./problems";
import { Readings } from "./readings";
import { readNumber, showCell, type NumberLimits } from "./readNumber";

/** The numbers of a market range, by the name of their row. */
export type MarketNumber =
  | "SPX"
  | "VIX"
  | "VVIX"
  | "Rate"
  | "Yield"
  | "SPXVol"
  | "Skew"
  | "VIXSkew"
  | "VXX"
  | "UVXY"
  | "RV20"
  | "SpotVixBeta"
  | "VIXVolK";

/** One VX future of the curve. */
export interface VxFuture {
  /** Settlement instant (09:30 New York on the expiration day), an Excel serial. */
  readonly expiry: number;
  /** Calendar days from AsOf; undefined where the market has none. */
  readonly days: number | undefined;
  /** Settlement price, VIX points. */
  readonly price: number;
}

/** What a market range says, as of one moment. */
export interface Market {
  /** The day it is, where the row Today says so: an Excel serial. */
  readonly today?: number | undefined;
  /** Moment of the quotes in New York, an Excel serial with its time of day; undefined when the row is missing. */
  readonly asOf: number | undefined;
  readonly numbers: ReadonlyMap<MarketNumber, number>;
  /** Ordered by expiry; all after asOf. */
  readonly futures: readonly VxFuture[];
  /** SPX forward by expiry day (an Excel serial without time). */
  readonly forwards: ReadonlyMap<number, number>;
  /** Numbers whose row is there but could not be read: their lack is no second problem. */
  readonly unreadable: ReadonlySet<MarketNumber>;
  /** Whether SPX vols stay with their strike when spot moves; by default they stay with their moneyness. */
  readonly stickyStrike: boolean;
}

interface MarketRow {
  readonly unit: string;
  readonly aliases: readonly string[];
  readonly limits: NumberLimits;
  /** What a value outside the limits most likely means. */
  readonly hint: string;
}

const POSITIVE_INDEX = { min: 0.01, max: 1e6 };
const POINTS = { min: 1, max: 1000 };
const PER_YEAR = { min: -1, max: 1 };

/** The rows a market range may have: one place for names, units and limits. */
export const MARKET_ROWS: ReadonlyMap<MarketNumber, MarketRow> = new Map<MarketNumber, MarketRow>([
  [
    "SPX",
    {
      unit: "index points",
      aliases: ["S&P 500", "SPX spot"],
      limits: POSITIVE_INDEX,
      hint: "SPX is the index level",
    },
  ],
  [
    "VIX",
    {
      unit: "points",
      aliases: ["VIX spot", "VIX index"],
      limits: POINTS,
      hint: "VIX is in points (18.5, not 0.185)",
    },
  ],
  ["VVIX", { unit: "points", aliases: [], limits: POINTS, hint: "VVIX is in points (95, not 0.95)" }],
  [
    "Rate",
    {
      unit: "per year, continuously compounded",
      aliases: ["Risk-free rate", "Interest rate", "r"],
      limits: PER_YEAR,
      hint: "a rate is a decimal (0.05 for 5%)",
    },
  ],
  [
    "Yield",
    {
      unit: "per year, continuously compounded",
      aliases: ["Dividend yield", "q"],
      limits: PER_YEAR,
      hint: "a yield is a decimal (0.015 for 1.5%)",
    },
  ],
  [
    "SPXVol",
    {
      unit: "decimal per year",
      aliases: ["SPX vol", "ATM vol"],
      limits: { min: 0.001, max: 10 },
      hint: "a vol is a decimal (0.20 for 20%)",
    },
  ],
  [
    "Skew",
    {
      unit: "vol per unit of ln(K/F)/sqrt(T)",
      aliases: ["SPX skew"],
      limits: { min: -5, max: 5 },
      hint: "a skew is vol per unit of ln(K/F)/sqrt(T), like -0.30",
    },
  ],
  [
    "VIXSkew",
    {
      unit: "vol per unit of ln(K/F)/sqrt(T)",
      aliases: [],
      limits: { min: -5, max: 5 },
      hint: "a skew is vol per unit of ln(K/F)/sqrt(T)",
    },
  ],
  ["VXX", { unit: "dollars per share", aliases: [], limits: POSITIVE_INDEX, hint: "VXX is a share price" }],
  ["UVXY", { unit: "dollars per share", aliases: [], limits: POSITIVE_INDEX, hint: "UVXY is a share price" }],
  [
    "RV20",
    {
      unit: "decimal per year",
      aliases: ["Realised vol", "Realized vol"],
      limits: { min: 0, max: 10 },
      hint: "a vol is a decimal (0.15 for 15%)",
    },
  ],
  [
    "SpotVixBeta",
    {
      unit: "VIX points for +1% of SPX",
      aliases: [],
      limits: { min: -20, max: 0 },
      hint: "it is the VIX points for +1% of SPX, like -1.28",
    },
  ],
  [
    "VIXVolK",
    {
      unit: "per year, speed of mean reversion of VIX",
      aliases: [],
      limits: { min: 0.01, max: 50 },
      hint: "it is the speed of mean reversion of VIX per year, like 2.6",
    },
  ],
]);

const VOL_RULE_NAME = normaliseName("SPXVolRule");

const TODAY_NAME = normaliseName("Today");

const AS_OF_NAMES = new Set(["AsOf", "As of date", "Valuation date", "Date"].map(normaliseName));

const NUMBER_NAMES: ReadonlyMap<string, MarketNumber> = new Map(
  [...MARKET_ROWS].flatMap(([name, row]) =>
    [name, ...row.aliases].map((alias): [string, MarketNumber] => [normaliseName(alias), name]),
  ),
);

/** Reads a market range; every problem goes to the sink. */
export function readMarket(range: Range, sink: ProblemSink = STOP_AT_FIRST): Market {
  // Who collects problems wants to hear them every time.
  if (sink !== STOP_AT_FIRST) return readRows(range, sink);
  return readings.of(range, STOP_AT_FIRST, () => readRows(range, sink));
}

const readings = new Readings<Market>();

function readRows(range: Range, sink: ProblemSink): Market {
  const numbers = new Map<MarketNumber, number>();
  const futures = new Map<number, VxFuture>();
  const forwards = new Map<number, number>();
  const unreadable = new Set<MarketNumber>();
  let stickyStrike = false;
  let today: number | undefined;
  const rows = attempt(sink, () => readNameValueTable("market", range)) ?? [];
  const asOf = attempt(sink, () => readAsOf(rows));
  for (const { row, name, value } of rows) {
    const known = typeof name === "string" ? NUMBER_NAMES.get(normaliseName(name)) : undefined;
    if (isBlankValue(known, value)) continue;
    attempt(sink, () => {
      const where = `market row ${row}, ${typeof name === "string" ? name : formatIsoDate(name)}`;
      if (known !== undefined) {
        if (numbers.has(known)) throw givenTwice(row, known);
        unreadable.add(known);
        numbers.set(known, readMarketNumber(known, where, value));
        unreadable.delete(known);
        if (value === 0) {
          sink.note(
            () => `market row ${row}: ${known} is 0, which is also what desktop Excel sends for a blank`,
          );
        }
        return;
      }
      const forwardDay = typeof name === "string" ? readForwardDay(row, name) : undefined;
      if (forwardDay !== undefined) {
        if (forwards.has(forwardDay)) throw givenTwice(row, `Forward ${formatIsoDate(forwardDay)}`);
        forwards.set(forwardDay, readNumber("market", where, value, POSITIVE_INDEX));
        return;
      }
      const expiry = readFutureExpiry(row, name, asOf);
      if (expiry !== undefined) {
        const days = asOf === undefined ? undefined : daysBetween(asOf, expiry);
        addFuture(futures, row, { expiry, days, price: readPoints(where, value) }, sink);
        return;
      }
      if (typeof name !== "string" || AS_OF_NAMES.has(normaliseName(name))) return;
      if (normaliseName(name) === TODAY_NAME) today = Math.floor(parseDate(where, value));
      else if (normaliseName(name) === VOL_RULE_NAME) stickyStrike = readVolRule(where, value);
      else noteUnknown(row, name, sink);
    });
  }
  return {
    asOf,
    today,
    numbers,
    unreadable,
    forwards,
    stickyStrike,
    futures: [...futures.values()].sort((a, b) => a.expiry - b.expiry),
  };
}

/** A number the calculation cannot do without, or an InputError that says which row to add. */
export function needed(market: Market, name: MarketNumber): number {
  const value = market.numbers.get(name);
  if (value === undefined) {
    const reason = market.unreadable.has(name)
      ? `market has a row ${name} that could not be read`
      : `market needs a row ${name} (${MARKET_ROWS.get(name)?.unit ?? ""})`;
    throw new InputError("market", reason);
  }
  return value;
}

/** The valuation moment, or an InputError that says which row to add. */
export function neededAsOf(market: Market): number {
  if (market.asOf === undefined) {
    throw new InputError("market", "market needs a row AsOf with the date (and time) of the quotes");
  }
  return market.asOf;
}

/** Desktop Excel sends 0 for a blank cell: where 0 is no possible value, it is a blank. */
function isBlankValue(known: MarketNumber | undefined, value: CellValue): boolean {
  const zeroIsPossible = known !== undefined && (MARKET_ROWS.get(known)?.limits.min ?? 0) <= 0;
  return zeroIsPossible ? isBlank(value) : isBlankOrZero(value);
}

function readAsOf(rows: readonly NameValueRow[]): number | undefined {
  let asOf: number | undefined;
  for (const { row, name, value } of rows) {
    if (typeof name !== "string" || !AS_OF_NAMES.has(normaliseName(name)) || isBlankOrZero(value)) continue;
    if (asOf !== undefined) throw givenTwice(row, "AsOf");
    asOf = atClose(parseDate(`market row ${row}, AsOf`, value));
    checkCalendar("market", `market row ${row}, AsOf`, asOf);
  }
  return asOf;
}

function readMarketNumber(name: MarketNumber, where: string, value: CellValue): number {
  const row = MARKET_ROWS.get(name);
  const number = readNumber("market", where, value);
  const { min = -Infinity, max = Infinity } = row?.limits ?? {};
  if (number < min || number > max) {
    throw new InputError("market", `${where} (${number}) is out of range: ${row?.hint ?? ""}`);
  }
  return number;
}

function readVolRule(where: string, value: CellValue): boolean {
  const rule = typeof value === "string" ? normaliseName(value) : "";
  if (rule !== "stickystrike" && rule !== "stickymoneyness") {
    throw new InputError(
      "market",
      `${where}: ${showCell(value)} is not known: use STICKYMONEYNESS or STICKYSTRIKE`,
    );
  }
  return rule === "stickystrike";
}

function readPoints(where: string, value: CellValue): number {
  const points = readNumber("market", where, value);
  if (!(points >= POINTS.min && points <= POINTS.max)) {
    throw new InputError("market", `${where} (${points}) is out of range: a VX future is in VIX points`);
  }
  return points;
}

function readForwardDay(row: number, name: string): number | undefined {
  const match = /^\s*forward\s+(\S+)\s*$/i.exec(name);
  return match === null ? undefined : Math.floor(parseDate(`market row ${row}, Forward`, match[1]));
}

/** The expiry of a row named VX1..VX9, or named by a date (with or without VX before it); undefined for other names. */
function readFutureExpiry(row: number, name: string | number, asOf: number | undefined): number | undefined {
  if (typeof name === "number") {
    return settlementInstant(Math.floor(parseDate(`market row ${row}, name`, name)), "AM");
  }
  const numbered = /^\s*VX\s*([1-9])\s*$/i.exec(name);
  if (numbered !== null) {
    if (asOf === undefined) {
      throw new InputError(
        "market",
        `market row ${row}: ${name.trim()} takes its date from the row AsOf, which is missing`,
      );
    }
    const count = Number(numbered[1]);
    const day = nextVixExpirations(asOf, count, false)[count - 1];
    return day === undefined ? undefined : settlementInstant(day, "AM");
  }
  const dated = /^\s*(?:VX\s+)?(\d{4}-\d{2}-\d{2}.*)$/i.exec(name);
  if (dated !== null) {
    return settlementInstant(Math.floor(parseDate(`market row ${row}, name`, dated[1])), "AM");
  }
  if (LOOKS_LIKE_A_FUTURE.test(name)) {
    throw new InputError(
      "market",
      `market row ${row}: ${showCell(name)} is no name of a VX future: use VX1 to VX9 or a date like 2022-03-16`,
    );
  }
  return undefined;
}

/** VX10, VXH22, /VX, 3/15/2022, 16-Mar-22: meant as a future, and never to be left out in silence. */
const LOOKS_LIKE_A_FUTURE = /^\s*\/?VX(?!X)|^\s*\d+[-/.]/i;

function addFuture(futures: Map<number, VxFuture>, row: number, future: VxFuture, sink: ProblemSink): void {
  const day = formatIsoDate(Math.floor(future.expiry));
  if (future.days !== undefined && future.days <= 0) {
    sink.note(() => `market row ${row}: the VX future of ${day} has settled by AsOf and is left out`);
    return;
  }
  if (futures.has(future.expiry)) {
    throw givenTwice(row, `the VX future of ${day}`);
  }
  futures.set(future.expiry, future);
}

function givenTwice(row: number, what: string): InputError {
  return new InputError("market", `market row ${row}: ${what} is given twice`);
}

function noteUnknown(row: number, name: string, sink: ProblemSink): void {
  sink.note(() => {
    const [nearest] = nearestNames(name, ["AsOf", ...MARKET_ROWS.keys()], 1);
    const advice = nearest === undefined ? "" : `; the nearest is ${nearest}`;
    return `market row ${row}: ${showCell(name)} is not a name of a market row and is ignored${advice}`;
  });
}
