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
  const credit = complexes.reduce((sum, complex) => sum + dollarsOf(complex, complex.credit), 0);
  const maxLoss = complexes.reduce((sum, complex) => sum + dollarsOf(complex, complex.maxLoss), 0);
  const toClose = complexes.flatMap(({ positions }) => positions).reduce((sum, { value }) => sum - value, 0);
  const hasEntry = rolled.every(({ leg }) => leg.entry !== undefined);
  const lacking = !hasEntry ? "needs Entry in each leg" : credit > 0 ? "" : "not sold for a credit";
  const profit = (credit - toClose) / credit;
  const loss = Math.max(-profit, 0);
  const [isProfit, isLoss] = [profit >= share - ROUNDING, loss >= multiple - ROUNDING];
  const row = (rule: string, value: number, limit: number, says: string, note: string): Table[number] =>
    lacking === "" ? [rule, value, limit, says, note] : [rule, "not given", limit, "", lacking];
  return {
    verdict: lacking !== "" ? "not given" : isProfit || isLoss ? "ROLL" : "HOLD",
    reason:
      lacking ||
      (isLoss
        ? `E02: ${loss.toFixed(2)} times the credit is lost`
        : `${isProfit ? "E01: " : ""}${(100 * profit).toFixed(1)}% of the credit is earned`),
    rows: [
      row("E01 profit / credit", profit, share, isProfit ? "ROLL" : "HOLD", `credit ${credit.toFixed(0)} $, to close ${toClose.toFixed(0)} $`),
      row("E02 loss / credit", loss, multiple, isLoss ? "ROLL" : "HOLD", "0 while they earn"),
      ["E03 max loss / credit", credit > 0 ? maxLoss / credit : "not known", multiple, "", "risk over reward, at expiry"],
      row("E03 loss reached / profit possible", loss, multiple, isLoss ? "REACHED" : "", "the other reading of 2:1"),
    ], // prettier-ignore
  };
}

/** A ratio that rounding left a trifle below its limit reaches it. */
const ROUNDING = 1e-9;
