import catalogue from "../../src/taskpane/functionCatalogue.json";
import { strings } from "../../src/taskpane/strings/functions";

describe("what the pane lists", () => {
  it.each([...new Set(catalogue.map(({ family }) => family))])("has a title for the family %s", (family) => {
    expect(strings.families[family]).toBeDefined();
  });

  it.each(catalogue.map((entry) => [entry.id, entry] as const))(
    "has an example to insert for %s",
    (id, entry) => {
      expect(entry.examples.length).toBeGreaterThan(0);
      for (const formula of entry.examples) expect(formula).toMatch(/^=ALVH\./);
      expect(entry.examples.some((formula) => formula.includes(`ALVH.${id}(`))).toBe(true);
    },
  );
});
