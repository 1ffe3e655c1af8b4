/**
 * The standard normal distribution, accurate to a few units in the last place also deep in the tails.
 *
 * Everything rests on the Mills ratio R(x) = (1 - N(x)) / n(x), which stays of ordinary size where N and n underflow.
 * Up to FAR_START it is one quotient of polynomials whose coefficients are all positive, so that nothing cancels: the
 * minimax fit of test/data/mills-ratio.py, off by 7.5e-17 at most. Beyond, x²·R(x) is nearly a polynomial in 1/x²:
 * W. J. Cody, "Rational Chebyshev approximations for the error function", Mathematics of Computation 23 (1969), 631-637,
 * as published in CALERF (SPECFUN, netlib).
 */

const SQRT_PI = 1.772453850905516027;
const INVERSE_SQRT_TWO_PI = 0.3989422804014326779;

/** From here on the Mills ratio is taken from its deficit: Cody's last range, arguments x/√2 above 4. */
export const FAR_START = 4 * Math.SQRT2;

/** N(x), the probability that a standard normal variable is at most x. Keeps its relative accuracy as x → -∞. */
export function normalCumulative(x: number): number {
  if (x === 0) return 0.5;
  const tail = normalDensity(x) * millsRatio(Math.abs(x));
  return x < 0 ? tail : 1 - tail;
}

/**
 * n(x), the density: that of the nearest multiple c of 1/256, from a table, times e^((c² - x²)/2), whose exponent is so
 * small that seven terms of the series do. So the rounding error of x² is not magnified by the exponential. Beyond the
 * table c has 24 bits, and c² is exact as well (Cody, CALERF, splits x in this way).
 */
export function normalDensity(x: number): number {
  const size = Math.abs(x);
  if (size < TABLE_END) {
    const index = (size * TABLE_STEPS + 0.5) | 0;
    const nearest = index / TABLE_STEPS;
    const t = 0.5 * (nearest - size) * (nearest + size);
    const t2 = t * t;
    const series = 1 + t + t2 * (1 / 2 + t * (1 / 6) + t2 * (1 / 24 + t * (1 / 120) + t2 * (1 / 720)));
    return DENSITIES[index]! * series;
  }
  return farDensity(size);
}

/** The density beyond the table. Apart, as are all rare cases here, so that the common one is short enough to be inlined. */
function farDensity(size: number): number {
  if (!(size < 40)) return size !== size ? NaN : 0;
  const coarse = Math.fround(size);
  const rest = 0.5 * (size - coarse) * (size + coarse);
  return INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * coarse * coarse) * (1 - rest * (1 - 0.5 * rest));
}

const TABLE_END = 8;
const TABLE_STEPS = 256;
const DENSITIES = Float64Array.from(
  { length: TABLE_END * TABLE_STEPS + 1 },
  (_, index) => INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * (index / TABLE_STEPS) ** 2),
);

/** R(x) = (1 - N(x)) / n(x) for x ≥ 0. */
export function millsRatio(x: number): number {
  if (x > FAR_START) return farMillsRatio(x);
  // Even and odd powers apart: two short sums are computed side by side, where one long one waits for itself.
  const y = x * x;
  const numerator =
    ((34.26253197112813 * y + 2364.546491585447) * y + 27518.724587487606) * y +
    39943.7083764336 +
    x * (((1.5052829493881448 * y + 366.1291430669584) * y + 9958.794684794095) * y + 46873.68033653878);
  const denominator =
    (((1.5052838205796004 * y + 367.6359946352966) * y + 10322.322597991675) * y + 56151.613299984885) * y +
    31870.468214768458 +
    x * (((34.26247878139283 * y + 2398.779231346304) * y + 29810.421825958874) * y + 62828.74038265491);
  return numerator / denominator;
}

function farMillsRatio(x: number): number {
  return (1 - millsDeficit(x)) / x;
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
