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

/** A question of the list: where the answer is yes, its verdict stands and the rest is not asked. */
interface Step {
  readonly question: string;
  readonly isSo: boolean;
  readonly verdict: Verdict;
  readonly reason: string;
}

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
  const steps: readonly Step[] = [
    {
      question: "E18 quick ratio below C06.Stop",
      isSo: gates.isIlliquidBook,
      verdict: "CLOSE",
      reason: "no liquidity to carry the condors",
    },
    {
      question: "E07 VIX spikes",
      isSo: gates.isSpike,
      verdict: "HEDGE",
      reason: "a short-dated VIX hedge instead of rolling out",
    },
    {
      question: "E04 E05 E06 E08 ask for no roll",
      isSo: triggers.asking.length === 0,
      verdict: "DEFER",
      reason: `E16: a roll would buy back ${cost.extrinsicGivenUp.toFixed(0)} $ of time value`,
    },
    {
      question: "E08 the move is noise",
      isSo: triggers.move === "NOISE",
      verdict: "DEFER",
      reason: `asked for by ${triggers.asking.join(", ")}, in a regime that has not changed`,
    },
    {
      question: "E10 an event is near",
      isSo: gates.isBlockedByEvent,
      verdict: "DEFER",
      reason: `within ${settings.number("E10.DaysBefore")} days (E10.Action WARN lets it pass)`,
    },
    {
      question: "E13 the hedge pays more than the roll costs",
      isSo: hedge.net > cost.total,
      verdict: "DEFER",
      reason: `${hedge.scenario}: ${hedge.net.toFixed(0)} $ net against ${cost.total.toFixed(0)} $`,
    },
    {
      question: "E15 E18 the candidate is illiquid, or its margin not carried",
      isSo: gates.isCandidateOut,
      verdict: "CLOSE",
      reason: "a roll is asked for, and nothing to roll into",
    },
    {
      question: "E09 E21 a timing gate is closed",
      isSo: gates.closed.length > 0,
      verdict: "DEFER",
      reason: gates.closed.length === 0 ? "E09, E21" : gates.closed.join(", "),
    },
    {
      question: "none of these",
      isSo: true,
      verdict: "ROLL",
      reason: `asked for by ${triggers.asking.join(", ") || "no rule"}`,
    },
  ];
  const decisive = steps.findIndex(({ isSo }) => isSo);
  const decided = steps[decisive] as Step;
  return [
    ["Rule", "Value", "Limit or beside", "Says", `Reason, unit or rule${asOfText(trade.market)}`],
    ["Verdict", decided.verdict, "", "", `question ${decisive + 1}, ${decided.question}: ${decided.reason}`],
    ["Fixed R:R rule would say", fixed.verdict, "", "", fixed.reason],
    ...steps.map(({ question, isSo, verdict, reason }, index): Table[number] => [
      `${index + 1} ${question}`,
      index > decisive ? "not asked" : isSo ? "yes" : "no",
      `if so ${verdict}`,
      index === decisive ? verdict : "",
      reason,
    ]),
    ...fixed.rows,
    ...triggers.rows,
    ["C17 slippage", cost.slippage, "", "", "$, half-spreads and fees of both trades (ROLLCOST)"],
    [
      "E13 cost of rolling",
      cost.total,
      "",
      "",
      "$, net debit at the middle, if E13.Cost counts it, + slippage",
    ],
    ...hedge.rows,
    ["E16 extrinsic", cost.extrinsicGivenUp, cost.extrinsicSold, "", "$ bought back; beside it sold anew"],
    ...gates.rows,
    ["Note", "", "", "", `questions are asked in order, the first yes decides; payoffs are modelled; ${modelledNote(trade)}; rules, not advice`], // prettier-ignore
  ];
}
