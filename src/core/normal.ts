/**
 * The standard normal distribution, accurate to a few units in the last place also deep in the tails.
 *
 * Everything rests on the Mills ratio R(x) = (1 - N(x)) / n(x), which stays of ordinary size where N and n underflow.
 * Rational approximations of erf and exp(x²)·erfc(x): W. J. Cody, "Rational Chebyshev approximations for the error
 * function", Mathematics of Computation 23 (1969), 631-637, as published in CALERF (SPECFUN, netlib).
 */

const SQRT_HALF = Math.SQRT1_2;
const SQRT_HALF_PI = 1.2533141373155002512;
const SQRT_PI = 1.772453850905516027;
const INVERSE_SQRT_TWO_PI = 0.3989422804014326779;

/** Cody's three ranges, as bounds on x for arguments x/√2 of 0.46875 and 4. */
const CENTRE_END = 0.46875 * Math.SQRT2;
const FAR_START = 4 * Math.SQRT2;

/** N(x), the probability that a standard normal variable is at most x. Keeps its relative accuracy as x → -∞. */
export function normalCumulative(x: number): number {
  if (Math.abs(x) < CENTRE_END) return 0.5 + centralArea(x);
  const tail = normalDensity(x) * millsRatio(Math.abs(x));
  return x < 0 ? tail : 1 - tail;
}

/** n(x), the density. x² is split so that its rounding error is not magnified by the exponential (Cody, CALERF). */
export function normalDensity(x: number): number {
  const size = Math.abs(x);
  if (size < 2) return INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * x * x);
  if (!(size < 40)) return x !== x ? NaN : 0;
  const coarse = Math.floor(size * 16) / 16;
  const rest = (size - coarse) * (size + coarse);
  return INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * rest);
}

/** R(x) = (1 - N(x)) / n(x) for x ≥ 0. */
export function millsRatio(x: number): number {
  if (x < CENTRE_END) return (0.5 - centralArea(x)) / (INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * x * x));
  if (x > FAR_START) return (1 - millsDeficit(x)) / x;
  const y = x * SQRT_HALF;
  const numerator =
    (((((((2.15311535474403846e-8 * y + 5.64188496988670089e-1) * y + 8.88314979438837594) * y +
      6.61191906371416295e1) *
      y +
      2.98635138197400131e2) *
      y +
      8.8195222124176909e2) *
      y +
      1.71204761263407058e3) *
      y +
      2.05107837782607147e3) *
      y +
    1.23033935479799725e3;
  const denominator =
    (((((((y + 1.57449261107098347e1) * y + 1.17693950891312499e2) * y + 5.37181101862009858e2) * y +
      1.62138957456669019e3) *
      y +
      3.29079923573345963e3) *
      y +
      4.36261909014324716e3) *
      y +
      3.43936767414372164e3) *
      y +
    1.23033935480374942e3;
  return (SQRT_HALF_PI * numerator) / denominator;
}

/** 1 - x·R(x) for x ≥ 0: the slope -R'(x), without the cancellation that the difference suffers in the tail. */
export function millsDeficit(x: number): number {
  if (!(x > FAR_START)) return 1 - x * millsRatio(x);
  const z = 2 / (x * x);
  const numerator =
    ((((1.63153871373020978e-2 * z + 3.05326634961232344e-1) * z + 3.60344899949804439e-1) * z +
      1.25781726111229246e-1) *
      z +
      1.60837851487422766e-2) *
      z +
    6.58749161529837803e-4;
  const denominator =
    ((((z + 2.56852019228982242) * z + 1.87295284992346725) * z + 5.27905102951428412e-1) * z +
      6.05183413124413191e-2) *
      z +
    2.33520497626869185e-3;
  return (SQRT_PI * z * numerator) / denominator;
}

/** N(x) - 1/2 for |x| < CENTRE_END. */
function centralArea(x: number): number {
  const y = x * SQRT_HALF;
  const z = y * y;
  const numerator =
    (((1.85777706184603153e-1 * z + 3.1611237438705656) * z + 1.13864154151050156e2) * z +
      3.77485237685302021e2) *
      z +
    3.20937758913846947e3;
  const denominator =
    (((z + 2.36012909523441209e1) * z + 2.44024637934444173e2) * z + 1.28261652607737228e3) * z +
    2.84423683343917062e3;
  return (0.5 * y * numerator) / denominator;
}

/**
 * The x with N(x) = probability; -∞ at 0 and ∞ at 1.
 * Algorithm AS 241 (PPND16): M. J. Wichura, Applied Statistics 37 (1988), 477-484; relative error about 1e-16.
 */
export function normalQuantile(probability: number): number {
  const offset = probability - 0.5;
  if (Math.abs(offset) <= 0.425) {
    const r = 0.180625 - offset * offset;
    const numerator =
      ((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r +
        45921.953931549871457) *
        r +
        13731.693765509461125) *
        r +
        1971.5909503065514427) *
        r +
        133.14166789178437745) *
        r +
      3.387132872796366608;
    const denominator =
      ((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) * r +
        21213.794301586595867) *
        r +
        5394.1960214247511077) *
        r +
        687.1870074920579083) *
        r +
        42.313330701600911252) *
        r +
      1;
    return (offset * numerator) / denominator;
  }
  const tail = offset < 0 ? probability : 1 - probability;
  if (tail === 0) return offset < 0 ? -Infinity : Infinity;
  const depth = Math.sqrt(-Math.log(tail));
  const size = depth <= 5 ? nearTailQuantile(depth - 1.6) : farTailQuantile(depth - 5);
  return offset < 0 ? -size : size;
}

function nearTailQuantile(r: number): number {
  const numerator =
    ((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r +
      1.27045825245236838258) *
      r +
      3.64784832476320460504) *
      r +
      5.7694972214606914055) *
      r +
      4.6303378461565452959) *
      r +
    1.42343711074968357734;
  const denominator =
    ((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r +
      0.14810397642748007459) *
      r +
      0.68976733498510000455) *
      r +
      1.6763848301838038494) *
      r +
      2.05319162663775882187) *
      r +
    1;
  return numerator / denominator;
}

function farTailQuantile(r: number): number {
  const numerator =
    ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r +
      0.026532189526576123093) *
      r +
      0.29656057182850489123) *
      r +
      1.7848265399172913358) *
      r +
      5.4637849111641143699) *
      r +
    6.6579046435011037772;
  const denominator =
    ((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r +
      7.868691311456132591e-4) *
      r +
      0.0148753612908506148525) *
      r +
      0.13692988092273580531) *
      r +
      0.59983220655588793769) *
      r +
    1;
  return numerator / denominator;
}
