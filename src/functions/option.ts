/** European options: Black-Scholes-Merton on a spot (BSM.*) and Black-76 on a forward (BLACK76.*). */

import { black76, blackScholes, blackScholesDelta, blackScholesPrice, GREEKS_WIDTH } from "../core/black";
import type { OptionGreeks, OptionKind } from "../core/black";
import { impliedVolatility } from "../core/impliedVolatility";
import { probabilityInTheMoney, probabilityOfTouch } from "../core/probability";
import { quotedGreeks } from "../core/quotedGreeks";
import { strikeFromDelta } from "../core/strikeFromDelta";
import { DAYS_PER_YEAR } from "../core/units";
import { broadcast, broadcastRows } from "./support/broadcast";
import { cell } from "./support/cell";
import { fillForwardGreeks, fillSpotGreeks } from "./support/greekRows";
import {
  DELTA,
  DTE,
  FORWARD,
  KIND,
  PRICE,
  RATE,
  readHeaders,
  SPOT,
  STRIKE,
  TOUCH,
  VOL,
  YIELD,
} from "./support/optionArguments";

/**
 * Price of a European option on a spot (Black-Scholes-Merton).
 * @customfunction BSM.PRICE
 * @param kind "call" or "put", also c or p; any case.
 * @param spot Spot price of the underlying, in its own points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @param [dividendYield] Dividend yield per year as a decimal (0.015), continuous. Omitted: 0.
 * @returns Price per unit of the underlying.
 * @example =ALVH.BSM.PRICE("put", 100, 95, 182.5, 0.2, 0.1, 0.05) is 2.4648
 */
export function bsmPrice(
  kind: any[][],
  spot: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
  dividendYield?: any[][],
): any[][] {
  return cell(() => spotOption([kind, spot, strike, dte, vol, rate, dividendYield], blackScholesPrice));
}

/**
 * Delta of a European option on a spot (Black-Scholes-Merton): change of the price for 1 point of the spot.
 * @customfunction BSM.DELTA
 * @param kind "call" or "put", also c or p; any case.
 * @param spot Spot price of the underlying, in its own points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @param [dividendYield] Dividend yield per year as a decimal (0.015), continuous. Omitted: 0.
 * @returns Delta, from -1 to 1.
 * @example =ALVH.BSM.DELTA("put", 100, 95, 182.5, 0.2, 0.1, 0.05) is -0.26418
 */
export function bsmDelta(
  kind: any[][],
  spot: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
  dividendYield?: any[][],
): any[][] {
  return cell(() => spotOption([kind, spot, strike, dte, vol, rate, dividendYield], blackScholesDelta));
}

/**
 * Gamma of a European option on a spot (Black-Scholes-Merton): change of delta for 1 point of the spot.
 * @customfunction BSM.GAMMA
 * @param kind "call" or "put", also c or p; any case.
 * @param spot Spot price of the underlying, in its own points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @param [dividendYield] Dividend yield per year as a decimal (0.015), continuous. Omitted: 0.
 * @returns Gamma per point.
 * @example =ALVH.BSM.GAMMA("put", 100, 95, 182.5, 0.2, 0.1, 0.05) is 0.02284
 */
export function bsmGamma(
  kind: any[][],
  spot: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
  dividendYield?: any[][],
): any[][] {
  return cell(() => spotOption([kind, spot, strike, dte, vol, rate, dividendYield], gamma));
}

/**
 * Vega of a European option on a spot (Black-Scholes-Merton): change of the price for 1 volatility point (0.01).
 * @customfunction BSM.VEGA
 * @param kind "call" or "put", also c or p; any case.
 * @param spot Spot price of the underlying, in its own points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @param [dividendYield] Dividend yield per year as a decimal (0.015), continuous. Omitted: 0.
 * @returns Price change per volatility point.
 * @example =ALVH.BSM.VEGA("put", 100, 95, 182.5, 0.2, 0.1, 0.05) is 0.2284
 */
export function bsmVega(
  kind: any[][],
  spot: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
  dividendYield?: any[][],
): any[][] {
  return cell(() => spotOption([kind, spot, strike, dte, vol, rate, dividendYield], vegaPerPoint));
}

/**
 * Theta of a European option on a spot (Black-Scholes-Merton): change of the price as one calendar day passes.
 * @customfunction BSM.THETA
 * @param kind "call" or "put", also c or p; any case.
 * @param spot Spot price of the underlying, in its own points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @param [dividendYield] Dividend yield per year as a decimal (0.015), continuous. Omitted: 0.
 * @returns Price change per calendar day.
 * @example =ALVH.BSM.THETA("put", 100, 95, 182.5, 0.2, 0.1, 0.05) is -0.0082206
 */
export function bsmTheta(
  kind: any[][],
  spot: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
  dividendYield?: any[][],
): any[][] {
  return cell(() => spotOption([kind, spot, strike, dte, vol, rate, dividendYield], thetaPerDay));
}

/**
 * Rho of a European option on a spot (Black-Scholes-Merton): change of the price for 1% of interest rate.
 * @customfunction BSM.RHO
 * @param kind "call" or "put", also c or p; any case.
 * @param spot Spot price of the underlying, in its own points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @param [dividendYield] Dividend yield per year as a decimal (0.015), continuous. Omitted: 0.
 * @returns Price change per 1% of rate.
 * @example =ALVH.BSM.RHO("put", 100, 95, 182.5, 0.2, 0.1, 0.05) is -0.14441
 */
export function bsmRho(
  kind: any[][],
  spot: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
  dividendYield?: any[][],
): any[][] {
  return cell(() => spotOption([kind, spot, strike, dte, vol, rate, dividendYield], rhoPerPercent));
}

/**
 * Vanna of a European option on a spot (Black-Scholes-Merton): change of delta for 1 volatility point.
 * @customfunction BSM.VANNA
 * @param kind "call" or "put", also c or p; any case.
 * @param spot Spot price of the underlying, in its own points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @param [dividendYield] Dividend yield per year as a decimal (0.015), continuous. Omitted: 0.
 * @returns Delta change per volatility point.
 * @example =ALVH.BSM.VANNA("put", 100, 95, 182.5, 0.2, 0.1, 0.05) is -0.0075706
 */
export function bsmVanna(
  kind: any[][],
  spot: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
  dividendYield?: any[][],
): any[][] {
  return cell(() => spotOption([kind, spot, strike, dte, vol, rate, dividendYield], vannaPerPoint));
}

/**
 * Volga of a European option on a spot (Black-Scholes-Merton): change of vega (per point) for 1 volatility point.
 * @customfunction BSM.VOLGA
 * @param kind "call" or "put", also c or p; any case.
 * @param spot Spot price of the underlying, in its own points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @param [dividendYield] Dividend yield per year as a decimal (0.015), continuous. Omitted: 0.
 * @returns Vega change per volatility point.
 * @example =ALVH.BSM.VOLGA("put", 100, 95, 182.5, 0.2, 0.1, 0.05) is 0.0032664
 */
export function bsmVolga(
  kind: any[][],
  spot: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
  dividendYield?: any[][],
): any[][] {
  return cell(() => spotOption([kind, spot, strike, dte, vol, rate, dividendYield], volgaPerPointSquared));
}

/**
 * Charm of a European option on a spot (Black-Scholes-Merton): change of delta as one calendar day passes.
 * @customfunction BSM.CHARM
 * @param kind "call" or "put", also c or p; any case.
 * @param spot Spot price of the underlying, in its own points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @param [dividendYield] Dividend yield per year as a decimal (0.015), continuous. Omitted: 0.
 * @returns Delta change per calendar day.
 * @example =ALVH.BSM.CHARM("put", 100, 95, 182.5, 0.2, 0.1, 0.05) is 0.000065765
 */
export function bsmCharm(
  kind: any[][],
  spot: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
  dividendYield?: any[][],
): any[][] {
  return cell(() => spotOption([kind, spot, strike, dte, vol, rate, dividendYield], charmPerDay));
}

/**
 * Price, delta, gamma, vega, theta, rho, vanna, volga and charm of European options on a spot (Black-Scholes-Merton), one row per option.
 * @customfunction BSM.GREEKS
 * @param kind "call" or "put", also c or p; any case.
 * @param spot Spot price of the underlying, in its own points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @param [dividendYield] Dividend yield per year as a decimal (0.015), continuous. Omitted: 0.
 * @param [headers] TRUE for a header row above the numbers. Omitted: FALSE.
 * @returns One row of nine numbers per option, in the units of the single functions.
 * @example =ALVH.BSM.GREEKS("put", 100, {95;100}, 182.5, 0.2, 0.1, 0.05, TRUE)
 */
export function bsmGreeks(
  kind: any[][],
  spot: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
  dividendYield?: any[][],
  headers?: any,
): any[][] {
  return cell(() => spotGreeks([kind, spot, strike, dte, vol, rate, dividendYield], headers));
}

/**
 * Implied volatility of a European option on a spot (Black-Scholes-Merton): the volatility that gives this price.
 * @customfunction BSM.IMPVOL
 * @param kind "call" or "put", also c or p; any case.
 * @param price Price of one option, in the points of the underlying.
 * @param spot Spot price of the underlying, in its own points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @param [dividendYield] Dividend yield per year as a decimal (0.015), continuous. Omitted: 0.
 * @returns Volatility per year as a decimal; #N/A with the reason where no volatility gives the price.
 * @example =ALVH.BSM.IMPVOL("put", 2.4648, 100, 95, 182.5, 0.1, 0.05) is 0.2000
 */
export function bsmImpliedVol(
  kind: any[][],
  price: any[][],
  spot: any[][],
  strike: any[][],
  dte: any[][],
  rate: any[][],
  dividendYield?: any[][],
): any[][] {
  return cell(() => spotImpliedVolatility([kind, price, spot, strike, dte, rate, dividendYield]));
}

/**
 * Strike at which a European option on a spot (Black-Scholes-Merton) has this delta.
 * @customfunction BSM.STRIKE
 * @param kind "call" or "put", also c or p; any case.
 * @param delta Delta wanted: positive for a call, negative for a put.
 * @param spot Spot price of the underlying, in its own points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @param [dividendYield] Dividend yield per year as a decimal (0.015), continuous. Omitted: 0.
 * @returns Strike, in points; #N/A with the reason where no strike has the delta.
 * @example =ALVH.BSM.STRIKE("put", -0.16, 4500.53, 42, 0.2, 0.003, 0.0294) is 4204.44
 */
export function bsmStrike(
  kind: any[][],
  delta: any[][],
  spot: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
  dividendYield?: any[][],
): any[][] {
  return cell(() => spotStrike([kind, delta, spot, dte, vol, rate, dividendYield]));
}

/**
 * Risk-neutral probability that a European option on a spot (Black-Scholes-Merton) finishes in the money, or that the spot touches its strike.
 * @customfunction BSM.PROB
 * @param kind "call" or "put", also c or p; any case.
 * @param spot Spot price of the underlying, in its own points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @param [dividendYield] Dividend yield per year as a decimal (0.015), continuous. Omitted: 0.
 * @param [touch] TRUE for touching the strike at least once, FALSE for finishing in the money. Omitted: FALSE.
 * @returns Probability, from 0 to 1.
 * @example =ALVH.BSM.PROB("put", 4500.53, 4100, 42, 0.25, 0.003, 0.0294) is 0.15366
 * @example =ALVH.BSM.PROB("put", 4500.53, 4100, 42, 0.25, 0.003, 0.0294, TRUE) is 0.29562
 */
export function bsmProbability(
  kind: any[][],
  spot: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
  dividendYield?: any[][],
  touch?: any[][],
): any[][] {
  return cell(() => spotProbability([kind, spot, strike, dte, vol, rate, dividendYield, touch]));
}

/**
 * Price of a European option on a forward (Black-76).
 * @customfunction BLACK76.PRICE
 * @param kind "call" or "put", also c or p; any case.
 * @param forward Forward or futures price for the expiration, in points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @returns Price per unit of the underlying.
 * @example =ALVH.BLACK76.PRICE("call", 24.2613, 30, 12, 1.255, 0.003) is 0.57774
 */
export function black76Price(
  kind: any[][],
  forward: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
): any[][] {
  return cell(() => forwardOption([kind, forward, strike, dte, vol, rate], blackScholesPrice));
}

/**
 * Delta of a European option on a forward (Black-76): change of the price for 1 point of the forward.
 * @customfunction BLACK76.DELTA
 * @param kind "call" or "put", also c or p; any case.
 * @param forward Forward or futures price for the expiration, in points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @returns Delta, from -1 to 1.
 * @example =ALVH.BLACK76.DELTA("call", 24.2613, 30, 12, 1.255, 0.003) is 0.2063
 */
export function black76Delta(
  kind: any[][],
  forward: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
): any[][] {
  return cell(() => forwardOption([kind, forward, strike, dte, vol, rate], blackScholesDelta));
}

/**
 * Gamma of a European option on a forward (Black-76): change of delta for 1 point of the forward.
 * @customfunction BLACK76.GAMMA
 * @param kind "call" or "put", also c or p; any case.
 * @param forward Forward or futures price for the expiration, in points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @returns Gamma per point.
 * @example =ALVH.BLACK76.GAMMA("call", 24.2613, 30, 12, 1.255, 0.003) is 0.051656
 */
export function black76Gamma(
  kind: any[][],
  forward: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
): any[][] {
  return cell(() => forwardOption([kind, forward, strike, dte, vol, rate], gamma));
}

/**
 * Vega of a European option on a forward (Black-76): change of the price for 1 volatility point (0.01).
 * @customfunction BLACK76.VEGA
 * @param kind "call" or "put", also c or p; any case.
 * @param forward Forward or futures price for the expiration, in points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @returns Price change per volatility point.
 * @example =ALVH.BLACK76.VEGA("call", 24.2613, 30, 12, 1.255, 0.003) is 0.012545
 */
export function black76Vega(
  kind: any[][],
  forward: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
): any[][] {
  return cell(() => forwardOption([kind, forward, strike, dte, vol, rate], vegaPerPoint));
}

/**
 * Theta of a European option on a forward (Black-76): change of the price as one calendar day passes.
 * @customfunction BLACK76.THETA
 * @param kind "call" or "put", also c or p; any case.
 * @param forward Forward or futures price for the expiration, in points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @returns Price change per calendar day.
 * @example =ALVH.BLACK76.THETA("call", 24.2613, 30, 12, 1.255, 0.003) is -0.065597
 */
export function black76Theta(
  kind: any[][],
  forward: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
): any[][] {
  return cell(() => forwardOption([kind, forward, strike, dte, vol, rate], thetaPerDay));
}

/**
 * Rho of a European option on a forward (Black-76): change of the price for 1% of interest rate, the forward held.
 * @customfunction BLACK76.RHO
 * @param kind "call" or "put", also c or p; any case.
 * @param forward Forward or futures price for the expiration, in points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @returns Price change per 1% of rate.
 * @example =ALVH.BLACK76.RHO("call", 24.2613, 30, 12, 1.255, 0.003) is -0.00018994
 */
export function black76Rho(
  kind: any[][],
  forward: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
): any[][] {
  return cell(() => forwardOption([kind, forward, strike, dte, vol, rate], rhoPerPercentAtFixedForward));
}

/**
 * Vanna of a European option on a forward (Black-76): change of delta for 1 volatility point.
 * @customfunction BLACK76.VANNA
 * @param kind "call" or "put", also c or p; any case.
 * @param forward Forward or futures price for the expiration, in points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @returns Delta change per volatility point.
 * @example =ALVH.BLACK76.VANNA("call", 24.2613, 30, 12, 1.255, 0.003) is 0.0023787
 */
export function black76Vanna(
  kind: any[][],
  forward: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
): any[][] {
  return cell(() => forwardOption([kind, forward, strike, dte, vol, rate], vannaPerPoint));
}

/**
 * Volga of a European option on a forward (Black-76): change of vega (per point) for 1 volatility point.
 * @customfunction BLACK76.VOLGA
 * @param kind "call" or "put", also c or p; any case.
 * @param forward Forward or futures price for the expiration, in points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @returns Vega change per volatility point.
 * @example =ALVH.BLACK76.VOLGA("call", 24.2613, 30, 12, 1.255, 0.003) is 0.000085727
 */
export function black76Volga(
  kind: any[][],
  forward: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
): any[][] {
  return cell(() => forwardOption([kind, forward, strike, dte, vol, rate], volgaPerPointSquared));
}

/**
 * Charm of a European option on a forward (Black-76): change of delta as one calendar day passes.
 * @customfunction BLACK76.CHARM
 * @param kind "call" or "put", also c or p; any case.
 * @param forward Forward or futures price for the expiration, in points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @returns Delta change per calendar day.
 * @example =ALVH.BLACK76.CHARM("call", 24.2613, 30, 12, 1.255, 0.003) is -0.012437
 */
export function black76Charm(
  kind: any[][],
  forward: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
): any[][] {
  return cell(() => forwardOption([kind, forward, strike, dte, vol, rate], charmPerDay));
}

/**
 * Price, delta, gamma, vega, theta, rho, vanna, volga and charm of European options on a forward (Black-76), one row per option.
 * @customfunction BLACK76.GREEKS
 * @param kind "call" or "put", also c or p; any case.
 * @param forward Forward or futures price for the expiration, in points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @param [headers] TRUE for a header row above the numbers. Omitted: FALSE.
 * @returns One row of nine numbers per option, in the units of the single functions.
 * @example =ALVH.BLACK76.GREEKS("call", 24.2613, {25;30}, 12, 1.255, 0.003, TRUE)
 */
export function black76Greeks(
  kind: any[][],
  forward: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
  headers?: any,
): any[][] {
  return cell(() => forwardGreeks([kind, forward, strike, dte, vol, rate], headers));
}

/**
 * Implied volatility of a European option on a forward (Black-76): the volatility that gives this price.
 * @customfunction BLACK76.IMPVOL
 * @param kind "call" or "put", also c or p; any case.
 * @param price Price of one option, in the points of the underlying.
 * @param forward Forward or futures price for the expiration, in points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @returns Volatility per year as a decimal; #N/A with the reason where no volatility gives the price.
 * @example =ALVH.BLACK76.IMPVOL("call", 0.577743, 24.2613, 30, 12, 0.003) is 1.2550
 */
export function black76ImpliedVol(
  kind: any[][],
  price: any[][],
  forward: any[][],
  strike: any[][],
  dte: any[][],
  rate: any[][],
): any[][] {
  return cell(() => forwardImpliedVolatility([kind, price, forward, strike, dte, rate]));
}

/**
 * Strike at which a European option on a forward (Black-76) has this delta.
 * @customfunction BLACK76.STRIKE
 * @param kind "call" or "put", also c or p; any case.
 * @param delta Delta wanted: positive for a call, negative for a put.
 * @param forward Forward or futures price for the expiration, in points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @returns Strike, in points; #N/A with the reason where no strike has the delta.
 * @example =ALVH.BLACK76.STRIKE("call", 0.3, 24.2613, 12, 1.255, 0.003) is 28.0527
 */
export function black76Strike(
  kind: any[][],
  delta: any[][],
  forward: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
): any[][] {
  return cell(() => forwardStrike([kind, delta, forward, dte, vol, rate]));
}

/**
 * Risk-neutral probability that a European option on a forward (Black-76) finishes in the money, or that the forward touches its strike.
 * @customfunction BLACK76.PROB
 * @param kind "call" or "put", also c or p; any case.
 * @param forward Forward or futures price for the expiration, in points.
 * @param strike Strike, in the same points.
 * @param dte Calendar days to expiration; fractions allowed.
 * @param vol Volatility per year as a decimal (0.20).
 * @param rate Interest rate per year as a decimal (0.05), continuously compounded.
 * @param [touch] TRUE for touching the strike at least once, FALSE for finishing in the money. Omitted: FALSE.
 * @returns Probability, from 0 to 1.
 * @example =ALVH.BLACK76.PROB("call", 24.2613, 30, 12, 1.255, 0.003, TRUE) is 0.31445
 */
export function black76Probability(
  kind: any[][],
  forward: any[][],
  strike: any[][],
  dte: any[][],
  vol: any[][],
  rate: any[][],
  touch?: any[][],
): any[][] {
  return cell(() => forwardProbability([kind, forward, strike, dte, vol, rate, touch]));
}

/** A number computed from one option: kind, underlying, strike, years, vol, rate, yield. */
type Measure = typeof blackScholesPrice;

const gamma: Measure = (...option) => blackScholes(...option).gamma;
const vegaPerPoint: Measure = (...option) => quotedGreeks(blackScholes(...option)).vega;
const thetaPerDay: Measure = (...option) => quotedGreeks(blackScholes(...option)).theta;
const rhoPerPercent: Measure = (...option) => quotedGreeks(blackScholes(...option)).rho;
const vannaPerPoint: Measure = (...option) => quotedGreeks(blackScholes(...option)).vanna;
const volgaPerPointSquared: Measure = (...option) => quotedGreeks(blackScholes(...option)).volga;
const charmPerDay: Measure = (...option) => quotedGreeks(blackScholes(...option)).charm;
const rhoPerPercentAtFixedForward: Measure = (kind, forward, strike, years, vol, rate) =>
  quotedGreeks(black76(kind, forward, strike, years, vol, rate)).rho;

const SPOT_OPTION = [KIND, SPOT, STRIKE, DTE, VOL, RATE, YIELD];
const FORWARD_OPTION = [KIND, FORWARD, STRIKE, DTE, VOL, RATE];

function spotOption(ranges: unknown[], measure: Measure): any[][] {
  return broadcast(SPOT_OPTION, ranges, (kind, spot, strike, dte, vol, rate, dividendYield) =>
    measure(kind as OptionKind, spot, strike, dte / DAYS_PER_YEAR, vol, rate, dividendYield),
  );
}

/** A forward carries no yield of its own: discounting at the rate alone is a yield equal to the rate. */
function forwardOption(ranges: unknown[], measure: Measure): any[][] {
  return broadcast(FORWARD_OPTION, ranges, (kind, forward, strike, dte, vol, rate) =>
    measure(kind as OptionKind, forward, strike, dte / DAYS_PER_YEAR, vol, rate, rate),
  );
}

const GREEK_NAMES = [
  "price",
  "delta",
  "gamma",
  "vega",
  "theta",
  "rho",
  "vanna",
  "volga",
  "charm",
] as const satisfies (keyof OptionGreeks)[];

function spotGreeks(ranges: unknown[], headers: unknown): any[][] {
  const rows = broadcastRows(
    SPOT_OPTION,
    ranges,
    GREEKS_WIDTH,
    (kind, spot, strike, dte, vol, rate, dividendYield) =>
      greekRow(blackScholes(kind as OptionKind, spot, strike, dte / DAYS_PER_YEAR, vol, rate, dividendYield)),
    fillSpotGreeks,
  );
  return withHeaders(rows, headers);
}

function forwardGreeks(ranges: unknown[], headers: unknown): any[][] {
  const rows = broadcastRows(
    FORWARD_OPTION,
    ranges,
    GREEKS_WIDTH,
    (kind, forward, strike, dte, vol, rate) =>
      greekRow(black76(kind as OptionKind, forward, strike, dte / DAYS_PER_YEAR, vol, rate)),
    fillForwardGreeks,
  );
  return withHeaders(rows, headers);
}

function greekRow(raw: OptionGreeks): number[] {
  const quoted = quotedGreeks(raw);
  return GREEK_NAMES.map((name) => quoted[name]);
}

function withHeaders(rows: any[][], headers: unknown): any[][] {
  return readHeaders(headers) ? [[...GREEK_NAMES], ...rows] : rows;
}

function spotImpliedVolatility(ranges: unknown[]): any[][] {
  return broadcast(
    [KIND, PRICE, SPOT, STRIKE, DTE, RATE, YIELD],
    ranges,
    (kind, price, spot, strike, dte, rate, dividendYield) =>
      impliedVolatility(kind as OptionKind, price, spot, strike, dte / DAYS_PER_YEAR, rate, dividendYield),
  );
}

function forwardImpliedVolatility(ranges: unknown[]): any[][] {
  return broadcast(
    [KIND, PRICE, FORWARD, STRIKE, DTE, RATE],
    ranges,
    (kind, price, forward, strike, dte, rate) =>
      impliedVolatility(kind as OptionKind, price, forward, strike, dte / DAYS_PER_YEAR, rate, rate),
  );
}

function spotStrike(ranges: unknown[]): any[][] {
  return broadcast(
    [KIND, DELTA, SPOT, DTE, VOL, RATE, YIELD],
    ranges,
    (kind, delta, spot, dte, vol, rate, dividendYield) =>
      strikeFromDelta(kind as OptionKind, delta, spot, dte / DAYS_PER_YEAR, vol, rate, dividendYield),
  );
}

function forwardStrike(ranges: unknown[]): any[][] {
  return broadcast([KIND, DELTA, FORWARD, DTE, VOL, RATE], ranges, (kind, delta, forward, dte, vol, rate) =>
    strikeFromDelta(kind as OptionKind, delta, forward, dte / DAYS_PER_YEAR, vol, rate, rate),
  );
}

function spotProbability(ranges: unknown[]): any[][] {
  return broadcast(
    [...SPOT_OPTION, TOUCH],
    ranges,
    (kind, spot, strike, dte, vol, rate, dividendYield, touch) =>
      probability(kind, spot, strike, dte / DAYS_PER_YEAR, vol, rate, dividendYield, touch),
  );
}

function forwardProbability(ranges: unknown[]): any[][] {
  return broadcast([...FORWARD_OPTION, TOUCH], ranges, (kind, forward, strike, dte, vol, rate, touch) =>
    probability(kind, forward, strike, dte / DAYS_PER_YEAR, vol, rate, rate, touch),
  );
}

function probability(
  kind: number,
  spot: number,
  strike: number,
  years: number,
  vol: number,
  rate: number,
  dividendYield: number,
  touch: number,
): number {
  return touch === 1
    ? probabilityOfTouch(spot, strike, years, vol, rate, dividendYield)
    : probabilityInTheMoney(kind as OptionKind, spot, strike, years, vol, rate, dividendYield);
}
