import { InputError } from "../core/errors";
import { asOfText } from "./asOfText";
import { isBlankOrZero, type Range } from "./cellValue";
import { condorComplexes, type CondorComplex } from "./condorComplexes";
import { expiryText } from "./condorFigures";
import { contractTerms } from "./contracts";
import { netGreeks, readBookInMarket } from "./netGreeks";
import type { Table } from "./netTables";
import { readNumber } from "./readNumber";
import { relativeStrength } from "./relativeStrength";
import { slippageOf } from "./rollCost";
import { LEVELS, readSeries } from "./series";
import type { Settings } from "./settings";

/** Dollars of one E-mini S&P 500 future for a point. */
const ES_MULTIPLIER = 50;

/**
 * REBALANCE: act where the condors' delta (B12) or the RSI of SPX (B13) goes beyond its limit, hold otherwise (B14); the
 * SPX and ES units that bring the book's delta to 0 beside it (C20).
 * @param rsi the RSI itself, or SPX closes from which it is computed.
 */
export function rebalanceTable(
  book: Range,
  market: Range,
  rsi: Range | undefined,
  settings: Settings,
): Table {
  const inMarket = readBookInMarket(book, market);
  const { complexes, otherSpxLegs } = condorComplexes(inMarket);
  const legs = complexes.flatMap(({ positions }) => positions);
  const deltas = deltaRows(complexes, settings);
  const strength = readStrength(rsi, settings);
  const below = settings.number("B13.Below");
  const isLow = strength !== undefined && strength < below;
  const reasons = [...(deltas.some((row) => row[3] === "BEYOND") ? ["B12"] : []), ...(isLow ? ["B13"] : [])];
  const { halfSpreads, fees, unquoted } = slippageOf(legs, settings);
  const cost = 2 * (halfSpreads + fees);
  const quotes = unquoted === 0 ? "by Bid and Ask" : `${unquoted} legs by C17.SpxHalfSpread`;
  const groups = netGreeks(inMarket, "underlying");
  const spx = groups.find(({ underlying }) => underlying === "SPX")?.delta ?? 0;
  const hedge = groups
    .filter(({ underlying }) => underlying !== "SPX")
    .reduce((sum, { spxDelta = 0 }) => sum + spxDelta, 0);
  const unitsOf = (multiplier: number): number => -(spx + hedge) / multiplier + 0;
  return [
    ["Figure", "Value", "Limit", "Says", `Unit or rule${asOfText(inMarket.market)}`],
    [
      "Verdict",
      reasons.length > 0 ? "REBALANCE" : "HOLD",
      "",
      "",
      reasons.length > 0 ? `by ${reasons.join(" and ")}` : "B14: no small adjustments",
    ],
    ...deltas,
    [
      "B13 RSI of SPX",
      strength ?? "not given",
      below,
      isLow ? "BELOW" : "",
      "strictly below; the RSI, or SPX closes",
    ],
    [
      reasons.length > 0 ? "B14 cost of re-trading" : "B14 cost saved by holding",
      cost,
      "",
      "",
      `$, closing and reopening the condors' legs once (C17); ${quotes}`,
    ],
    ["C20 delta of SPX options", spx, "", "", "$ per SPX point"],
    ["C20 delta of the hedge", hedge, "", "", "$ per SPX point, modelled by SpotVixBeta"],
    ["C20 delta of the book", spx + hedge, "", "", "$ per SPX point"],
    [
      "C20 SPX units that bring it to 0",
      unitsOf(contractTerms("SPX").multiplier),
      "",
      "",
      "a call held and a put sold is one; a conversion is delta-flat and brings none",
    ],
    ["C20 ES units that bring it to 0", unitsOf(ES_MULTIPLIER), "", "", "futures of 50 $ a point"],
    ...(otherSpxLegs === 0 ? [] : [["Left out", otherSpxLegs, "", "", "SPX legs in no condor: only in C20"]]),
  ];
}

/** Net delta in option-delta units, per condor of each expiry or summed; only what stands beyond the limit triggers. */
function deltaRows(complexes: readonly CondorComplex[], settings: Settings): Table {
  const limit = settings.number("B12.Delta");
  const isSum = settings.text("B12.Measure") === "SUM";
  const optionDelta = ({ positions, multiplier }: CondorComplex): number =>
    positions.reduce((sum, { delta }) => sum + delta, 0) / multiplier;
  const row = (name: string, delta: number, counts: boolean, note: string): Table[number] => [
    name,
    delta,
    limit,
    counts && Math.abs(delta) > limit ? "BEYOND" : "",
    note,
  ];
  return [
    ...complexes.map((complex) =>
      row(
        `B12 delta per condor, ${expiryText(complex)}`,
        optionDelta(complex) / complex.condors,
        !isSum,
        "option-delta units; strictly",
      ),
    ),
    row(
      "B12 delta, sum of condors",
      complexes.reduce((sum, complex) => sum + optionDelta(complex), 0),
      isSum,
      isSum ? "option-delta units; strictly" : "counts by B12.Measure SUM",
    ),
  ];
}

/** The RSI that is given, or Wilder's of the closes given; 0 is what desktop Excel sends for a blank. */
function readStrength(rsi: Range | undefined, settings: Settings): number | undefined {
  if (rsi === undefined) return undefined;
  if (rsi.length === 1 && rsi[0]?.length === 1) {
    const [[value] = []] = rsi;
    return isBlankOrZero(value) ? undefined : readNumber("rsi", "rsi", value, { min: 0, max: 100 });
  }
  const period = settings.number("B13.Period");
  const strength = relativeStrength(readSeries("rsi", rsi, LEVELS).values, period).at(-1);
  if (strength !== undefined) return strength;
  throw new InputError("rsi", `rsi needs more than ${period} SPX closes, or the RSI itself as one number`);
}
