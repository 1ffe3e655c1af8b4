import { blackScholes, fillGreeks, GREEKS_WIDTH, OPTION_WIDTH, type OptionKind } from "../src/core/black";
import { expiryOf } from "../src/core/expiry";
import { impliedVolatility } from "../src/core/impliedVolatility";
import { loadNpmPeers } from "./npmPeers";
import { optionChains, gridOptions, quoted, SAMPLE_WIDTH, STRIKES } from "./optionSample";
import { buildQuantLib } from "./quantlibDriver";

/**
 * The option core against its peers. Every round lets each contender make some passes over its options and keeps the
 * fastest pass; the rounds alternate between the contenders, so that the machine's moods hit all alike.
 */
const ROUNDS = 7;
const PASSES = 15;

/**
 * What one contender does with the option whose row starts at a place of the table: a number that depends on all it
 * computed. It reads the row itself: handing over seven numbers would cost every contender as much again as some need.
 */
type Work = (table: Float64Array, at: number) => number;

interface Contender {
  readonly name: string;
  /** Nanoseconds per option of one round. */
  readonly round: () => number;
  readonly note?: string;
}

let kept = 0;

// The numbers of a row. TypeScript does not know that they are there.
const kindOf = (table: Float64Array, at: number): OptionKind => (table[at] ?? NaN) as OptionKind;
const spotOf = (table: Float64Array, at: number): number => table[at + 1] ?? NaN;
const strikeOf = (table: Float64Array, at: number): number => table[at + 2] ?? NaN;
const yearsOf = (table: Float64Array, at: number): number => table[at + 3] ?? NaN;
const volOf = (table: Float64Array, at: number): number => table[at + 4] ?? NaN;
const rateOf = (table: Float64Array, at: number): number => table[at + 5] ?? NaN;
const yieldOf = (table: Float64Array, at: number): number => table[at + 6] ?? NaN;
const priceOf = (table: Float64Array, at: number): number => table[at + 7] ?? NaN;

/** @param share of the options, for contenders so slow that all would take minutes. */
function eachOption(name: string, options: Float64Array, work: Work, share = 1, note?: string): Contender {
  const step = SAMPLE_WIDTH * Math.round(1 / share);
  const pass = (): number => {
    let count = 0;
    let sum = 0;
    const start = performance.now();
    for (let at = 0; at < options.length; at += step, count++) {
      sum += work(options, at);
    }
    kept += sum;
    return (1e6 * (performance.now() - start)) / count;
  };
  return { name, round: () => fastest(pass, share < 1 ? 1 : PASSES), ...(note && { note }) };
}

function fastest(pass: () => number, passes: number): number {
  return Math.min(...Array.from({ length: passes }, pass));
}

/** Prints each contender's median with its spread, and as a ratio to the first. */
function compare(title: string, contenders: readonly Contender[]): void {
  console.log(`\n${title}`);
  const times = contenders.map((): number[] => []);
  contenders.forEach(({ round }) => round());
  for (let round = 0; round < ROUNDS; round++) {
    contenders.forEach((contender, index) => times[index]?.push(contender.round()));
  }
  const medians = times.map((list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN);
  contenders.forEach(({ name, note }, index) => {
    const list = times[index] ?? [];
    const spread = `${shown(list[0])} to ${shown(list.at(-1))}`;
    const ratio = ((medians[index] ?? NaN) / (medians[0] ?? NaN)).toFixed(3);
    console.log(
      `${name.padEnd(46)}${shown(medians[index]).padStart(9)} ns (${spread})`.padEnd(84) +
        `${ratio}x${note ? `  ${note}` : ""}`,
    );
  });
}

function shown(nanoseconds = NaN): string {
  return nanoseconds.toFixed(nanoseconds < 1000 ? 1 : 0);
}

/** The largest relative error of a contender's answers, and how many it does not give. */
function accuracy(options: Float64Array, expected: number, work: Work, share = 1): string {
  let worst = 0;
  let failures = 0;
  let count = 0;
  for (let at = 0; at < options.length; at += SAMPLE_WIDTH * Math.round(1 / share), count++) {
    const found = work(options, at);
    const error = Math.abs(found / (options[at + expected] ?? NaN) - 1);
    if (error < 0.5) worst = Math.max(worst, error);
    else failures += 1;
  }
  return `largest error ${worst.toExponential(1)}${failures > 0 ? `, ${failures} of ${count} without an answer` : ""}`;
}

const chains = optionChains();
const mixed = gridOptions();
const quotes = quoted(mixed);
const quantLib = buildQuantLib();
const peers = loadNpmPeers();
for (const absent of [quantLib, peers]) if (typeof absent === "string") console.log(absent);

const own: Work = (table, at) => {
  const { price, delta, gamma, vega, theta } = blackScholes(
    kindOf(table, at),
    spotOf(table, at),
    strikeOf(table, at),
    yearsOf(table, at),
    volOf(table, at),
    rateOf(table, at),
    yieldOf(table, at),
  );
  return price + delta + gamma + vega + theta;
};

/** The nine outputs of every chain at once; each expiry is prepared anew, since the one before was another. */
function batched(): Contender {
  const count = chains.length / SAMPLE_WIDTH;
  const options = new Float64Array(count * OPTION_WIDTH);
  for (let index = 0; index < count; index++) {
    const [kind = 0, spot = 0, strike = 0, , vol = 0] = chains.subarray(index * SAMPLE_WIDTH);
    options.set([kind, spot, strike, vol], index * OPTION_WIDTH);
  }
  const rows = new Float64Array(count * GREEKS_WIDTH);
  const pass = (): number => {
    const start = performance.now();
    for (let from = 0; from < count; from += STRIKES) {
      const at = from * SAMPLE_WIDTH;
      const expiry = expiryOf(chains[at + 3] ?? 0, chains[at + 5] ?? 0, chains[at + 6] ?? 0);
      fillGreeks(expiry, options, from, from + STRIKES, rows);
    }
    kept += rows[0] ?? 0;
    return (1e6 * (performance.now() - start)) / count;
  };
  return { name: "ALVH, nine outputs, batched over an expiry", round: () => fastest(pass, PASSES) };
}

const greeks: Contender[] = [];
const implied: Contender[] = [];
if (typeof quantLib !== "string") {
  greeks.push({ name: "QuantLib C++ BlackCalculator", round: () => quantLib.greeks(mixed, PASSES) });
  implied.push({ name: "QuantLib C++, accuracy 1e-14", round: () => quantLib.implied(quotes, PASSES) });
}
greeks.push(eachOption("ALVH, price and four Greeks", mixed, own), batched());
const ownImplied: Work = (table, at) =>
  impliedVolatility(
    kindOf(table, at),
    priceOf(table, at),
    spotOf(table, at),
    strikeOf(table, at),
    yearsOf(table, at),
    rateOf(table, at),
    yieldOf(table, at),
  );
implied.push(eachOption("ALVH", quotes, ownImplied, 1, accuracy(quotes, 4, ownImplied)));

if (typeof peers !== "string") {
  const typeOf = (table: Float64Array, at: number): string => (kindOf(table, at) > 0 ? "call" : "put");
  // Peers without a yield get the spot less its dividends: the price is the same.
  const spotValueOf = (table: Float64Array, at: number): number =>
    spotOf(table, at) * Math.exp(-yieldOf(table, at) * yearsOf(table, at));
  const forwardOf = (table: Float64Array, at: number): number =>
    spotOf(table, at) * Math.exp((rateOf(table, at) - yieldOf(table, at)) * yearsOf(table, at));
  const discountOf = (table: Float64Array, at: number): number =>
    Math.exp(-rateOf(table, at) * yearsOf(table, at));

  const uqee = new peers.uqee.BlackScholes({ sigmaToPricePrecision: "double" });
  greeks.push(
    eachOption("@uqee/black-scholes, double", mixed, (table, at) => {
      const { price, delta, gamma, vega, theta } = uqee.option({
        rate: rateOf(table, at),
        sigma: volOf(table, at),
        strike: strikeOf(table, at),
        time: yearsOf(table, at),
        type: typeOf(table, at),
        underlying: spotOf(table, at),
      });
      return price + delta + gamma + vega + theta;
    }),
  );
  for (const method of ["bisection", "newton-raphson"]) {
    const solver = new peers.uqee.BlackScholes({
      sigmaToPricePrecision: "double",
      priceToSigmaMethod: method,
      priceToSigmaAccuracy: 1e-10,
      priceToSigmaNRIteractions: 100,
    });
    const work: Work = (table, at) =>
      solver.sigma({
        price: priceOf(table, at),
        rate: rateOf(table, at),
        strike: strikeOf(table, at),
        time: yearsOf(table, at),
        type: typeOf(table, at),
        underlying: spotValueOf(table, at),
      });
    implied.push(eachOption(`@uqee/black-scholes, ${method}`, quotes, work, 1, accuracy(quotes, 4, work)));
  }

  const { BlackCalculator, Option, blackFormulaImpliedStdDev1 } = peers.ql;
  const qlTypeOf = (table: Float64Array, at: number): unknown =>
    kindOf(table, at) > 0 ? Option.Type.Call : Option.Type.Put;
  greeks.push(
    eachOption("@quantlib/ql BlackCalculator", mixed, (table, at) => {
      const calculator = new BlackCalculator().init2(
        qlTypeOf(table, at),
        strikeOf(table, at),
        forwardOf(table, at),
        volOf(table, at) * Math.sqrt(yearsOf(table, at)),
        discountOf(table, at),
      );
      return (
        calculator.value() +
        calculator.delta(spotOf(table, at)) +
        calculator.gamma(spotOf(table, at)) +
        calculator.vega(yearsOf(table, at)) +
        calculator.theta(spotOf(table, at), yearsOf(table, at))
      );
    }),
  );
  const qlImplied: Work = (table, at) => {
    try {
      const deviation = blackFormulaImpliedStdDev1(
        qlTypeOf(table, at),
        strikeOf(table, at),
        forwardOf(table, at),
        priceOf(table, at),
        discountOf(table, at),
        0,
        undefined,
        1e-14,
        1000,
      );
      return deviation / Math.sqrt(yearsOf(table, at));
    } catch {
      return NaN;
    }
  };
  implied.push(eachOption("@quantlib/ql", quotes, qlImplied, 1, accuracy(quotes, 4, qlImplied)));

  const { getDelta, getGamma, getVega, getTheta } = peers.greeks;
  const { blackScholes: formula } = peers.blackScholes;
  greeks.push(
    eachOption(
      "black-scholes + greeks",
      mixed,
      (table, at) =>
        [formula, getDelta, getGamma, getVega, getTheta].reduce(
          (sum, f) =>
            sum +
            f(
              spotOf(table, at),
              strikeOf(table, at),
              yearsOf(table, at),
              volOf(table, at),
              rateOf(table, at),
              typeOf(table, at),
            ),
          0,
        ),
      1 / 50,
    ),
  );
  const slow: Work = (table, at) =>
    peers.impliedVolatility.getImpliedVolatility(
      priceOf(table, at),
      spotValueOf(table, at),
      strikeOf(table, at),
      yearsOf(table, at),
      rateOf(table, at),
      typeOf(table, at),
    );
  implied.push(eachOption("implied-volatility", quotes, slow, 1 / 100, accuracy(quotes, 4, slow, 1 / 100)));
}

console.log(
  `${mixed.length / SAMPLE_WIDTH} SPX options, ${quotes.length / SAMPLE_WIDTH} of them quoted out of the money;` +
    ` median of ${ROUNDS} rounds (lowest to highest), ratio to the first line`,
);
compare("Price, delta, gamma, vega and theta of one option", greeks);
compare("Implied volatility of an out-of-the-money quote", implied);
if (kept === 0) throw new Error("nothing was computed");
