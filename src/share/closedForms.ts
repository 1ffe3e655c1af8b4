/**
 * Option formulas as plain Excel formulas: Black-Scholes-Merton with NORM.S.DIST, which Excel since 2010 and
 * LibreOffice know (Gnumeric does not). Each agrees with the add-in to 1e-9 of the price scale (the larger of spot and strike).
 * They do without the add-in's checks of units: a vol of 20 is taken as 2000%.
 *
 * Where no time or no vol is left, the limits of src/core/black hold: the line of the discounted intrinsic value, half the
 * delta at its kink, and #N/A for the other derivatives there.
 */

/** An option's arguments as pieces of a formula; each is written once or many times, so it should be short. */
export interface OptionTerms {
  /** 1 for a call, -1 for a put: a number or a formula that gives one. */
  readonly side: string;
  readonly spot: string;
  readonly strike: string;
  /** Calendar days. */
  readonly days: string;
  readonly vol: string;
  readonly rate: string;
  readonly dividendYield: string;
}

export const MEASURES = [
  "PRICE",
  "DELTA",
  "GAMMA",
  "VEGA",
  "THETA",
  "RHO",
  "VANNA",
  "VOLGA",
  "CHARM",
  "PROB",
  "TOUCH",
] as const;
export type Measure = (typeof MEASURES)[number];

/** The order in which GREEKS spills them. */
export const GREEKS_ORDER = MEASURES.slice(0, 9);

/** A formula, without "=", that gives a measure of an option in the add-in's units. */
export function closedForm(measure: Measure, terms: OptionTerms, useLet: boolean): string {
  if (!useLet) return formOf(measure, named(terms));
  // Names end in an underscore, since D1 and T1 are cells.
  const short = {
    side: "k_",
    spot: "S_",
    strike: "X_",
    years: "T_",
    vol: "v_",
    rate: "r_",
    dividendYield: "q_",
  };
  const given = named(terms);
  const bound = (Object.keys(short) as (keyof typeof short)[]).map((key) => `${short[key]},${given[key]}`);
  const steps = named2(short);
  const body = formOf(measure, { ...short, ...{ logMoneyness: "L_", totalVol: "w_", d1: "d1_", d2: "d2_" } });
  const derived = [
    `L_,${steps.logMoneyness}`,
    `w_,${steps.totalVol}`,
    "d1_,IF(w_=0,0,L_/w_+w_/2)",
    "d2_,d1_-w_",
  ];
  return `LET(${[...bound, ...derived].join(",")},${body})`;
}

/** The strike that has a delta, by the inverse of the normal distribution. */
export function strikeForm(terms: OptionTerms, delta: string): string {
  const { side, spot, years, vol, rate, dividendYield } = named({ ...terms, strike: "1" });
  const w = `(${vol}*SQRT(${years}))`;
  return `${spot}*EXP((${rate}-${dividendYield})*${years}+${w}*(${w}/2-${side}*NORM.S.INV(${side}*${delta}*EXP(${dividendYield}*${years}))))`;
}

/** Pieces that stand for themselves inside a product. */
interface Pieces {
  readonly side: string;
  readonly spot: string;
  readonly strike: string;
  readonly years: string;
  readonly vol: string;
  readonly rate: string;
  readonly dividendYield: string;
  readonly logMoneyness: string;
  readonly totalVol: string;
  readonly d1: string;
  readonly d2: string;
}

function named({ side, spot, strike, days, vol, rate, dividendYield }: OptionTerms): Pieces {
  const base = {
    side: inProduct(side),
    spot: inProduct(spot),
    strike: inProduct(strike),
    years: `(${days}/365)`,
    vol: inProduct(vol),
    rate: inProduct(rate),
    dividendYield: inProduct(dividendYield),
  };
  return { ...base, ...named2(base) };
}

function named2({
  spot,
  strike,
  years,
  vol,
  rate,
  dividendYield,
}: Omit<Pieces, "logMoneyness" | "totalVol" | "d1" | "d2">): Pick<
  Pieces,
  "logMoneyness" | "totalVol" | "d1" | "d2"
> {
  const logMoneyness = `(LN(${spot}/${strike})+(${rate}-${dividendYield})*${years})`;
  const totalVol = `(${vol}*SQRT(${years}))`;
  return {
    logMoneyness,
    totalVol,
    d1: `(${logMoneyness}/${totalVol}+${totalVol}/2)`,
    d2: `(${logMoneyness}/${totalVol}-${totalVol}/2)`,
  };
}

/** A number, a cell or a name may stand as it is; everything else, a negative number too, is put in brackets. */
function inProduct(piece: string): string {
  return /^[\p{L}\p{N}_.$!':]+$/u.test(piece) || /^\d+(\.\d+)?$/.test(piece) ? piece : `(${piece})`;
}

function formOf(measure: Measure, p: Pieces): string {
  const { side: k, spot: s, strike: x, years: t, vol: v, rate: r, dividendYield: q } = p;
  const { logMoneyness: l, totalVol: w, d1, d2 } = p;
  const spotDiscount = `EXP(-${q}*${t})`;
  const strikeDiscount = `EXP(-${r}*${t})`;
  const n1 = `NORM.S.DIST(${k}*${d1},TRUE)`;
  const n2 = `NORM.S.DIST(${k}*${d2},TRUE)`;
  const density = `NORM.S.DIST(${d1},FALSE)`;
  const exercised = `(${k}*(${k}*${l}>0))`;
  const line = `(${k}*(${s}*${spotDiscount}-${x}*${strikeDiscount}))`;
  /** The limit without time or vol, and the formula. */
  const either = (limit: string, main: string) => `IF(${w}=0,${limit},${main})`;
  const kinked = (limit: string, main: string) => either(`IF(${l}=0,NA(),${limit})`, main);
  switch (measure) {
    case "PRICE":
      return either(`${line}*(${line}>0)`, `${k}*(${s}*${spotDiscount}*${n1}-${x}*${strikeDiscount}*${n2})`);
    case "DELTA":
      return either(`${k}*${spotDiscount}*(0.5+0.5*SIGN(${k}*${l}))`, `${k}*${spotDiscount}*${n1}`);
    case "GAMMA":
      return kinked("0", `${spotDiscount}*${density}/(${s}*${w})`);
    case "VEGA":
      return kinked("0", `${s}*${spotDiscount}*${density}*SQRT(${t})*0.01`);
    case "THETA":
      return kinked(
        `${exercised}*(${q}*${s}*${spotDiscount}-${r}*${x}*${strikeDiscount})/365`,
        `(${k}*${q}*${s}*${spotDiscount}*${n1}-${k}*${r}*${x}*${strikeDiscount}*${n2}-${s}*${spotDiscount}*${density}*${v}/(2*SQRT(${t})))/365`,
      );
    case "RHO":
      return kinked(
        `${exercised}*${x}*${strikeDiscount}*${t}*0.01`,
        `${k}*${x}*${t}*${strikeDiscount}*${n2}*0.01`,
      );
    case "VANNA":
      return kinked("0", `0-${spotDiscount}*${density}*${d2}/${v}*0.01`);
    case "VOLGA":
      return kinked("0", `${s}*${spotDiscount}*${density}*SQRT(${t})*${d1}*${d2}/${v}*0.0001`);
    case "CHARM":
      return kinked(
        `${exercised}*${q}*${spotDiscount}/365`,
        `(${k}*${q}*${spotDiscount}*${n1}-${spotDiscount}*${density}*((${r}-${q})/${w}-${d2}/(2*${t})))/365`,
      );
    case "PROB":
      return either(`0.5+0.5*SIGN(${k}*${l})`, n2);
    case "TOUCH":
      return touchForm(p);
  }
}

/** By reflection, as src/core/probability; where the product overflows, by the density and a continued Mills ratio. */
function touchForm({
  spot: s,
  strike: x,
  years: t,
  vol: v,
  rate: r,
  dividendYield: q,
  totalVol: w,
}: Pieces): string {
  const distance = `ABS(LN(${x}/${s}))`;
  const towards = `SIGN(${x}-${s})`;
  const drift = `(${towards}*(${r}-${q}-${v}*${v}/2))`;
  const ahead = `((${drift}*${t}-${distance})/${w})`;
  const behind = `((${drift}*${t}+${distance})/${w})`;
  const mills = `(1-1/${behind}^2+3/${behind}^4-15/${behind}^6+105/${behind}^8)/${behind}`;
  const reflected = `IF(${behind}>20,NORM.S.DIST(${ahead},FALSE)*${mills},EXP(2*${drift}*${distance}/(${v}*${v}))*NORM.S.DIST(0-${behind},TRUE))`;
  const sum = `NORM.S.DIST(${ahead},TRUE)+${reflected}`;
  return `IF(${s}=${x},1,IF(${w}=0,(${towards}*(${r}-${q})*${t}>=${distance})*1,IF(${sum}>1,1,${sum})))`;
}
