import { asOfText } from "./asOfText";
import type { Range } from "./cellValue";
import { needed } from "./market";
import type { Table } from "./netTables";
import type { Position } from "./position";
import { readRollTrade, type RollTrade, type TradedLeg } from "./rollTrade";
import type { Settings } from "./settings";

/** What a roll costs, dollars: above 0 is paid, below 0 received. */
export interface RollCost {
  /** At the middle of bid and ask. */
  readonly close: number;
  readonly open: number;
  readonly closeSlippage: Slippage;
  readonly openSlippage: Slippage;
  /** Half-spreads and fees of both trades. */
  readonly slippage: number;
  /** What waiting is held against: the net debit at the middle, where it is one, and the slippage. */
  readonly total: number;
  /** Time value of what is bought back, and of what is sold in its place. */
  readonly extrinsicGivenUp: number;
  readonly extrinsicSold: number;
}

/** What a trade loses to the market, dollars. */
export interface Slippage {
  readonly halfSpreads: number;
  readonly fees: number;
  /** Legs whose half-spread is a setting, for want of Bid and Ask. */
  readonly unquoted: number;
}

/** The costs of a roll: slippage by C17 on each leg, and time value by E16. */
export function rollCost({ closing, opening, market }: RollTrade, settings: Settings): RollCost {
  const [close, open] = [middle(closing), middle(opening)];
  const closeSlippage = slippageOf(positionsOf(closing), settings);
  const openSlippage = slippageOf(positionsOf(opening), settings);
  const slippage =
    closeSlippage.halfSpreads + closeSlippage.fees + openSlippage.halfSpreads + openSlippage.fees;
  const spot = needed(market, "SPX");
  // A credit is no gain, since the option sold for it is owed: it does not pay for slippage.
  const debit = settings.text("E13.Cost") === "DEBIT" ? Math.max(close + open, 0) : 0;
  return {
    close,
    open,
    closeSlippage,
    openSlippage,
    slippage,
    total: debit + slippage,
    extrinsicGivenUp: extrinsicOf(closing, spot),
    // Adding 0 turns -0 into 0.
    extrinsicSold: -extrinsicOf(opening, spot) + 0,
  };
}

/** Half-spreads times legs, quantity and multiplier, and fees: by the book where it says them, else by the settings. */
export function slippageOf(traded: readonly Position[], settings: Settings): Slippage {
  let [halfSpreads, fees, unquoted] = [0, 0, 0];
  for (const { leg, price } of traded) {
    const contracts = Math.abs(leg.quantity);
    const isQuoted = leg.bid !== undefined && leg.ask !== undefined;
    // What is sold by a setting's half-spread brings no less than nothing.
    const bySetting = settings.number("C17.SpxHalfSpread");
    const half = isQuoted
      ? ((leg.ask ?? 0) - (leg.bid ?? 0)) / 2
      : leg.quantity < 0
        ? Math.min(bySetting, price)
        : bySetting;
    halfSpreads += half * contracts * leg.multiplier;
    fees += leg.fees > 0 ? leg.fees : contracts * settings.number("C17.FeePerContract");
    if (!isQuoted) unquoted += 1;
  }
  return { halfSpreads, fees, unquoted };
}

/** ROLLCOST: what it costs to close the condors held and to open the candidate, figure by figure. */
export function rollCostTable(book: Range, market: Range, candidate: Range, settings: Settings): Table {
  const trade = readRollTrade(book, market, candidate);
  const cost = rollCost(trade, settings);
  const { close, open, closeSlippage, openSlippage } = cost;
  const [closeNatural, openNatural] = [close + closeSlippage.halfSpreads, open + openSlippage.halfSpreads];
  const net = closeNatural + openNatural;
  return [
    ["Figure", "Value", `Unit or rule${asOfText(trade.market)}`],
    ["Legs closed", trade.closing.length, whatIsClosed(trade)],
    ["Legs opened", trade.opening.length, "legs held alike are kept, not traded"],
    ["Close, middle", close, PAID],
    ["Close, natural side", closeNatural, PAID],
    ["Open, middle", open, PAID],
    ["Open, natural side", openNatural, PAID],
    ["Net, natural side", net, net > 0 ? "$, a debit" : net < 0 ? "$, a credit" : "$"],
    ["C17 half-spreads, close", closeSlippage.halfSpreads, spreadNote(closeSlippage)],
    ["C17 half-spreads, open", openSlippage.halfSpreads, spreadNote(openSlippage)],
    [
      "C17 fees",
      closeSlippage.fees + openSlippage.fees,
      "$, column Fees as one trade's, else C17.FeePerContract",
    ],
    ["C17 slippage", cost.slippage, "$, half-spreads + fees"],
    ["E13 cost of rolling", cost.total, "$, slippage and, by E13.Cost, a net debit"], // prettier-ignore
    ["E16 extrinsic given up", cost.extrinsicGivenUp, "$, price less intrinsic value, bought back"],
    ["E16 extrinsic sold", cost.extrinsicSold, "$, sold anew"],
    ["Note", "", modelledNote(trade)],
  ];
}

const PAID = "$ paid; below 0 received";

/** Which legs a roll closes, in words. */
function whatIsClosed({ rolled, stays }: RollTrade): string {
  if (stays.length === 0) return "of all SPX legs";
  const names = [...new Set(rolled.map(({ leg }) => leg.layer))].join(", ");
  return `of layer ${names}, which the candidate names`;
}

/** What of a roll's figures is modelled. */
export function modelledNote({ rolled, candidate }: Pick<RollTrade, "rolled" | "candidate">): string {
  const modelled = [...rolled, ...candidate].filter(({ volSource }) => volSource === "modelled").length;
  const unmarked = [...rolled, ...candidate].filter(({ leg }) => leg.mark === undefined).length;
  return `${unmarked} SPX legs without a price are modelled, ${modelled} with a modelled vol`;
}

function spreadNote({ unquoted }: Slippage): string {
  return unquoted === 0 ? "$, by Bid and Ask" : `$; ${unquoted} legs by C17.SpxHalfSpread`;
}

function middle(legs: readonly TradedLeg[]): number {
  return legs.reduce((sum, { position }) => sum + position.value, 0) + 0;
}

function positionsOf(legs: readonly TradedLeg[]): Position[] {
  return legs.map(({ position }) => position);
}

/** Price less what the option would pay with SPX as it stands, dollars; above 0 where time value is bought. */
function extrinsicOf(legs: readonly TradedLeg[], spot: number): number {
  return legs.reduce((sum, { position: { leg, price } }) => {
    const beyond = spot - (leg.strike ?? 0);
    const intrinsic = Math.max(leg.kind === "call" ? beyond : -beyond, 0);
    return sum + leg.quantity * leg.multiplier * (price - intrinsic);
  }, 0);
}
