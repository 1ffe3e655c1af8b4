import catalogue from "../../../../src/taskpane/functionCatalogue.json";
import { localFormula } from "../../../../src/taskpane/rooms/functions/localFormula";

const en = { decimal: ".", group: ",", list: "," };
const de = { decimal: ",", group: ".", list: ";" };
const fr = { decimal: ",", group: "\u202f", list: ";" };

describe("localFormula", () => {
  // As German and French Excel show the formulas of the left column: ; between arguments, comma as decimal sign,
  // and in array constants a dot between columns and ; between rows.
  it.each([
    ['=ALVH.BSM.PRICE("put", 100, 95.5, 0.2)', '=ALVH.BSM.PRICE("put"; 100; 95,5; 0,2)'],
    ["=ALVH.X(.5,1.5E-3)", "=ALVH.X(,5;1,5E-3)"],
    ["=ALVH.X({-0.1;0,0.05}, Book!A1)", "=ALVH.X({-0,1;0.0,05}; Book!A1)"],
    [
      "=ALVH.X(\"1.5, a\", 'My, 1.5'!A1, T[[#All],[a.b]])",
      "=ALVH.X(\"1.5, a\"; 'My, 1.5'!A1; T[[#All];[a.b]])",
    ],
    ["=ALVH.X(My.Name1.5, B4)", "=ALVH.X(My.Name1.5; B4)"],
  ])("shows %s as %s", (english, local) => {
    expect(localFormula(english, de)).toBe(local);
    expect(localFormula(english, fr)).toBe(local);
  });

  it("changes nothing where Excel's notation is the user's", () => {
    for (const formula of catalogue.flatMap(({ examples }) => examples)) {
      expect(localFormula(formula, en)).toBe(formula);
    }
  });
});
