import { readFileSync } from "node:fs";
import { SETTINGS } from "../../src/alvh/settings";
import { starterWorkbook } from "../../src/workbook/starterWorkbook";
import { builtFormulas } from "./support/builtFormulas";

/** What docs/methodology.md states is what the functions do: its constants are read from the page and put to the test. */
const page = readFileSync("docs/methodology.md", "utf8").replaceAll("\r\n", "\n").replaceAll(/\s+/g, " ");
const { valueOf } = builtFormulas(starterWorkbook);
/** The first number that a formula gives: alone, or under its title. */
const number = (formula: string): number => {
  const first = [valueOf(formula)].flat(2).find((value) => typeof value === "number");
  if (typeof first !== "number") throw new Error(`${formula} gives no number`);
  return first;
};

/** The numbers of a sentence of the page; a page without that sentence fails. */
function stated(sentence: RegExp): number[] {
  const found = sentence.exec(page);
  if (found === null) throw new Error(`docs/methodology.md no longer says ${sentence.source}`);
  return found.slice(1).map(Number);
}

/** The cells of a table row, its name left out. */
function row(name: string): number[] {
  const [, cells = ""] = new RegExp(`\\| ${name} \\|((?: [\\d.]+ \\|)+)`).exec(page) ?? [];
  return cells.split("|").flatMap((cell) => (cell.trim() === "" ? [] : Number(cell)));
}

/** A market of the starter's day, with VIX, VVIX and rows of its own. */
const market = (vix: number, ...rows: string[]): string =>
  `{"AsOf","2022-02-04 16:15";"SPX",4500;"VIX",${vix};"VVIX",100;"Rate",0;"Yield",0;"2022-03-15",25;"2022-08-17",25${rows.map((entry) => `;${entry}`).join("")}}`;
const book = (underlying: string, kind: string, strike: string, days: number, vol = '""'): string =>
  `{"Underlying","Kind","Qty","Strike","DTE","Vol";"${underlying}","${kind}",1,${strike},${days},${vol}}`;

test("every setting stands with its default", () => {
  const quoted = [...page.matchAll(/`([A-Z]\w+(?:\.\w+)?)` \(([-\d.]+)\)/g)];
  const defaults = new Map(SETTINGS.map(({ name, initial }) => [name, initial]));
  const wrong = quoted.filter(([, name = "", value]) => String(defaults.get(name)) !== value);
  expect(wrong.map(([text, name = ""]) => `${text} is ${String(defaults.get(name))}`)).toEqual([]);
  expect(quoted.length).toBeGreaterThan(60);
});

describe("the answer of VX futures to VIX", () => {
  test("TWOFACTOR, GL1 and SCALED are the formulas stated", () => {
    const [fast = NaN, speed = NaN, floor = NaN] = stated(
      /TWOFACTOR \| ([\d.]+) e\^\(-([\d.]+)T\) \+ ([\d.]+) \|/,
    );
    const [one = NaN] = stated(/GL1 \| e\^\(-([\d.]+)T\)/);
    const [level = NaN, decay = NaN] = stated(/SCALED \| ([\d.]+) e\^\(-([\d.]+)T\) \|/);
    for (const days of [0, 9, 30, 90, 365]) {
      const years = days / 365;
      expect(number(`=ALVH.VXBETA(${days})`)).toBeCloseTo(fast * Math.exp(-speed * years) + floor, 12);
      expect(number(`=ALVH.VXBETA(${days}, "GL1")`)).toBeCloseTo(Math.exp(-one * years), 12);
      expect(number(`=ALVH.VXBETA(${days}, "SCALED")`)).toBeCloseTo(level * Math.exp(-decay * years), 12);
    }
  });

  test.each([
    ["TABLE", "Points"],
    ["LOG", "Logs"],
  ])("%s is the row %s", (model, name) => {
    const days = row("Days");
    const betas = row(name);
    expect(days).toHaveLength(11);
    expect(days.map((each) => number(`=ALVH.VXBETA(${each}, "${model}")`))).toEqual(betas);
  });

  test("a future is not shocked below the floor stated", () => {
    const [floor = NaN] = stated(/not below ([\d.]+) points\. - \*\*VIX options/);
    const future = '{"Underlying","Kind","Qty","Expiry";"VX","future",1,"2022-08-17"}';
    const pnl = number(`=ALVH.PNL(${future}, ${market(190)}, 0, -189)`);
    expect(pnl).toBeCloseTo(1000 * (floor - 25), 6);
  });
});

describe("modelled vols", () => {
  const [share = NaN, skew = NaN] = stated(/else ([\d.]+) VIX\/100, Skew = row Skew, else (-[\d.]+)/);

  test("SPX: the share of VIX and the skew", () => {
    for (const strike of [4050, 4500, 4800]) {
      const years = 60 / 365;
      const vol = (share * 20) / 100 + (skew * Math.log(strike / 4500)) / Math.sqrt(years);
      const given = number(
        `=ALVH.NETVALUE(${book("SPXW", "put", String(strike), 60, String(vol))}, ${market(20)})`,
      );
      expect(number(`=ALVH.NETVALUE(${book("SPXW", "put", String(strike), 60)}, ${market(20)})`)).toBeCloseTo(
        given,
        6,
      );
    }
  });

  test("VIX: the vol of a future by its days", () => {
    const [k = NaN] = stated(/k = row VIXVolK, else ([\d.]+) a year/);
    const decay = (years: number): number => (1 - Math.exp(-2 * k * years)) / (2 * k * years);
    for (const days of [10, 30, 150]) {
      const vol = Math.sqrt(decay(days / 365) / decay(30 / 365));
      const given = number(`=ALVH.NETVALUE(${book("VIX", "call", "25", days, String(vol))}, ${market(25)})`);
      expect(number(`=ALVH.NETVALUE(${book("VIX", "call", "25", days)}, ${market(25)})`)).toBeCloseTo(
        given,
        8,
      );
    }
  });
});

describe("shocks", () => {
  test("SPX vols move by tenor, up to a cap", () => {
    const [days = NaN, power = NaN, cap = NaN] = stated(/vega x min\(\((\d+)\/dte\)\^([\d.]+), ([\d.]+)\)/);
    for (const dte of [2, 10, 30, 120]) {
      const leg = book("SPXW", "put", "4500", dte, "0.2");
      const shift =
        number(`=ALVH.NETVIX(${leg}, ${market(20)})`) / number(`=ALVH.NETVEGA(${leg}, ${market(20)})`);
      expect(shift).toBeCloseTo(Math.min((days / dte) ** power, cap), 10);
    }
  });

  test("VVIX follows VIX by the power stated", () => {
    const [power = NaN] = stated(/vol\(T'\) \(VIX'\/VIX\)\^([\d.]+)/);
    // 150 days lie between two futures at 25; VIX doubles, and the future moves by its beta.
    const forward = 25 + number("=ALVH.VXBETA(150)") * 25;
    const before = Math.sqrt(
      (1 - Math.exp((-5.2 * 150) / 365)) / 150 / ((1 - Math.exp((-5.2 * 30) / 365)) / 30),
    );
    const price = (at: number, vol: number): number =>
      100 * number(`=ALVH.BLACK76.PRICE("call", ${at}, 25, 150, ${vol}, 0)`);
    expect(number(`=ALVH.PNL(${book("VIX", "call", "25", 150)}, ${market(25)}, 0, 25)`)).toBeCloseTo(
      price(forward, before * 2 ** power) - price(25, before),
      6,
    );
  });

  test("without a VIX shock it follows SPX by the regression, and stops at the level stated", () => {
    const [beta = NaN, lowest = NaN] = stated(
      /PNL takes (-[\d.]+) points for \+1% of SPX .{0,40}not below a VIX of (\d+)/,
    );
    const pnl = (vix: number, spot: number, shock: string): number =>
      number(`=ALVH.PNL(${book("SPXW", "put", "4500", 40, "0.2")}, ${market(vix)}, ${spot}${shock})`);
    expect(pnl(20, -0.04, "")).toBeCloseTo(pnl(20, -0.04, `, ${beta * -4}`), 8);
    expect(pnl(12, 0.09, "")).toBeCloseTo(pnl(12, 0.09, `, ${lowest - 12}`), 8);
  });

  test("the SPX-equivalent delta counts VIX01 by the same regression", () => {
    const [beta = NaN] = stated(/VIX01 x (-[\d.]+) VIX points for \+1% of SPX/);
    const future = '{"Underlying","Kind","Qty","Expiry";"VX","future",1,"2022-08-17"}';
    const table = valueOf(`=ALVH.NETDELTA(${future}, ${market(20)}, "layer")`) as unknown[][];
    const vix01 = number(`=ALVH.NETVIX(${future}, ${market(20)})`);
    expect(table[1]?.[3]).toBeCloseTo((vix01 * beta * 100) / 4500, 8);
  });
});

test("a fund moves with its leverage and the 30-day future", () => {
  const [plain = NaN, leveraged = NaN] = stated(/leverage \((\d), ([\d.]+)\) x beta\(30 days\)/);
  const shares = (symbol: string): number =>
    number(`=ALVH.NETVIX({"Underlying","Kind","Qty","Price";"${symbol}","share",100,20}, Market)`);
  const point = (100 * 20 * number("=ALVH.VXBETA(30)")) / number("=ALVH.CURVE(Market, 30)");
  expect(shares("VXX")).toBeCloseTo(plain * point, 8);
  expect(shares("UVXY")).toBeCloseTo(leveraged * point, 8);
});

test("VXTH's weights and bounds", () => {
  const [from = NaN, full = NaN, half = NaN, halfWeight = NaN, stop = NaN] = stated(
    /VXTH, 0 up to VIX (\d+), (\d)% up to 30, ([\d.]+)% up to (\d+), 0 above/,
  ).flatMap((value, index) => (index === 2 ? [30, value] : [value]));
  const weights = [from, from + 0.1, half, half + 0.1, stop, stop + 0.1].map((vix) =>
    number(`=ALVH.VXTHWEIGHT(${vix})`),
  );
  expect(weights).toEqual([0, full / 100, full / 100, halfWeight / 100, halfWeight / 100, 0]);
});

test("carry, box rate and the return of a credit are the formulas stated", () => {
  expect(number("=ALVH.BOXRATE(100, 99, 73)")).toBeCloseTo(Math.log(100 / 99) / (73 / 365), 12);
  expect(number("=ALVH.CREDITIRR(10, 50, 5, 73)")).toBeCloseTo((1 + 5 / 40) ** 5 - 1, 12);
  const carry = valueOf('=ALVH.CARRY(Book, Market, "layer")') as (string | number)[][];
  const [, capital, , theta, rollDown, perYear] = carry[1] as number[];
  expect(perYear).toBeCloseTo((-365 * (theta! + rollDown!)) / capital!, 10);
});
