import catalogue from "../../../../src/taskpane/functionCatalogue.json";
import { formulaCalls } from "../../../../src/taskpane/rooms/functions/formulaCalls";

/** The arguments of the first call, each as its kind and what it stands for. */
function argumentsOf(formula: string) {
  return (formulaCalls(formula)[0]?.arguments ?? []).map((argument) => {
    if (argument.kind === "value") return argument.values;
    return argument.kind === "range" ? argument.reference : `${argument.kind}: ${argument.text}`;
  });
}

describe("formulaCalls", () => {
  // What each text means is Excel's grammar of formulas: ECMA-376 part 1, 18.17.2.
  it.each([
    ['=ALVH.BSM.PRICE("put", 100, 95.5, -0.2, 5%, 1E-3)', [["put"], [100], [95.5], [-0.2], [0.05], [0.001]]],
    ['=ALVH.X("a "",b"") c")', [['a ",b") c']]],
    ["=ALVH.X(TRUE,false,#N/A)", [[true], [false], ["#N/A"]]],
  ])("reads the constants of %s", (formula, values) => {
    expect(argumentsOf(formula)).toEqual(values.map((row) => [row]));
  });

  it("reads array constants: commas between columns, semicolons between rows", () => {
    expect(argumentsOf('=ALVH.X({"AsOf","a;b,c";-1,TRUE}, 2)')).toEqual([
      [
        ["AsOf", "a;b,c"],
        [-1, true],
      ],
      [[2]],
    ]);
  });

  it.each([
    "Book",
    "Book!A4:I60",
    "$B$4",
    "A:B",
    "$3:4",
    "'My, (sheet)'!A1:B3",
    "'O''Neil'!A1",
    "Größe_2",
    "Positionen!$A$1:$B$9",
  ])("takes %s for cells", (reference) => {
    expect(argumentsOf(`=ALVH.X(1,${reference})`)).toEqual([[[1]], reference]);
  });

  it.each([
    "SUM(A1,B2)",
    "A1*2",
    "B4#",
    "@Book",
    "Legs[[#All],[Qty],[a,']b]]",
    "[Other.xlsx]Book!A1",
    "'[Other.xlsx]My book'!A1",
    "(A1,B2)",
    "{1,SUM(2)}",
    "-A1",
  ])("leaves %s to Excel", (text) => {
    expect(argumentsOf(`=ALVH.X(${text},Market)`)).toEqual([`formula: ${text}`, "Market"]);
  });

  it("keeps omitted arguments in their places", () => {
    expect(argumentsOf("=ALVH.LAYER(10,,Market,)")).toEqual([[[10]], "omitted: ", "Market", "omitted: "]);
    expect(argumentsOf("=ALVH.LAYER()")).toEqual([]);
  });

  it("finds calls around, inside and beside others, outer ones first", () => {
    const formula =
      '=IFERROR(ALVH.NETTHETA(ALVH.CONDOR.BOOK(Market,42,10),Market),"ALVH.NO(") + ALVH.VERSION()';
    expect(formulaCalls(formula).map(({ id, text }) => [id, text])).toEqual([
      ["NETTHETA", "ALVH.NETTHETA(ALVH.CONDOR.BOOK(Market,42,10),Market)"],
      ["CONDOR.BOOK", "ALVH.CONDOR.BOOK(Market,42,10)"],
      ["VERSION", "ALVH.VERSION()"],
    ]);
  });

  it.each(["=SUM(A1:A3)", '="ALVH.LAYER()"', "='ALVH.LAYER('!A1", "=MYALVH.LAYER()", "=ALVH.LAYER", ""])(
    "finds none in %s",
    (formula) => {
      expect(formulaCalls(formula)).toEqual([]);
    },
  );

  it("knows a formula that was saved where the add-in was missing", () => {
    expect(formulaCalls("=_xldudf_ALVH_BSM_PRICE(1)").map(({ id }) => id)).toEqual(["BSM.PRICE"]);
  });

  it("reads every example of the catalogue as a call with arguments that its function has", () => {
    const ids = new Map(catalogue.map((entry) => [entry.id, entry.parameters]));
    const formulas = catalogue.flatMap(({ examples }) => examples);
    expect(formulas.length).toBeGreaterThan(90);
    for (const formula of formulas) {
      const calls = formulaCalls(formula);
      expect(calls.length).toBe(formula.replace(/"[^"]*"/g, "").match(/ALVH\./g)?.length);
      for (const call of calls) {
        const parameters = ids.get(call.id);
        const needed = parameters?.filter(({ optional }) => !optional).length;
        expect([formula, call.arguments.length]).toEqual([formula, expect.any(Number)]);
        expect(call.arguments.length).toBeGreaterThanOrEqual(needed ?? Infinity);
        expect(call.arguments.length).toBeLessThanOrEqual(parameters?.length ?? -1);
      }
    }
  });
});
