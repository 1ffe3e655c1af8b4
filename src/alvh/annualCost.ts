import { InputError, NoSolutionError } from "../core/errors";
import { DAYS_PER_YEAR } from "../core/units";
import { isBlank, type Range } from "./cellValue";
import { readDatedFlows } from "./datedFlows";
import { formatIsoDate } from "./dates";
import { readNameValueTable } from "./nameValueTable";
import type { Table } from "./netTables";
import { readNumber } from "./readNumber";
import type { Settings } from "./settings";

interface Base {
  readonly name: string;
  readonly dollars: number;
}

/**
 * What a hedge cost a year as a share of each base, from its ledger, and whether the texts' bands hold. The base has no
 * default: 1-2% of net asset value, of risk capital and of the condors' notional are three different claims.
 */
export function annualCostTable(pnl: Range, dates: Range, base: Range, settings: Settings): Table {
  const flows = readDatedFlows(["pnl", pnl], ["dates", dates]);
  const bases = readBases(base);
  const first = flows[0]?.date ?? 0;
  const last = flows.at(-1)?.date ?? 0;
  const days = last - first;
  if (!(days > 0)) {
    throw new NoSolutionError("all of pnl is on one day: a cost per year needs a first and a last date");
  }
  const sumOf = (counts: (flow: number, date: number) => boolean): number =>
    flows.reduce((sum, { flow, date }) => (counts(flow, date) ? sum + flow : sum), 0);
  const net = sumOf(() => true);
  const paid = sumOf((flow) => flow < 0);
  const yearly = DAYS_PER_YEAR / days;
  const lastYear = sumOf((_, date) => date > last - DAYS_PER_YEAR);
  const isWholeYear = days >= DAYS_PER_YEAR;
  const alike = (name: string, value: string | number, note: string): Table[number] => [
    name,
    ...bases.map(() => value),
    note,
  ];
  const ofBase = (name: string, value: (dollars: number) => string | number, note: string): Table[number] => [
    name,
    ...bases.map(({ dollars }) => value(dollars)),
    note,
  ];
  // Adding 0 turns -0, which some hosts show with its sign, into 0.
  const cost = (dollars: number): number => (-net * yearly) / dollars + 0;
  const [low10, high10] = [settings.number("C10.Low"), settings.number("C10.High")];
  const [low11, high11] = [settings.number("C11.Low"), settings.number("C11.High")];
  return [
    ["Figure", ...bases.map(({ name }) => name), "Unit or rule"],
    alike("From", formatIsoDate(first), "date of the first row, where the period begins"),
    alike("To", formatIsoDate(last), "date of the last row"),
    alike("Days", days, "calendar days"),
    alike("Net P&L", net, "$, all rows"),
    alike("Paid", paid, "$, the rows below 0"),
    alike("Received", net - paid, "$, the rows above 0: payoffs, and premium of sold VIX legs"),
    ofBase("Base", (dollars) => dollars, "$"),
    ofBase("Cost per year", cost, "share of the base, -net P&L x 365 / days; below 0 it earned"),
    ofBase(
      "C12 before what was received",
      (dollars) => (-paid * yearly) / dollars + 0,
      "share of the base per year, the rows below 0 alone",
    ),
    ofBase(
      "Cost of the last 365 days",
      (dollars) => (isWholeYear ? -lastYear / dollars + 0 : ""),
      "share of the base; blank in a shorter period",
    ),
    ofBase(
      `C10 cost of ${percent(low10)} to ${percent(high10)}`,
      (dollars) => verdict(cost(dollars), low10, high10),
      "a claim of the texts, held against the cost per year",
    ),
    ofBase(
      `C11 cost of ${percent(low11)} to ${percent(high11)}`,
      (dollars) => verdict(cost(dollars), low11, high11),
      "a claim of the texts, held against the cost per year",
    ),
    alike(
      "Note",
      "",
      isWholeYear ? "computed from the rows given" : `scaled up from ${days} days: less than a year`,
    ),
  ];
}

function verdict(cost: number, low: number, high: number): string {
  if (cost < 0) return "EARNED";
  if (cost < low) return "BELOW";
  return cost > high ? "ABOVE" : "INSIDE";
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(4))}%`;
}

/** One number, or names and dollars: each base gets a column. */
function readBases(base: Range): Base[] {
  const [only] = base[0] ?? [];
  if (base.length === 1 && base[0]?.length === 1) {
    if (isBlank(only)) {
      const reason = "base is blank: give dollars of net asset value, risk capital or condor notional";
      throw new InputError("base", reason);
    }
    return [{ name: "Value", dollars: readDollars("base", only) }];
  }
  const rows = readNameValueTable("base", base).filter(({ value }) => !isBlank(value));
  if (rows.length === 0) throw new InputError("base", "base is empty: give names and dollars");
  return rows.map(({ row, name, value }) => ({
    name: String(name),
    dollars: readDollars(`base row ${row}, ${name}`, value),
  }));
}

function readDollars(where: string, value: Range[number][number]): number {
  const dollars = readNumber("base", where, value, { max: 1e15 });
  if (dollars > 0) return dollars;
  throw new InputError("base", `${where} (${dollars}) must be positive: dollars`);
}
