import { DAYS_PER_YEAR } from "../core/units";
import { needed, type Market } from "./market";

/** SPX some days ahead as the market prices it. */
export interface SpxForward {
  /** Index points. */
  readonly forward: number;
  /** Per year, continuously compounded, that leads from spot to the forward. */
  readonly dividendYield: number;
}

/**
 * The SPX forward of an expiry: the market's row "Forward <date>" for that day, else by Rate and Yield.
 * @param days calendar days from AsOf to the expiry, above 0.
 * @param day the expiry's day as an Excel serial; when it is not known, the day that `days` lead to.
 */
export function spxForward(market: Market, days: number, day = dayAfter(market, days)): SpxForward {
  const years = days / DAYS_PER_YEAR;
  const spot = needed(market, "SPX");
  const rate = needed(market, "Rate");
  const given = day === undefined ? undefined : market.forwards.get(day);
  if (given !== undefined) return { forward: given, dividendYield: rate - Math.log(given / spot) / years };
  const dividendYield = needed(market, "Yield");
  return { forward: spot * Math.exp((rate - dividendYield) * years), dividendYield };
}

function dayAfter({ asOf }: Market, days: number): number | undefined {
  return asOf === undefined ? undefined : Math.floor(asOf + days);
}
