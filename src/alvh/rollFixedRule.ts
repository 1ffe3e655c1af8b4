import { dollarsOf } from "./condorComplexes";
import type { Table } from "./netTables";
import type { RollTrade } from "./rollTrade";
import type { Settings } from "./settings";

/** What the fixed R:R rule says of the condors held, and its rows: rule, value, limit, says, reason. */
export interface FixedRule {
  readonly verdict: "ROLL" | "HOLD" | "not given";
  readonly reason: string;
  readonly rows: Table;
}

/** The rule that the texts argue against: out at half the profit (E01) or twice the credit lost (E02); E03 in both readings. */
export function rollFixedRule({ complexes, rolled }: RollTrade, settings: Settings): FixedRule {
  const [share, multiple] = [settings.number("E01.ProfitShare"), settings.number("E02.LossMultiple")];
  const hasEntry = rolled.every(({ leg }) => leg.entry !== undefined);
  const credit = complexes.reduce((sum, complex) => sum + dollarsOf(complex, complex.credit), 0);
  const maxLoss = complexes.reduce((sum, complex) => sum + dollarsOf(complex, complex.maxLoss), 0);
  const toClose = complexes.flatMap(({ positions }) => positions).reduce((sum, { value }) => sum - value, 0);
  const ratioRow = (rule: string, value: number | string, limit: number, says: string, note: string) => [
    rule,
    value,
    limit,
    says,
    note,
  ];
  const structure = ratioRow(
    "E03 max loss / credit",
    credit > 0 ? maxLoss / credit : "not known",
    multiple,
    "",
    credit > 0 && maxLoss > 0
      ? `reward to risk is ${(credit / maxLoss).toFixed(2)}: a condor has no 2:1 in its favour`
      : "needs a credit and a loss above 0",
  );
  if (!hasEntry || !(credit > 0)) {
    const reason = hasEntry ? "the condors were not sold for a credit" : "no Entry in each leg of the book";
    const unknown = (rule: string, limit: number) => ratioRow(rule, "not given", limit, "", reason);
    return {
      verdict: "not given",
      reason,
      rows: [unknown("E01 profit / credit", share), unknown("E02 loss / credit", multiple), structure, unknown("E03 loss reached / profit possible", multiple)], // prettier-ignore
    };
  }
  const profit = (credit - toClose) / credit;
  const [isProfit, isLoss] = [profit >= share - ROUNDING, -profit >= multiple - ROUNDING];
  const loss = Math.max(-profit, 0);
  return {
    verdict: isProfit || isLoss ? "ROLL" : "HOLD",
    reason: isProfit
      ? `E01: ${percent(profit)} of the credit is earned, ${percent(share)} wanted`
      : isLoss
        ? `E02: ${loss.toFixed(2)} times the credit is lost, ${multiple} is the limit`
        : `E01, E02: ${percent(profit)} of the credit earned, neither ${percent(share)} nor ${multiple} times lost`,
    rows: [
      ratioRow("E01 profit / credit", profit, share, isProfit ? "ROLL" : "HOLD", `credit ${credit.toFixed(0)} $, ${toClose.toFixed(0)} $ to close at the middle`), // prettier-ignore
      ratioRow("E02 loss / credit", loss, multiple, isLoss ? "ROLL" : "HOLD", "0 while the condors earn"),
      structure,
      ratioRow("E03 loss reached / profit possible", loss, multiple, isLoss ? "REACHED" : "", "the other reading of 2:1; the most to earn is the credit"), // prettier-ignore
    ],
  };
}

/** A ratio that rounding left a trifle below its limit reaches it. */
const ROUNDING = 1e-9;

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
