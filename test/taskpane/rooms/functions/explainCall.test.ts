import { CellError } from "../../../functions/support/customFunctions";
import type { CellValue } from "../../../../src/alvh/cellValue";
import { netTheta } from "../../../../src/functions/book";
import { layer } from "../../../../src/functions/hedge";
import { bsmPrice } from "../../../../src/functions/option";
import { vixFromChain } from "../../../../src/functions/vix";
import catalogue from "../../../../src/taskpane/functionCatalogue.json";
import { explainCall, type ReadArgument } from "../../../../src/taskpane/rooms/functions/explainCall";
import { workedBook, workedMarket } from "../../../alvh/workedCase";

const range = (address: string, values: CellValue[][]): ReadArgument => ({
  kind: "range",
  text: address,
  address,
  values,
});
const value = (one: CellValue): ReadArgument => ({ kind: "value", text: String(one), values: [[one]] });
const omitted: ReadArgument = { kind: "omitted", text: "" };

/** A copy of a range with one cell replaced. */
function withCell(cells: readonly (readonly CellValue[])[], row: number, column: number, cell: CellValue) {
  return cells.map((line, r) => line.map((one, c) => (r === row && c === column ? cell : one)));
}

/** What the cell function itself says: the sentence that the pane must come to without calling it. */
function saidBy(call: () => unknown): string {
  let results: unknown;
  try {
    results = call();
  } catch (error) {
    results = error;
  }
  const bad = [results].flat(2).find((result) => result instanceof Error);
  if (bad instanceof CellError) return bad.message;
  throw bad ?? new Error("The function accepted what the test meant to be refused.");
}

const market = workedMarket as CellValue[][];
const book = workedBook as CellValue[][];
const strike = book[0]?.indexOf("Strike") ?? -1;

describe("explainCall gives the function's own sentence for", () => {
  it("a cell of the book", () => {
    const bad = withCell(book, 2, strike, "45OO");
    const reasons = explainCall(
      { id: "NETTHETA" },
      [range("Book!A4:I11", bad), range("Market!A1:B9", market)],
      catalogue,
    );
    expect(reasons).toContain(saidBy(() => netTheta(bad, market)));
  });

  it("a cell of the market", () => {
    const bad = [...market, ["VVIX9", 1], ["Rate", "x"]];
    const given = [value(10), omitted, range("Market!A1:B9", bad)];
    const reasons = explainCall({ id: "LAYER" }, given, catalogue);
    expect(reasons).toContain(saidBy(() => layer([[10]], null, bad, null as never)));
  });

  it.each([
    ["preset", [value(10), value("44")], () => layer([[10]], "44", null as never, null as never)],
    [
      "setting",
      [value(10), omitted, omitted, range("Plan!A1:B1", [["Layer1.Delta", 30]])],
      () => layer([[10]], null, null as never, [["Layer1.Delta", 30]]),
    ],
  ])("a %s", (_what, given, call) => {
    expect(explainCall({ id: "LAYER" }, given, catalogue)).toEqual([saidBy(call)]);
  });

  it("a chain of quotes", () => {
    const chain = [["strike"], [100]];
    const given = [range("Chain!A1:A2", chain), value("2022-02-04 16:15")];
    expect(explainCall({ id: "VIXCALC" }, given, catalogue)).toEqual([
      saidBy(() => vixFromChain(chain, "2022-02-04 16:15", null as never, null)),
    ]);
  });

  it.each([
    ["a vol in percent", ["put", 100, 95, 30, 20, 0.05]],
    ["a negative strike", ["put", 100, -5, 30, 0.2, 0.05]],
    ["a date for days", ["put", 100, 95, 44596, 0.2, 0.05]],
  ])("%s among the arguments of an option", (_what, cells) => {
    const said = saidBy(() => (bsmPrice as (...given: unknown[]) => unknown)(...cells.map((one) => [[one]])));
    expect(explainCall({ id: "BSM.PRICE" }, cells.map(value), catalogue)).toEqual([said]);
  });
});

describe("explainCall", () => {
  it("finds nothing wrong with a book and a market that are right", () => {
    const given = [range("Book!A4:I11", book), range("Market!A1:B9", market)];
    expect(explainCall({ id: "NETTHETA" }, given, catalogue)).toEqual([]);
  });

  it("names the cell that is an error itself, and looks no further", () => {
    const given = [range("'Q1 book'!C4:I11", withCell(book, 2, 1, "#N/A")), range("Market!A1:B9", market)];
    expect(explainCall({ id: "NETTHETA" }, given, catalogue)).toEqual([
      "book: 'Q1 book'!D6 is itself an error (#N/A).",
    ]);
  });

  it("names an argument that is missing, or says how many there may be", () => {
    expect(explainCall({ id: "NETTHETA" }, [range("Book!A4:I11", book)], catalogue)).toEqual([
      "NETTHETA needs its argument market.",
    ]);
    expect(explainCall({ id: "VERSION" }, [value(1)], catalogue)).toEqual([
      "VERSION takes 0 arguments at most: 1 are given.",
    ]);
  });

  it("passes on why a range could not be read", () => {
    const lost: ReadArgument = {
      kind: "range",
      text: "Boook",
      problem: "The workbook has no range named Boook.",
    };
    expect(explainCall({ id: "NETTHETA" }, [lost, range("Market!A1:B9", market)], catalogue)).toEqual([
      "The workbook has no range named Boook.",
    ]);
  });

  it("knows the nearest name of a function that is not there", () => {
    expect(explainCall({ id: "NETHETA" }, [], catalogue)).toEqual([
      "There is no function ALVH.NETHETA: the nearest name is ALVH.NETTHETA.",
    ]);
  });

  it("says what kind of option it cannot read", () => {
    const cells = ["straddle", 100, 95, 30, 0.2, 0.05];
    expect(explainCall({ id: "BSM.PRICE" }, cells.map(value), catalogue)).toEqual([
      'kind ("straddle") must be "call" or "put".',
    ]);
  });
});
