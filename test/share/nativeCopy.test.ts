import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import {
  bsmCharm,
  bsmDelta,
  bsmGamma,
  bsmPrice,
  bsmProbability,
  bsmRho,
  bsmStrike,
  bsmTheta,
} from "../../src/functions/option";
import { black76Greeks, black76Rho, bsmVanna, bsmVega, bsmVolga } from "../../src/functions/option";
import { netGreeksTable } from "../../src/alvh/netTables";
import { payoffTable } from "../../src/alvh/stressTables";
import type { CellValue } from "../../src/alvh/cellValue";
import { shareCopy } from "../../src/share/shareCopy";
import { evaluateFile } from "./evaluateFile";
import { hasProgram, shownBy } from "./officeProgram";
import { testWorkbook, type TestCell } from "./testWorkbook";
import { BOOK, GREEKS, MARKET, NET_THETA, tradersWorkbook } from "./tradersWorkbook";

/** [kind, spot, strike, days, vol, rate, yield]: near and far, short and long, and where time or vol is nothing. */
const OPTIONS: [string, number, number, number, number, number, number][] = [
  ["call", 4500.53, 4725, 41.99, 0.17, 0.003, 0.0294],
  ["put", 4500.53, 4050, 41.99, 0.29, 0.003, 0.0294],
  ["call", 100, 95, 182.5, 0.2, 0.1, 0.05],
  ["p", 100, 95, 182.5, 0.2, -0.01, 0.05],
  ["C", 20, 80, 7, 1.5, 0.05, 0],
  ["put", 20, 12, 900, 0.8, 0.05, 0.01],
  ["call", 4500, 4400, 0, 0.2, 0.03, 0.01],
  ["put", 4500, 4400, 0, 0.2, 0.03, 0.01],
  ["call", 100, 90, 30, 0, 0.03, 0.01],
  ["put", 100, 130, 30, 0, 0.03, 0.01],
];

const MEASURES = {
  PRICE: bsmPrice,
  DELTA: bsmDelta,
  GAMMA: bsmGamma,
  VEGA: bsmVega,
  THETA: bsmTheta,
  RHO: bsmRho,
  VANNA: bsmVanna,
  VOLGA: bsmVolga,
  CHARM: bsmCharm,
  PROB: bsmProbability,
};

describe.each([
  ["for every Excel since 2010", { native: true }],
  ["with LET", { native: true, let: true }],
])("native formulas %s agree with the add-in in another engine", (_, options) => {
  test("option prices, Greeks and probabilities, to 1e-9 of the price scale", async () => {
    const cells: TestCell[] = OPTIONS.flatMap((option, index) => [
      ...option.map((value, column) => ({ at: `${"ABCDEFG"[column] ?? ""}${index + 1}`, value })),
      ...Object.keys(MEASURES).map((name, column) => ({
        at: `${"HIJKLMNOPQ"[column] ?? ""}${index + 1}`,
        formula: `_xldudf_ALVH_BSM_${name}(A${index + 1},B${index + 1},C${index + 1},D${index + 1},E${index + 1},F${index + 1},G${index + 1})`,
        value: 0,
      })),
    ]);
    const { bytes, native, frozen } = await shareCopy(
      testWorkbook({ sheets: [{ name: "Options", cells }] }),
      options,
    );
    expect([native, frozen]).toEqual([OPTIONS.length * 10, 0]);
    const value = evaluateFile(bytes);
    OPTIONS.forEach((option, index) => {
      const scale = Math.max(option[1], option[2]);
      const given = option.map((one) => [[one]]) as any;
      Object.entries(MEASURES).forEach(([name, measure], column) => {
        const expected = (measure as any)(...given)[0][0] as number;
        const found = Number(value("Options", `${"HIJKLMNOPQ"[column] ?? ""}${index + 1}`));
        expect([option, name, Math.abs(found - expected) <= 1e-9 * scale, found, expected]).toEqual([
          option,
          name,
          true,
          found,
          expected,
        ]);
      });
    });
  });

  test("strikes of a delta, probabilities of touch, Black-76, and a call inside a formula", async () => {
    const cells: TestCell[] = [
      { at: "A1", formula: '_xldudf_ALVH_BSM_STRIKE("put",-0.16,4500,45,0.18,0.03,0.015)', value: 0 },
      { at: "A2", formula: '_xldudf_ALVH_BSM_PROB("call",4500,4700,45,0.18,0.03,0.015,TRUE)', value: 0 },
      { at: "A3", formula: '_xldudf_ALVH_BSM_PROB("put",4500,4100,45,0.004,0.03,0.015,TRUE)', value: 0 },
      { at: "A4", formula: '_xldudf_ALVH_BLACK76_RHO("call",25,30,40,1.1,0.03)', value: 0 },
      {
        at: "A5",
        formula: 'IFERROR(10*_xldudf_ALVH_BSM_PRICE("put",100,95,C1+1,0.2,0.1,0.05),"none")',
        value: 0,
      },
      { at: "C1", value: 181.5 },
      ...["A7", "B7", "C7", "D7", "E7", "F7", "G7", "H7", "I7"].map((at, index) =>
        index === 0
          ? { at, formula: '_xldudf_ALVH_BLACK76_GREEKS("call",25,30,40,1.1,0.03)', array: "A7:I7", value: 0 }
          : { at, value: 0 },
      ),
      { at: "A9", formula: '_xldudf_ALVH_BSM_PROB("call",4500,4500,45,0.18,0.03,0.015,TRUE)', value: 0 },
    ];
    const { bytes, frozen } = await shareCopy(testWorkbook({ sheets: [{ name: "One", cells }] }), options);
    expect(frozen).toBe(0);
    const value = evaluateFile(bytes);
    const at = (...numbers: unknown[]) => numbers.map((one) => [[one]]) as any;
    const expected = {
      A1: (bsmStrike as any)(...at("put", -0.16, 4500, 45, 0.18, 0.03, 0.015))[0][0],
      A2: (bsmProbability as any)(...at("call", 4500, 4700, 45, 0.18, 0.03, 0.015, true))[0][0],
      A3: (bsmProbability as any)(...at("put", 4500, 4100, 45, 0.004, 0.03, 0.015, true))[0][0],
      A4: (black76Rho as any)(...at("call", 25, 30, 40, 1.1, 0.03))[0][0],
      // Haug (2007), p. 6: 2.4648.
      A5: 24.648,
      A9: 1,
    };
    for (const [address, wanted] of Object.entries(expected)) {
      const tolerance = address === "A5" ? 5e-4 : address === "A1" ? 4500e-9 : 1e-9;
      expect([
        address,
        Math.abs(Number(value("One", address)) - wanted) <= tolerance,
        value("One", address),
      ]).toEqual([address, true, value("One", address)]);
    }
    const greeks = (black76Greeks as any)(...at("call", 25, 30, 40, 1.1, 0.03))[0] as number[];
    ["A7", "B7", "C7", "D7", "E7", "F7", "G7", "H7", "I7"].forEach((address, index) => {
      expect(Number(value("One", address))).toBeCloseTo(greeks[index] ?? NaN, 8);
    });
  });

  test("the net Greeks of a book with every kind of leg, and they follow the market", async () => {
    const { bytes } = await shareCopy(tradersWorkbook(), options);
    const value = evaluateFile(bytes);
    expect(Number(value("Plan & more", "A1"))).toBeCloseTo(NET_THETA, 6);
    expectTable(value, GREEKS);
    // The cells of the market move the native figures as they move the add-in's.
    const moved = MARKET.map(([name, number]) => [name, MOVED[String(name)] ?? number]);
    const after = evaluateFile(withMarket(bytes, moved));
    expectTable(after, netGreeksTable(heldVols(), moved, "layer"));
  });

  test("the payoff of condors at expiry", async () => {
    const book = BOOK.slice(0, 5);
    const spots = [[3900], [4100.5], [4400], [4760], [5000]];
    const table = payoffTable(book, MARKET, spots, undefined);
    const cells: TestCell[] = [
      ...table.flatMap((row, r) =>
        row.map((one, c) => ({
          at: `${"AB"[c] ?? ""}${r + 1}`,
          value: one,
          ...(r + c === 0
            ? { formula: "_xldudf_ALVH_PAYOFF(Book!A1:I5,Market!A1:B13,D1:D5)", array: "A1:B6" }
            : {}),
        })),
      ),
      ...spots.map(([spot = 0], index) => ({ at: `D${index + 1}`, value: spot })),
    ];
    const file = testWorkbook({ sheets: [sheetOf("Payoff", cells), ...ranges()] });
    const { bytes, native } = await shareCopy(file, options);
    expect(native).toBe(1);
    const value = evaluateFile(bytes);
    table.slice(1).forEach((row, index) => {
      expect(Number(value("Payoff", `B${index + 2}`)) / 1e6).toBeCloseTo(Number(row[1]) / 1e6, 9);
    });
  });
});

const MOVED: Record<string, number> = {
  SPX: 4400,
  VIX: 28.5,
  Rate: 0.01,
  Yield: 0.02,
  VXX: 23,
  "44608": 27,
  "44699": 26.5,
};

/** Vols that a price implied are fixed in a native copy: here as numbers, the prices still beside them. */
function heldVols(): CellValue[][] {
  const columns = ["Vol", "Bid", "Ask"].map((name) => (BOOK[0] ?? []).indexOf(name));
  expect(columns).toEqual([6, 7, 8]);
  return BOOK.map((row, index) =>
    index === 1 ? withVol(row, IMPLIED[0]) : index === 2 ? withVol(row, IMPLIED[1]) : row,
  );
}

/** Marks beside a vol are the price, which the copy keeps, while the vol gives the Greeks. */
function withVol(row: CellValue[], vol: number): CellValue[] {
  return Array.from(row, (value, column) => (column === 6 ? vol : value)); // a blank is a hole, which map passes over
}

/** Implied from the middle of bid and ask in the market before it moved, by the add-in's own function in a cell. */
const IMPLIED: [number, number] = [impliedOf(33.05, 4050), impliedOf(38.4, 4100)];

function impliedOf(price: number, strike: number): number {
  // 18 March 2022, 16:00 after 4 February, 16:15: 42 days less a quarter of an hour.
  const days = 42 - 0.25 / 24;
  let [low, high] = [0.01, 2];
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    const value = (bsmPrice as any)(
      ...["put", 4500.53, strike, days, middle, 0.003, 0.0294].map((one) => [[one]]),
    )[0][0];
    if (value < price) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function expectTable(
  value: (sheet: string, address: string) => number | string,
  table: (string | number)[][],
): void {
  table.forEach((row, r) => {
    row.forEach((wanted, c) => {
      if (typeof wanted !== "number") return;
      const address = `${String.fromCharCode(65 + c)}${3 + r}`;
      const found = Number(value("Plan & more", address));
      // Dollars of 1,000 contract points on a book of some hundred thousands.
      expect([address, Math.abs(found - wanted) < 1e-9 * 4500 * 1000, found, wanted]).toEqual([
        address,
        true,
        found,
        wanted,
      ]);
    });
  });
}

const withLibreOffice = hasProgram("soffice") ? test : test.skip;

withLibreOffice(
  "a file that was calculated anew by LibreOffice shows what the add-in shows (skipped where it is not installed)",
  async () => {
    const { bytes } = await shareCopy(tradersWorkbook(), { native: true });
    const shown = shownBy("soffice", withoutCachedValues(bytes), 6).flat();
    expect(shown.some((row) => Math.abs(Number(row[0]) - NET_THETA) < 1e-4)).toBe(true);
  },
  120_000,
);

test("what cannot be native stays a value and is marked so", async () => {
  const cells: TestCell[] = [{ at: "A1", formula: "_xldudf_ALVH_VXBETA(30)", value: 0.47 }];
  const { bytes, frozen, native } = await shareCopy(testWorkbook({ sheets: [sheetOf("One", cells)] }), {
    native: true,
  });
  expect([frozen, native]).toEqual([1, 0]);
  const value = evaluateFile(bytes);
  expect(value("One", "A1")).toBe(0.47);
  expect(value("How this was made", "G9")).toBe("value (no native formula: does not recalculate)");
});

function sheetOf(name: string, cells: TestCell[]) {
  return { name, cells };
}

function ranges() {
  return [["Book", BOOK] as const, ["Market", MARKET] as const].map(([name, rows]) =>
    sheetOf(
      name,
      rows.flatMap((row, r) =>
        row.flatMap((value, c) =>
          value === undefined || value === null
            ? []
            : [{ at: `${String.fromCharCode(65 + c)}${r + 1}`, value }],
        ),
      ),
    ),
  );
}

/** The same file with other numbers in the market, typed over as a partner would. */
function withMarket(file: Uint8Array, market: CellValue[][]): Uint8Array {
  return edited(file, "xl/worksheets/sheet2.xml", (xml) =>
    market.reduce<string>(
      (text, [, value], index) =>
        typeof value === "number"
          ? text.replace(new RegExp(`(<c r="B${index + 1}"[^>]*><v>)[^<]*`), `$1${value}`)
          : text,
      xml,
    ),
  );
}

/** Without cached values a program that opens the file must calculate. */
function withoutCachedValues(file: Uint8Array): Uint8Array {
  return ["3", "5"].reduce(
    (bytes, sheet) =>
      edited(bytes, `xl/worksheets/sheet${sheet}.xml`, (xml) => xml.replace(/(<\/f>)<v>[^<]*<\/v>/g, "$1")),
    file,
  );
}

function edited(file: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(file);
  return zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path] ?? new Uint8Array()))) });
}
