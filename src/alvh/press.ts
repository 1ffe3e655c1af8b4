import { InputError, NoSolutionError } from "../core/errors";
import { isBlankOrZero, type CellValue, type Range } from "./cellValue";
import { contractTerms } from "./contracts";
import { formatIsoDate, parseDate } from "./dates";
import { asOfText } from "./asOfText";
import { layerUnit, type LayerUnit } from "./layerUnit";
import { readMarket, type Market } from "./market";
import type { Table } from "./netTables";
import { hasExpiry, planLayers } from "./planLayers";
import { readNumber } from "./readNumber";
import type { Settings } from "./settings";

/** The share of theta collected that is pressed into VIX calls, by two z-scores of the user: dear markets press less. */
export function pressRate(settings: Settings): number {
  const weight = settings.number("D19.Weight");
  const z = (name: string): number => settings.optionalNumber(name) ?? 0;
  const rate = settings.number("F01.Share") * (1 - weight * z("D19.PcfZ") - weight * z("D19.ReerZ"));
  return Math.min(Math.max(rate, 0), 1);
}

/**
 * PRESS: part of the theta that short condors brought in buys longer VIX calls, whole contracts only. A number is one
 * period; rows of date, theta and (optional) price paid are a ledger, what is left over carried to the next row.
 */
export function pressTable(thetaCollected: Range, market: Range, settings: Settings): Table {
  const conditions = readMarket(market);
  const rate = pressRate(settings);
  const call = callBought(conditions, settings);
  const isLedger = (thetaCollected[0]?.length ?? 0) > 1;
  if (!isLedger && thetaCollected.slice(1).some(([cell]) => !isBlankOrZero(cell))) {
    throw new InputError(
      "thetaCollected",
      "thetaCollected has one column of several cells: give one number, or rows of date and dollars",
    );
  }
  return isLedger
    ? ledger(thetaCollected, rate, call, conditions)
    : onePeriod(readTheta("thetaCollected", thetaCollected[0]?.[0]), rate, call, conditions, settings);
}

/** One contract of the longest layer that expires, in calls. */
function callBought(market: Market, settings: Settings): LayerUnit {
  const layer = planLayers(settings).filter(hasExpiry).at(-1);
  if (layer === undefined)
    throw new InputError("settings", "settings: no layer holds VIX calls to press into");
  const call = layerUnit({ ...layer, instrument: "call" }, settings, market);
  // Half a cent is no price that is quoted.
  if (call.price >= 0.005) return call;
  throw new NoSolutionError(
    `the call ${call.strikes[0] ?? ""} is worth ${Number(call.price.toPrecision(3))} points, next to nothing: check VVIX, VIXSkew and the layer's Delta`,
  );
}

function onePeriod(theta: number, rate: number, call: LayerUnit, market: Market, settings: Settings): Table {
  const budget = rate * theta;
  const contracts = wholeContracts(budget, call.premiumDollars);
  const scores = settings.optionalNumber("D19.PcfZ") ?? settings.optionalNumber("D19.ReerZ");
  return [
    ["Figure", "Value", `Unit or rule${asOfText(market)}`],
    ["F01 theta collected", theta, "$ in the period"],
    [
      "D19 press rate",
      rate,
      scores === undefined
        ? "share; no z-scores given: D19.PcfZ, D19.ReerZ"
        : "share, after the z-scores of P/CF and REER",
    ],
    ["F01 press budget", budget, "$, rate times theta"],
    [
      "VIX call",
      call.strikes[0] ?? "",
      `strike; expires ${formatIsoDate(call.expiration ?? 0)}, the longest layer`,
    ],
    ["Price", call.price, "points, vol modelled from VVIX"],
    ["F01 contracts to buy", contracts, "whole contracts that the budget pays for"],
    ["Premium", contracts * call.premiumDollars, "$"],
    ["Left over", budget - contracts * call.premiumDollars, "$, carried to the next period"],
    ["VIX01 bought", contracts * call.vix01, "$ per VIX point"],
    ["Theta bought", contracts * call.thetaPerDay + 0, "$/day: the calls decay too"],
  ];
}

function ledger(rows: Range, rate: number, call: LayerUnit, market: Market): Table {
  let carried = 0;
  let held = 0;
  const entries = rows.flatMap(([date, theta, price], index): Table => {
    const isHeader = index === 0 && typeof theta === "string" && Number.isNaN(Number(theta));
    if (isHeader || (isBlankOrZero(date) && isBlankOrZero(theta))) return [];
    const where = `thetaCollected row ${index + 1}`;
    if (isBlankOrZero(date)) throw new InputError("thetaCollected", `${where} has dollars but no date`);
    const day = parseDate(`${where}, date`, date);
    const paid = isBlankOrZero(price)
      ? call.price
      : readNumber("thetaCollected", `${where}, price`, price, { min: 0.01, max: 1000 });
    const collected = readTheta(where, theta);
    const budget = carried + rate * collected;
    const contracts = wholeContracts(budget, MULTIPLIER * paid);
    held += contracts;
    carried = budget - contracts * MULTIPLIER * paid;
    const source = isBlankOrZero(price)
      ? `modelled for the call ${call.strikes[0] ?? ""} of ${formatIsoDate(call.expiration ?? 0)}`
      : "given";
    return [
      [
        formatIsoDate(day),
        collected,
        rate * collected,
        budget,
        paid,
        contracts,
        carried,
        held,
        `price ${source}`,
      ],
    ];
  });
  if (entries.length === 0) {
    throw new InputError(
      "thetaCollected",
      "thetaCollected holds no row: give a date and the theta collected in each",
    );
  }
  return [
    [
      "Date", "Theta collected $", "Pressed $", "Budget with carry $", "Call price (pts)", "Contracts", "Left over $",
      "Contracts so far", `Notes${asOfText(market)}`,
    ], // prettier-ignore
    ...entries,
  ];
}

const MULTIPLIER = contractTerms("VIX").multiplier;

/** Whole contracts; a ratio that rounding left a trifle below a whole number counts as it. */
function wholeContracts(budget: number, dollars: number): number {
  return Math.max(Math.floor(budget / dollars + 1e-9), 0);
}

function readTheta(where: string, value: CellValue): number {
  // Adding 0 turns -0, which some hosts show with its sign, into 0.
  return readNumber("thetaCollected", where, value, { min: 0, max: 1e12 }) + 0;
}
