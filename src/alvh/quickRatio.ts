import { InputError, NoSolutionError } from "../core/errors";
import { isBlank, isBlankOrZero, type CellValue, type Range } from "./cellValue";
import { readNameValueTable } from "./nameValueTable";
import { normaliseName } from "./names";
import type { Table } from "./netTables";
import { readNumber } from "./readNumber";
import type { Settings } from "./settings";

/** A stress: its profit and loss in dollars, negative for a loss, and the margin asked after it. */
export interface LiquidityStress {
  readonly pnl: number;
  /** Dollars; undefined where it stays as it is. */
  readonly margin: number | undefined;
}

/** What is liquid over what is owed at once: cash, bills and unrealised gains that can be sold over the margin asked. */
export function quickRatio(liquid: Range, margin: Range, settings: Settings): number {
  return ratioOf(liquidDollars(liquid, settings), neededDollars(margin));
}

/** The ratio and the excess of liquidity before and after a stress, with their verdicts. */
export function quickRatioTable(
  liquid: Range,
  margin: Range,
  stress: LiquidityStress,
  settings: Settings,
): Table {
  const [warn, stop] = [settings.number("C06.Warn"), settings.number("C06.Stop")];
  const liquidity = [liquidDollars(liquid, settings)];
  const margins = [neededDollars(margin)];
  liquidity.push((liquidity[0] ?? 0) + stress.pnl);
  margins.push(stress.margin ?? margins[0] ?? 0);
  const both = (figure: (liquid: number, margin: number) => string | number): (string | number)[] =>
    liquidity.map((each, index) => figure(each, margins[index] ?? 0));
  const verdict = (ratio: number): string => (ratio < stop ? "STOP" : ratio < warn ? "WARN" : "OK");
  return [
    ["Figure", "Before", "After stress", "Unit or rule"],
    ["Liquid", ...liquidity, "$; after the stress its profit or loss is in it"],
    ["Margin", ...margins, "$ required"],
    ["C06 quick ratio", ...both(ratioOf), "liquid / margin"],
    [
      "C06 verdict",
      ...both((has, owes) => verdict(ratioOf(has, owes))),
      `WARN below ${warn}, STOP below ${stop}`,
    ],
    ["C07 excess liquidity", ...both((has, owes) => has - owes), "$, liquid less margin"],
    ["C07 verdict", ...both((has, owes) => (has >= owes ? "PASS" : "FAIL")), "0 or more"],
  ];
}

/** What a company counts among its current assets, but cannot sell at once. */
const NOT_QUICK = new Set(
  ["Inventory", "Inventories", "Stock", "Prepaid", "Prepaid expenses"].map(normaliseName),
);

function liquidDollars(liquid: Range, settings: Settings): number {
  const isCorporate = settings.text("G14.Reading") === "CORPORATE";
  return sumOf("liquid", liquid, (name) => !(isCorporate && NOT_QUICK.has(normaliseName(name))));
}

function neededDollars(margin: Range): number {
  const dollars = sumOf("margin", margin, () => true);
  if (!(dollars >= 0)) throw new InputError("margin", `margin (${dollars}) must be 0 or more dollars`);
  return dollars;
}

function ratioOf(liquid: number, margin: number): number {
  if (!(margin > 0)) throw new NoSolutionError("margin is 0: nothing is required, so there is no ratio");
  const ratio = liquid / margin;
  if (!Number.isFinite(ratio)) throw new NoSolutionError(`margin (${margin}) is too small to divide by`);
  return ratio;
}

/** The sum of a block of numbers, or of names and values. */
function sumOf(argument: string, range: Range, counts: (name: string) => boolean): number {
  const isNamed = range.some(([first]) => typeof first === "string" && !isBlank(first));
  const items: { where: string; name: string; value: CellValue }[] = isNamed
    ? readNameValueTable(argument, range).map(({ row, name, value }) => ({
        where: `${argument} row ${row}, ${name}`,
        name: String(name),
        value,
      }))
    : range.flat().map((value) => ({ where: argument, name: "", value }));
  const given = items.filter(({ value }) => !isBlank(value));
  if (given.length === 0) throw new InputError(argument, `${argument} is blank: give dollars`);
  return given
    .filter(({ name, value }) => !isBlankOrZero(value) && counts(name))
    .reduce((sum, { where, value }) => sum + readNumber(argument, where, value, LIMITS), 0);
}

const LIMITS = { min: -1e15, max: 1e15 };
