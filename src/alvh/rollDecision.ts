import { asOfText } from "./asOfText";
import type { Range } from "./cellValue";
import type { Table } from "./netTables";
import { modelledNote, rollCost } from "./rollCost";
import { rollFixedRule } from "./rollFixedRule";
import { rollGates } from "./rollGates";
import { rollHedge } from "./rollHedge";
import { rollTriggers } from "./rollTriggers";
import { readRollTrade } from "./rollTrade";
import type { Settings } from "./settings";

/** What a decision list answers. */
type Verdict = "ROLL" | "DEFER" | "HEDGE" | "CLOSE";

/** A question of the list, whether the answer is yes, what stands then, and why: the rest is not asked. */
type Step = readonly [question: string, isSo: boolean, verdict: Verdict, reason: string];

/**
 * ROLL: one verdict by a list of questions asked in order (E19), beside it what the fixed rule would say, then every
 * rule with its number.
 */
export function rollTable(book: Range, market: Range, candidate: Range, settings: Settings): Table {
  const trade = readRollTrade(book, market, candidate);
  const cost = rollCost(trade, settings);
  const fixed = rollFixedRule(trade, settings);
  const triggers = rollTriggers(trade, settings);
  const hedge = rollHedge(trade, cost.total, settings);
  const gates = rollGates(trade, cost, settings);
  const asked = triggers.asking.join(", ");
  const steps: readonly Step[] = [
    ["E18 quick ratio below C06.Stop", gates.isIlliquidBook, "CLOSE", "no liquidity to carry the condors"],
    ["E07 VIX spikes", gates.isSpike, "HEDGE", "a short-dated VIX hedge instead of rolling out"],
    ["E04 E05 E06 E08 ask for no roll", asked === "", "DEFER", `E16: ${cost.extrinsicGivenUp.toFixed(0)} $ of time value would be bought back`],
    ["E08 the move is noise", triggers.move === "NOISE", "DEFER", `${asked}, in an unchanged regime`],
    ["E10 an event is near", gates.isBlockedByEvent, "DEFER", "see E10; E10.Action WARN lets it pass"],
    ["E13 the hedge pays more than the roll costs", hedge.net > cost.total, "DEFER", `${hedge.scenario}: ${hedge.net.toFixed(0)} $ net against ${cost.total.toFixed(0)} $`],
    ["E15 E18 the candidate is illiquid, or its margin not carried", gates.isCandidateOut, "CLOSE", "nothing to roll into"],
    ["E09 E21 a timing gate is closed", gates.closed.length > 0, "DEFER", gates.closed.join(", ")],
    ["none of these", true, "ROLL", `asked for by ${asked}`],
  ]; // prettier-ignore
  const decisive = steps.findIndex(([, isSo]) => isSo);
  const [question, , verdict, reason] = steps[decisive] as Step;
  return [
    ["Rule", "Value", "Limit or beside", "Says", `Reason, unit or rule${asOfText(trade.market)}`],
    ["Verdict", verdict, "", "", `question ${decisive + 1}, ${question}: ${reason}`],
    ["Fixed R:R rule would say", fixed.verdict, "", "", fixed.reason],
    ...steps.map(([asks, isSo, then, why], index): Table[number] => [
      `${index + 1} ${asks}`,
      index > decisive ? "not asked" : isSo ? "yes" : "no",
      `if so ${then}`,
      index === decisive ? then : "",
      // Of a question that decided nothing the rows below give the numbers.
      index === decisive ? why : "",
    ]),
    ...fixed.rows,
    ...triggers.rows,
    ["C17 slippage", cost.slippage, "", "", "$, see ROLLCOST"],
    ["E13 cost of rolling", cost.total, "", "", "$, slippage and, by E13.Cost, a net debit"],
    ...hedge.rows,
    ["E16 extrinsic", cost.extrinsicGivenUp, cost.extrinsicSold, "", "$ bought back; beside it sold anew"],
    ...gates.rows,
    ["Note", "", "", "", `questions are asked in order, the first yes decides; payoffs are modelled; ${modelledNote(trade)}; rules, not advice`], // prettier-ignore
  ];
}
