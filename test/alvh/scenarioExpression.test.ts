import fc from "fast-check";
import { compileScenario } from "../../src/alvh/scenarioExpression";
import { InputError } from "../../src/core/errors";

// The market of 2022-02-04 at 16:15 New York. Every expected shock below is arithmetic on it by hand.
const MARKET = { SPX: 4500.53, VIX: 23.22, VVIX: 124.89 };

function messageOf(text: string, market: object = MARKET): string {
  try {
    compileScenario(text).shocks(market);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).argument).toBe("scenario");
    return (error as InputError).message;
  }
  throw new Error(`${text} was accepted.`);
}

describe("what a trader writes", () => {
  test.each([
    ["SPX * 0.9", { spotShock: -0.1, vixShock: 0 }],
    ["VIX + 5", { spotShock: 0, vixShock: 5 }],
    ["SPX * 0.9, VIX + 5", { spotShock: -0.1, vixShock: 5 }],
    ["SPX * 0.9; VIX + 5;", { spotShock: -0.1, vixShock: 5 }],
    ["SPX * 0.9\r\nVIX + 5\n", { spotShock: -0.1, vixShock: 5 }],
    ["spx*.9, Vix+5", { spotShock: -0.1, vixShock: 5 }],
    ["SPX: 2250.265", { spotShock: -0.5, vixShock: 0 }],
    ["VIX: 30", { spotShock: 0, vixShock: 6.78 }],
    ["vix : 30, days: 2 * 7", { spotShock: 0, vixShock: 6.78, days: 14 }],
    ["Days: 0.5", { spotShock: 0, vixShock: 0, days: 0.5 }],
    // 200 * (1 - 4500.53 / 4500) = -200 * 0.53 / 4500
    ["VIX: VIX + 200 * (1 - SPX / 4500)", { spotShock: 0, vixShock: -0.023555555556 }],
    // The VIX of one standard deviation more in a day: 23.22 * 1.2489 / 10
    ["VIX * (1 + VVIX / 1000)", { spotShock: 0, vixShock: 2.8999458 }],
    ["max(VIX, 40), min(SPX, 4050.477)", { spotShock: -0.1, vixShock: 16.78 }],
    ["VIX + abs(-3) + sqrt(16) - exp(0) + ln(1)", { spotShock: 0, vixShock: 6 }],
    ["VIX + -2^2 + +2^3^2 / 64", { spotShock: 0, vixShock: 4 }],
    ["((SPX))", { spotShock: 0, vixShock: 0 }],
  ])("%j", (text, expected) => {
    expect(compileScenario(text).shocks(MARKET)).toEqual(expected);
  });

  test("one compilation serves any market, and every part reads the levels before the scenario", () => {
    const { shocks, subjects } = compileScenario("SPX * 0.5, VIX: VIX + SPX / 1000");
    expect(subjects).toEqual(["SPX", "VIX"]);
    expect(shocks({ SPX: 5000, VIX: 20 })).toEqual({ spotShock: -0.5, vixShock: 5 });
    expect(shocks({ SPX: 3000, VIX: 30 })).toEqual({ spotShock: -0.5, vixShock: 3 });
  });

  test("only what is read needs to be in the market", () => {
    expect(compileScenario("VIX + 5").shocks({ VIX: 20 })).toEqual({ spotShock: 0, vixShock: 5 });
    expect(messageOf("SPX: 4000", { VIX: 20 })).toBe(
      "the scenario needs SPX: give its level in the market, a positive number",
    );
    expect(messageOf("VIX + VVIX", { VIX: 20, VVIX: NaN })).toContain("needs VVIX");
  });
});

describe("what gets a sentence", () => {
  test.each([
    ["", "the scenario is empty: write the new level, as in SPX * 0.9, VIX + 5"],
    [" ,;\n", "the scenario is empty: write the new level, as in SPX * 0.9, VIX + 5"],
    ["5", '"5" mentions neither SPX nor VIX: write the new level of one of them, as in SPX * 0.9, VIX + 5'],
    [
      "VIX + SPX / 1000",
      '"VIX + SPX / 1000" mentions both SPX and VIX: write the one it sets and a colon before it, as in VIX: VIX + SPX / 1000',
    ],
    ["SPX * 0.9, SPX - 5", "SPX is set twice: keep one of the parts"],
    ["VVIX: 100", '"VVIX" cannot be set: before a colon stand SPX, VIX or Days'],
    ["SPX - 5%", '"SPX - 5%" has a percent sign: write 5% as 0.05, as in SPX * (1 - 0.05)'],
    ["VIX +", '"VIX +" cannot be read as an expression: write it as in SPX * 0.9, VIX + 5'],
    [
      "cos(VIX)",
      '"cos(VIX)" has the function "cos": allowed are numbers, + - * / ^, parentheses, SPX, VIX, VVIX and abs, exp, ln, max, min, sqrt',
    ],
    ["sqrt(VIX, 2)", "has sqrt with 2 numbers (it takes one): allowed are"],
    ["SPX + max()", "has max with 0 numbers (it takes 1 to 20): allowed are"],
    ["2 VIX", "two terms side by side without a sign"],
    ["VIX (2)", 'the function "VIX"'],
    ["VIX:", "has nothing to calculate: allowed are"],
    [
      "SPX * 0",
      "the scenario takes SPX from 4500.53 to 0: it must stay above 0 and at most double, as in SPX * 0.9",
    ],
    ["SPX * 2.01", "it must stay above 0 and at most double"],
    ["SPX / 1e300", "it must stay above 0"],
    ["VIX - 23", "the scenario takes VIX to 0.22: it must lie between 1 and 1000"],
    ["VIX / 0", "the scenario takes VIX to Infinity: it must lie between 1 and 1000"],
    ["VIX + sqrt(0 - 1)", "the scenario takes VIX to NaN: it must lie between 1 and 1000"],
    ["Days: -1", "the scenario takes Days to -1: it must lie between 0 and 36500"],
    ["VIX + 1e999", "the constant Infinity"],
  ])("%j", (text, expected) => {
    expect(messageOf(text)).toContain(expected);
  });
});

describe("what an attacker writes", () => {
  test.each([
    // Function definitions and assignments.
    ["f(x) = x", "a function definition"],
    ["VIX: f(x) = x", "a function definition"],
    ["VIX(SPX) = 1", "a function definition"],
    ["SPX = SPX * 0.9", "an assignment (=)"],
    ["VIX: max(SPX = 1, 2)", "an assignment (=)"],
    ["(VIX = 1) + 2", "an assignment (=)"],
    ["VIX.x = 1", "an assignment (=)"],
    ["VIX[1] = 1", "an assignment (=)"],
    // Import, and the other functions that mathjs warns of.
    ['import({sqrt: 1}, {override: "true"}) + VIX', 'the function "import"'],
    ["VIX + import(1)", 'the function "import"'],
    ['VIX + createUnit("a")', 'the function "createUnit"'],
    ['VIX + evaluate("1")', 'the function "evaluate"'],
    ['VIX + parse("1")', 'the function "parse"'],
    ['VIX + simplify("1")', 'the function "simplify"'],
    ['VIX + derivative("x", "x")', 'the function "derivative"'],
    ['VIX + resolve("x")', 'the function "resolve"'],
    ['VIX + reviver("x", 1)', 'the function "reviver"'],
    ["VIX + config(1)", 'the function "config"'],
    // Properties and the way from them to Function.
    ["VIX.constructor", "a property or an index"],
    ["VIX?.constructor", "a property or an index"],
    ['VIX["constructor"]', "a property or an index"],
    ['VIX + sqrt.constructor("return 1")()', "cannot be read"],
    ['VIX + (sqrt.constructor("return 1"))()', "cannot be read"],
    ['VIX + (sqrt.constructor("return 1"))?.()', "a call of something that is not a name"],
    ['VIX + sqrt.constructor("return 1")', "a call of something that is not a name"],
    ['VIX + "a".constructor', "a property or an index"],
    ["VIX + [1].map", "a property or an index"],
    ["VIX + max?.(1)", "a call of something that is not a name"],
    ["VIX + constructor", 'the name "constructor"'],
    ["VIX + constructor(1)", 'the function "constructor"'],
    ["VIX + __proto__", 'the name "__proto__"'],
    ["VIX + __proto__(1)", 'the function "__proto__"'],
    ["__proto__: 1", '"__proto__" cannot be set'],
    ["constructor: 1", '"constructor" cannot be set'],
    ["VIX + toString()", 'the function "toString"'],
    ["VIX + hasOwnProperty(1)", 'the function "hasOwnProperty"'],
    ["VIX + this", 'the name "this"'],
    ["VIX + globalThis", 'the name "globalThis"'],
    ["VIX + window", 'the name "window"'],
    ['VIX + compile("1")', 'the function "compile"'],
    ["VIX + parser()", 'the function "parser"'],
    ["VIX + chain(1)", 'the function "chain"'],
    ["VIX + typed({})", 'the function "typed"'],
    ['VIX + help("sqrt")', 'the function "help"'],
    ['VIX + unit("5 cm")', 'the function "unit"'],
    ["VIX + valueOf()", 'the function "valueOf"'],
    ["VIX + __defineGetter__(1)", 'the function "__defineGetter__"'],
    ['VIX + max.call(1, "x")', "a call of something that is not a name"],
    ['VIX + {a: 1}["constructor"]', "a property or an index"],
    ['VIX + {"constructor": 1}.constructor', "a property or an index"],
    ["g(VIX) = g(VIX)", "a function definition"],
    // What would take memory or time.
    ["VIX + ones(100000, 100000)", 'the function "ones"'],
    ["VIX + identity(1e9)", 'the function "identity"'],
    ["VIX + range(0, 1e9)", 'the function "range"'],
    ["VIX + (0:1e-9:1)", "a range (:)"],
    ["VIX + factorial(1e9)", 'the function "factorial"'],
    ["VIX + bignumber(9)", 'the function "bignumber"'],
    ['VIX + concat("a", "b")', 'the function "concat"'],
    ["VIX + map([1, 2], sqrt)", 'the function "map"'],
    // Other ways to write the same letters.
    ["VIX + \\u0063onstructor", "cannot be read"],
    ['VIX["\\u0063onstructor"]', "a property or an index"],
    ["VIX + \u0441onstructor", "cannot be read"],
    ["V\u0406X + 5", "cannot be read"],
    ["\uff36\uff29\uff38 + 5", "cannot be read"],
    ["VIX + e\u0301val(1)", "cannot be read"],
    ["V\u200bIX + 5", "cannot be read"],
    // Everything else that mathjs parses.
    ['VIX + "text"', 'the text "text"'],
    ["VIX + [1, 2]", "a list in square brackets"],
    ["VIX + {a: 1}", "an object in braces"],
    ["VIX + {__proto__: 1}", "an object in braces"],
    ["(VIX : 5)", "a range (:)"],
    ["VIX > 5 ? 1 : 2", "a condition (? :)"],
    ["1 < VIX < 3", "a comparison"],
    ["max(1; VIX)", "cannot be read"],
    ["VIX > 5", "the operator >"],
    ["VIX == 5", "the operator =="],
    ["VIX and 1", "the operator and"],
    ["not VIX", "the operator not"],
    ["VIX | 1", "the operator |"],
    ["~VIX", "the operator ~"],
    ["VIX << 2", "the operator <<"],
    ["VIX!", "the operator !"],
    ["VIX'", "the operator '"],
    ["VIX ?? 1", "the operator ??"],
    ["VIX .* 2", "the operator .*"],
    ["VIX .^ 2", "the operator .^"],
    ["VIX mod 2", "the operator mod"],
    ["VIX to 5", "the operator to"],
    ["VIX + 5 cm", "two terms side by side"],
    ["VIX + i", 'the name "i"'],
    ["VIX + pi", 'the name "pi"'],
    ["VIX + end", 'the name "end"'],
    ["VIX + log(2)", 'the function "log"'],
    ["VIX + random()", 'the function "random"'],
    ["VIX + true", "the constant true"],
    ["VIX + null", "the constant null"],
    ["VIX + NaN", "the constant NaN"],
    ["VIX # a comment", "the sign #"],
    ["VIX \u2212 5", "cannot be read"],
    ["VIX + \u202e5", "cannot be read"],
    ["=VIX+5", "cannot be read"],
  ])("%j", (text, found) => {
    expect(messageOf(text)).toContain(found);
  });

  // A second is a hundred times what any of them takes; without the bounds the second would not end in a lifetime.
  test.each([
    ["a tower of powers", "VIX + 9^9^9^9", "VIX to Infinity"],
    ["remainders of remainders", `${"1%(".repeat(60)}VIX${")".repeat(60)}`, "a percent sign"],
    ["percents of percents", `SPX${"+1%".repeat(60)}`, "a percent sign"],
    ["brackets", `${"(".repeat(148)}VIX${")".repeat(148)}`, "is too long: at most 100 numbers"],
    ["open brackets", "(".repeat(300), "cannot be read"],
    ["square brackets", "[".repeat(300), "cannot be read"],
    ["signs", `${"-".repeat(297)}VIX`, "is too long: at most 100 numbers"],
    ["powers", `VIX${"^2".repeat(148)}`, "is too long: at most 100 numbers"],
    ["a sum", `VIX${"+1".repeat(148)}`, "is too long: at most 100 numbers"],
    ["quotients before brackets", "1/1(".repeat(75), "cannot be read"],
    ["conditions", "1?".repeat(150), "cannot be read"],
    ["parts", "VIX,".repeat(75), "VIX is set twice"],
    ["a whole cell of text", "VIX+".repeat(8191), "at most 300 characters, and this one has 32764"],
    ["a long name", `VIX+${"a".repeat(290)}`, "a…"],
  ])("%s ends at once", (_title, text, found) => {
    expect(messageOf(text)).toContain(found);
  });

  test("a polluted prototype adds no name and no function", () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    prototype.EVIL = 5;
    prototype.evil = () => 5;
    try {
      expect(messageOf("VIX + EVIL")).toContain('the name "EVIL"');
      expect(messageOf("VIX + evil(1)")).toContain('the function "evil"');
    } finally {
      delete prototype.EVIL;
      delete prototype.evil;
    }
  });
});

describe("any text", () => {
  /** Finite and sane shocks, or one sentence; never another exception, never long. */
  function check(text: string): void {
    try {
      const { spotShock, vixShock, days = 0 } = compileScenario(text).shocks(MARKET);
      expect(spotShock).toBeGreaterThan(-1);
      expect(spotShock).toBeLessThanOrEqual(1);
      expect(MARKET.VIX + vixShock).toBeGreaterThanOrEqual(1 - 1e-9);
      expect(MARKET.VIX + vixShock).toBeLessThanOrEqual(1000 + 1e-9);
      expect(days).toBeGreaterThanOrEqual(0);
      expect(days).toBeLessThanOrEqual(36500);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      expect(error.message).not.toMatch(/[\n\r]/);
      expect(error.message.length).toBeLessThan(300);
    }
  }

  test("of any characters", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 320 }), check), { numRuns: 1000 });
  });

  // Words of the language of mathjs in any order: nearly always wrong, and closer to right than characters.
  test("of mathjs's own words", () => {
    const words =
      "SPX VIX VVIX Days : , ; ( ) [ ] { } + - * / ^ = == < > ? ?. ?? . .* ! ' \" % # & | ~ 1 2.5 1e9 0x1F in to mod not and or max( ln( f(x)= import constructor __proto__ end true null i \n";
    const word = fc.constantFrom(...words.split(" "));
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 60 }).map((chosen) => chosen.join(" ")),
        check,
      ),
      { numRuns: 5000 },
    );
  });

  test("that obeys the grammar has JavaScript's own value", () => {
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom("SPX", "VIX", "VVIX", "2", "0.5", "1e3"),
        fc
          .tuple(tie("expression"), fc.constantFrom("+", "-", "*", "/"), tie("expression"))
          .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
        tie("expression").map((a) => `(-${a})`),
        fc.tuple(tie("expression"), tie("expression")).map(([a, b]) => `max(${a}, ${b})`),
      ),
    }));
    const withinBounds = expression.filter((text) => text.length < 200);
    fc.assert(
      fc.property(withinBounds, (text) => {
        const { SPX, VIX, VVIX } = MARKET;
        const value = new Function("SPX", "VIX", "VVIX", "max", `return ${text}`)(SPX, VIX, VVIX, Math.max);
        fc.pre(value >= 1 && value <= 1000);
        // Compared with a tolerance for the twelve decimals of a shock.
        expect(compileScenario(`VIX: ${text}`).shocks(MARKET).vixShock).toBeCloseTo(value - VIX, 9);
      }),
      { numRuns: 500 },
    );
  });
});
