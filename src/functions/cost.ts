/** What a hedge costs and what capital earns, in the field's own terms; the source texts' names for them stand in the help. */

import { annualCostTable } from "../alvh/annualCost";
import { isBlank, isBlankOrZero } from "../alvh/cellValue";
import {
  boxRate,
  capmReturn,
  costOfCapital,
  dividendPremium,
  equityPremiums,
  equityPremiumTable,
} from "../alvh/costOfCapital";
import { costRatioTable } from "../alvh/costRatio";
import { creditIrr, datedIrr } from "../alvh/creditIrr";
import { carryTable, vixPerDollarTable } from "../alvh/hedgeCarry";
import { quickRatio, quickRatioTable } from "../alvh/quickRatio";
import { readNumber, type NumberLimits } from "../alvh/readNumber";
import { InputError } from "../core/errors";
import { optionalRange, range, scalar } from "./support/arguments";
import { broadcast, broadcastRows, type CellArgument } from "./support/broadcast";
import { cell } from "./support/cell";
import { inForce } from "./support/inForce";
import { remembered } from "./support/remembered";

/**
 * Blended carry of a hedge: cost per year of standing still (decay and roll-down) over the capital tied up. The texts' "WACC".
 * @customfunction CARRY
 * @param book Legs: a header row, then one leg a row, as for NETTHETA; SPX options are left out.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [groupBy] none (default), leg, layer, underlying or expiry.
 * @param [settings] Names and values: VXMargin (capital of a VX future), C01.HistoryDays.
 * @param [history] Earlier carries in time order, one a trading day: asks whether today's is above their average of 20.
 * @returns Share of capital per year, decimal, above 0 a cost; with a grouping or a history a table.
 * @example =ALVH.CARRY(Book, Market) is 12.597
 * @example =ALVH.CARRY(Book, Market, "layer")
 */
export function carry(
  book: any[][],
  market: any[][],
  groupBy?: any,
  settings?: any[][],
  history?: any[][],
): any[][] {
  return cell(() =>
    remembered(
      carryTable,
      range(book),
      range(market),
      scalar(groupBy),
      inForce(settings),
      optionalRange(history),
    ),
  );
}

/**
 * Cost of the long VIX layer (90+ days) over the condors' expected IRR, on one capital, against 1.8-2.2; and their alpha by CAPM.
 * @customfunction COSTRATIO
 * @param book Condors and their VIX hedge: a header row, then one leg a row, as for NETTHETA.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [settings] Names and values: C02.FromDte, C02.Amber, C02.Red, C03.KeptShare, C08.EquityPremium, D28.Rich.
 * @param [history] Two columns, the layer's extrinsic per day and vol on earlier days: asks for their percentiles.
 * @returns Figure, value and unit or rule in each row. Expected profit is a share of the credit you set, no forecast.
 * @example =ALVH.COSTRATIO(Book, Market)
 */
export function costRatio(book: any[][], market: any[][], settings?: any[][], history?: any[][]): any[][] {
  return cell(() =>
    remembered(costRatioTable, range(book), range(market), inForce(settings), optionalRange(history)),
  );
}

/**
 * VIX01 per dollar of premium: how much a hedge moves with VIX for what it costs. The texts' "P/CF equivalent".
 * @customfunction VIXPERDOLLAR
 * @param book Legs: a header row, then one leg a row, as for NETTHETA; SPX options are left out.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [groupBy] none (default), leg, layer, underlying or expiry: each held against the bucket of 60-75 days.
 * @param [settings] Names and values: C05.FromDte, C05.ToDte, C05.Delta, C05.Threshold, VXMargin.
 * @returns Dollars per VIX point for one dollar of premium; with a grouping a table with a verdict.
 * @example =ALVH.VIXPERDOLLAR(Book, Market) is 0.0765
 * @example =ALVH.VIXPERDOLLAR(Book, Market, "layer")
 */
export function vixPerDollar(book: any[][], market: any[][], groupBy?: any, settings?: any[][]): any[][] {
  return cell(() =>
    remembered(vixPerDollarTable, range(book), range(market), scalar(groupBy), inForce(settings)),
  );
}

/**
 * Internal rate of return of a condor sold, margin in the flows: (1 + expectedPnl / (margin - credit))^(365 / dte) - 1.
 * @customfunction CREDITIRR
 * @param credit Credit received: dollars, or points per condor. With dates in margin: dated cash flows.
 * @param margin Margin in the unit of credit: gross width x 100 dollars, or points. Or the dates of the cash flows.
 * @param [expectedPnl] Expected profit to expiry, in the unit of credit. Omit it, and dte, for dated cash flows.
 * @param [dte] Calendar days to expiration, fractions allowed.
 * @returns Rate per year, decimal, compounded. #N/A where there is none: a credit alone has no rate of return.
 * @example =ALVH.CREDITIRR(13.95, 50, 5, 42) is 2.0918
 * @example =ALVH.CREDITIRR({-10000;2750;4250;3250;2750}, {"2008-01-01";"2008-03-01";"2008-10-30";"2009-02-15";"2009-04-01"}) is 0.373363
 */
export function creditRate(credit: any[][], margin: any[][], expectedPnl?: any[][], dte?: any[][]): any[][] {
  return cell(() => {
    if (isBlank(scalar(expectedPnl)) && isBlank(scalar(dte))) {
      return [[datedIrr(range(credit), range(margin))]];
    }
    return broadcast([CREDIT, MARGIN, EXPECTED, DAYS], [credit, margin, expectedPnl, dte], creditIrr);
  });
}

/**
 * Weighted average cost of capital of a company. What the source texts call WACC of the hedge is its blended carry: CARRY.
 * @customfunction WACC
 * @param equity Market value of equity, money.
 * @param debt Market value of debt, money.
 * @param costEquity Cost of equity per year, decimal, such as from CAPM.
 * @param costDebt Cost of debt per year before tax, decimal.
 * @param taxRate Tax rate on profits, decimal.
 * @returns Rate per year, decimal.
 * @example =ALVH.WACC(600, 400, 0.12, 0.06, 0.25) is 0.09
 */
export function wacc(
  equity: any[][],
  debt: any[][],
  costEquity: any[][],
  costDebt: any[][],
  taxRate: any[][],
): any[][] {
  return cell(() => broadcast(WACC_ARGUMENTS, [equity, debt, costEquity, costDebt, taxRate], costOfCapital));
}

/**
 * Return that the capital asset pricing model expects: riskFree + beta x (marketReturn - riskFree).
 * @customfunction CAPM
 * @param riskFree Risk-free rate per year, decimal.
 * @param beta Beta to the market: of a book, its delta x index level / capital.
 * @param marketReturn Expected return of the market per year, decimal.
 * @returns Rate per year, decimal; what is earned above it is alpha (see COSTRATIO).
 * @example =ALVH.CAPM(0.03, 1.3, 0.08) is 0.095
 */
export function capm(riskFree: any[][], beta: any[][], marketReturn: any[][]): any[][] {
  return cell(() => broadcast(CAPM_ARGUMENTS, [riskFree, beta, marketReturn], capmReturn));
}

/**
 * Rate that a box spread lends at: ln(width / price) / T. A box has no delta, and it costs its spreads: it adjusts nothing for free.
 * @customfunction BOXRATE
 * @param width Distance of its strikes: what it pays at expiry, points.
 * @param price Price of the box today, points.
 * @param dte Calendar days to expiration, fractions allowed.
 * @returns Rate per year, decimal, continuously compounded.
 * @example =ALVH.BOXRATE(1000, 950, 365) is 0.051293
 */
export function boxSpreadRate(width: any[][], price: any[][], dte: any[][]): any[][] {
  return cell(() => broadcast([WIDTH, PRICE, DAYS], [width, price, dte], boxRate));
}

/**
 * What a hedge cost per year as a share of a base, from its ledger, and whether the texts' 1-2% and 1.2-2.1% hold.
 * @customfunction ANNUALCOST
 * @param pnl Dollars: profit and loss by period, or what was paid (negative) and received.
 * @param dates A date for each; the first is where the period begins (its P&L may be 0).
 * @param base Dollars it is a share of: one number, or names and values such as NAV, risk capital, condor notional.
 * @param [settings] Names and values: C10.Low, C10.High, C11.Low, C11.High.
 * @returns Figure, value and unit or rule in each row; a value column for each base. Computed, never the claim.
 * @example =ALVH.ANNUALCOST({0;-9000;3000;-8000}, {"2021-01-04";"2021-04-05";"2021-08-02";"2022-01-04"}, 1000000)
 */
export function annualCost(pnl: any[][], dates: any[][], base: any[][], settings?: any[][]): any[][] {
  return cell(() => remembered(annualCostTable, range(pnl), range(dates), range(base), inForce(settings)));
}

/**
 * Quick ratio: what is liquid over the margin required; with a stress, before and after it, and what is left over.
 * @customfunction QUICKRATIO
 * @param liquid Dollars: a number, or a range of cash, Treasury bills, unrealised liquid gains; names beside them if you like.
 * @param margin Margin required, dollars: a number or a range. Of a company: its current liabilities.
 * @param [stressPnl] Profit and loss of a stress, dollars, negative for a loss, as PNL gives it; asks for the table.
 * @param [stressMargin] Margin required after the stress, dollars. Omitted: as before it.
 * @param [settings] Names and values: C06.Warn, C06.Stop, G14.Reading (CORPORATE leaves out inventory and prepaid).
 * @returns The ratio; with stressPnl a table: ratio, WARN or STOP, and excess liquidity before and after.
 * @example =ALVH.QUICKRATIO(120000, 50000) is 2.4
 * @example =ALVH.QUICKRATIO(120000, 50000, ALVH.PNL(Book, Market, -0.05, 10))
 */
export function liquidityRatio(
  liquid: any[][],
  margin: any[][],
  stressPnl?: any,
  stressMargin?: any,
  settings?: any[][],
): any[][] {
  return cell(() => {
    const [had, asked] = [range(liquid), range(margin)];
    const rules = inForce(settings);
    if (isBlank(scalar(stressPnl)) && isBlank(scalar(stressMargin))) return [[quickRatio(had, asked, rules)]];
    const stress = {
      pnl: isBlank(scalar(stressPnl)) ? 0 : readNumber("stressPnl", "stressPnl", scalar(stressPnl), MONEY),
      margin: isBlankOrZero(scalar(stressMargin))
        ? undefined
        : readNumber("stressMargin", "stressMargin", scalar(stressMargin), AMOUNT),
    };
    return quickRatioTable(had, asked, stress, rules);
  });
}

/**
 * Equity premium: next year's dividend / index + growth - riskFree (Gordon); with earnings also the earnings yield - riskFree.
 * @customfunction EQUITYPREMIUM
 * @param index Index level, points; ranges in time order for a history.
 * @param dividend Dividends of the index expected over the next year, points.
 * @param growth Growth of dividends per year for good, decimal.
 * @param riskFree Risk-free rate per year, decimal.
 * @param [earnings] Earnings of the index over a year, points; asks for the table.
 * @param [settings] Names and values: D20.RatioRise.
 * @returns Per year, decimal. With earnings: header, both premiums, their change (falling: compressing), a factor.
 * @example =ALVH.EQUITYPREMIUM(4000, 60, 0.05, 0.04) is 0.025
 * @example =ALVH.EQUITYPREMIUM({4000;4400}, 60, 0.05, 0.04, 220)
 */
export function equityPremium(
  index: any[][],
  dividend: any[][],
  growth: any[][],
  riskFree: any[][],
  earnings?: any[][],
  settings?: any[][],
): any[][] {
  return cell(() => {
    const given = [index, dividend, growth, riskFree];
    if (optionalRange(earnings) === undefined) {
      return broadcast(PREMIUM_ARGUMENTS, given, dividendPremium);
    }
    const premiums = broadcastRows([...PREMIUM_ARGUMENTS, EARNINGS], [...given, earnings], 2, equityPremiums);
    return equityPremiumTable(premiums, inForce(settings).number("D20.RatioRise"));
  });
}

const MONEY = { min: -1e12, max: 1e12 };
const AMOUNT = { min: 0, max: 1e12 };
const RATE = { min: -1, max: 10 };

const CREDIT = numberArgument("credit", "the credit received", MONEY);
const MARGIN = numberArgument("margin", "the margin, in the unit of credit", AMOUNT);
const EXPECTED = numberArgument("expectedPnl", "the expected profit to expiry", MONEY);
const DAYS = positiveArgument("dte", "calendar days to expiry", 36500);
const WIDTH = positiveArgument("width", "the distance of the strikes in points", 1e6);
const PRICE = positiveArgument("price", "the price of the box in points", 1e6);

const WACC_ARGUMENTS = [
  numberArgument("equity", "the market value of equity", AMOUNT),
  numberArgument("debt", "the market value of debt", AMOUNT),
  numberArgument("costEquity", "a rate per year (0.1 for 10%)", RATE),
  numberArgument("costDebt", "a rate per year (0.05 for 5%)", RATE),
  numberArgument("taxRate", "a share of profits (0.21 for 21%)", { min: 0, max: 1 }),
];

const CAPM_ARGUMENTS = [
  numberArgument("riskFree", "a rate per year (0.04 for 4%)", { min: -1, max: 1 }),
  numberArgument("beta", "a beta, like 0.8", { min: -1000, max: 1000 }),
  numberArgument("marketReturn", "a rate per year (0.08 for 8%)", { min: -1, max: 1 }),
];

const PREMIUM_ARGUMENTS = [
  positiveArgument("index", "the level of the index in points", 1e6),
  numberArgument("dividend", "dividends over the next year, in index points", { min: 0, max: 1e6 }),
  numberArgument("growth", "a rate per year (0.05 for 5%)", { min: -1, max: 1 }),
  numberArgument("riskFree", "a rate per year (0.04 for 4%)", { min: -1, max: 1 }),
];
const EARNINGS = numberArgument("earnings", "earnings over a year, in index points", { min: -1e6, max: 1e6 });

function numberArgument(name: string, meaning: string, limits: NumberLimits): CellArgument {
  return {
    name,
    read: (value) => {
      if (isBlank(value)) throw new InputError(name, `${name} is blank: give ${meaning}`);
      const number = readNumber(name, name, value);
      if (number >= (limits.min ?? -Infinity) && number <= (limits.max ?? Infinity)) return number;
      throw new InputError(name, `${name} (${number}) is out of range: give ${meaning}`);
    },
  };
}

function positiveArgument(name: string, meaning: string, max: number): CellArgument {
  const { read } = numberArgument(name, meaning, { max });
  return {
    name,
    read: (value) => {
      const number = read(value);
      if (number > 0) return number;
      throw new InputError(name, `${name} (${number}) must be positive: ${meaning}`);
    },
  };
}
