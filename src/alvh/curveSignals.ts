import { InputError, NoSolutionError } from "../core/errors";
import { DAYS_PER_YEAR } from "../core/units";
import { contractTerms } from "./contracts";
import { formatIsoDate, formatIsoDateTime } from "./dates";
import { needed, neededAsOf, type Market, type VxFuture } from "./market";
import type { Table } from "./netTables";
import type { Series } from "./series";
import { rollDownPerDay, vxCurve } from "./vxCurve";

/** Up-sloping is contango, the calm state; down-sloping is backwardation, the stress. */
export type CurveShape = "contango" | "backwardation" | "flat";

export function curveShape(near: number, far: number): CurveShape {
  if (far > near) return "contango";
  return far < near ? "backwardation" : "flat";
}

/**
 * Slope of the VX curve between two constant maturities, in points: positive is contango. Where the texts say that the
 * curve "steepens" in stress they mean that its front rises above its back: a falling slope, shown as inversion.
 */
export function curveSlopeTable(market: Market, nearDays: number, farDays: number): Table {
  if (!(nearDays < farDays)) {
    throw new InputError("near", `near (${nearDays}) must be fewer days than far (${farDays})`);
  }
  const last = market.futures.at(-1);
  if (last?.days !== undefined && last.days < farDays) {
    throw new NoSolutionError(
      `the last VX future of the market has ${Math.floor(last.days)} days: the slope needs one of ${farDays} days or more`,
    );
  }
  const near = vxCurve(market, nearDays);
  const far = vxCurve(market, farDays);
  const [first, second] = market.futures;
  return [
    ...heading(market),
    [`VX at ${nearDays} days`, near, "VIX points, a straight line between settlements"],
    [`VX at ${farDays} days`, far, "VIX points"],
    ["Slope", far - near, "VIX points, far less near: positive is contango"],
    ["Ratio", far / near, "far / near: above 1 is contango"],
    ["Shape", curveShape(near, far), "contango is the calm state, backwardation the stress"],
    ["Front inversion", inversion(first, second), "yes where the first future is above the second"],
  ];
}

/** The first VX future against spot VIX; with a series of market capitalisation or of the index, the two trends together. */
export function basisTable(market: Market, capitalisation: Series | undefined, trendBars: number): Table {
  const future = firstFuture(market);
  const vix = needed(market, "VIX");
  const shape = curveShape(vix, future.price);
  const rows: Table = [
    ...heading(market),
    ["First VX future", formatIsoDate(future.expiry), "expiration"],
    ["Days", future.days ?? "", "calendar days to it"],
    ["VX1", future.price, "VIX points"],
    ["VIX", vix, "VIX points"],
    ["Basis", future.price - vix, "VIX points, future less spot: it goes to 0 by the expiration"],
    ["Ratio", future.price / vix, "future / spot"],
    ["Shape", shape, "contango where the future is above spot"],
  ];
  if (capitalisation === undefined) return rows;
  const trend = changeOver(capitalisation, trendBars);
  const direction = trend > 0 ? "up" : trend < 0 ? "down" : "unchanged";
  return [
    ...rows,
    ["Market trend", trend, `change of the series over ${trendBars} bars, a fraction`],
    ["Tag", `${direction}, ${shape}`, "market trend and basis together"],
  ];
}

/**
 * What the slope of the curve costs or pays a long future at one maturity while the curve stands still: per day, and as a
 * yield per year between the settlements on either side.
 */
export function rollYieldTable(market: Market, days: number): Table {
  neededAsOf(market);
  const spot = { days: 0, price: needed(market, "VIX"), name: "spot VIX" };
  const points = [
    spot,
    ...market.futures.map(({ days: left, price, expiry }) => ({
      days: left ?? NaN,
      price,
      name: formatIsoDate(expiry),
    })),
  ];
  const farIndex = points.findIndex((point) => point.days >= days && point.days > 0);
  const [near, far] = [points[farIndex - 1], points[farIndex]];
  if (near === undefined || far === undefined) {
    throw new NoSolutionError(`the market has no VX future of ${days} days or more after AsOf`);
  }
  // Within hours of a settlement a year of such days has no finite yield.
  const perYearOf = (ratio: number): number | string => {
    const yearly = ratio ** (DAYS_PER_YEAR / (far.days - near.days)) - 1;
    return Number.isFinite(yearly) ? yearly : "";
  };
  const perDay = rollDownPerDay(market, days);
  return [
    ...heading(market),
    ["Days", days, "calendar days to the maturity"],
    ["Near", near.name, "the settlement before it"],
    ["Far", far.name, "the settlement after it"],
    ["Shape", curveShape(near.price, far.price), "between the two"],
    ["Roll-down", perDay, "VIX points a day for a long future; negative in contango"],
    ["Roll-down of one VX", contractTerms("VX").multiplier * perDay, "$/day, long"],
    ["Roll yield, long", perYearOf(near.price / far.price), "per year, compounded; negative in contango"],
    [
      "Carry of the curve",
      perYearOf(far.price / near.price),
      "per year, compounded: what a short earns in contango",
    ],
    ["Note", "", "if the curve stands still, which is an assumption and no forecast"],
  ];
}

function heading(market: Market): Table {
  return [
    ["Figure", "Value", "Unit or note"],
    ["As of", formatIsoDateTime(neededAsOf(market)), "New York"],
  ];
}

function inversion(first: VxFuture | undefined, second: VxFuture | undefined): string {
  if (first === undefined || second === undefined) return "";
  return first.price > second.price ? "yes" : "no";
}

function firstFuture(market: Market): VxFuture {
  const [future] = market.futures;
  if (future === undefined) {
    throw new NoSolutionError(
      "market has no VX future after AsOf: add rows named by their expiration date, or VX1",
    );
  }
  return future;
}

/** Change of a series over its last bars, as a fraction. */
function changeOver({ name, values }: Series, bars: number): number {
  const last = values.at(-1);
  const before = values[values.length - 1 - bars];
  if (last === undefined || before === undefined) {
    throw new NoSolutionError(
      `${name} needs ${bars + 1} figures for a change over ${bars} bars: it has ${values.length}`,
    );
  }
  return last / before - 1;
}
