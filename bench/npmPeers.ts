import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** The option libraries of bench/peers, as far as the bench uses them. */
export interface NpmPeers {
  readonly uqee: {
    BlackScholes: new (settings: object) => {
      option(inputs: object): { price: number; delta: number; gamma: number; vega: number; theta: number };
      sigma(inputs: object): number;
    };
  };
  readonly ql: {
    BlackCalculator: new () => {
      init2(type: unknown, strike: number, forward: number, deviation: number, discount: number): Calculator;
    };
    Option: { Type: { Call: unknown; Put: unknown } };
    blackFormulaImpliedStdDev1(
      type: unknown,
      strike: number,
      forward: number,
      price: number,
      discount: number,
      displacement: number,
      guess: number | undefined,
      accuracy: number,
      iterations: number,
    ): number;
  };
  readonly blackScholes: { blackScholes: Formula };
  readonly greeks: { getDelta: Formula; getGamma: Formula; getVega: Formula; getTheta: Formula };
  readonly impliedVolatility: {
    getImpliedVolatility(price: number, s: number, k: number, t: number, r: number, kind: string): number;
  };
}

interface Calculator {
  value(): number;
  delta(spot: number): number;
  gamma(spot: number): number;
  vega(years: number): number;
  theta(spot: number, years: number): number;
}

type Formula = (s: number, k: number, t: number, v: number, r: number, kind: string) => number;

/** The npm peers, installed from their lockfile where they are not, or why they are not at hand. */
export function loadNpmPeers(): NpmPeers | string {
  const folder = join(process.cwd(), "bench", "peers");
  if (!existsSync(join(folder, "node_modules"))) {
    try {
      execFileSync("npm", ["ci", "--prefix", folder], { stdio: "pipe", shell: process.platform === "win32" });
    } catch {
      return "the npm peers are absent: npm ci --prefix bench/peers does not get them";
    }
  }
  const load = createRequire(join(folder, "package.json"));
  return {
    uqee: load("@uqee/black-scholes") as NpmPeers["uqee"],
    ql: load("@quantlib/ql") as NpmPeers["ql"],
    blackScholes: load("black-scholes") as NpmPeers["blackScholes"],
    greeks: load("greeks") as NpmPeers["greeks"],
    impliedVolatility: load("implied-volatility") as NpmPeers["impliedVolatility"],
  };
}
