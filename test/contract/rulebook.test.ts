import { readFileSync } from "node:fs";
import { functionReference } from "../../scripts/functionReference.mjs";
import { rulebookRows } from "../../scripts/rulebookRows.mjs";
import { testTitles, titlesIn } from "../../scripts/testTitles.mjs";

/** Every rule of the source texts is traced: docs/rulebook.csv, a test that holds it, and what the glossary must explain. */
const rows = rulebookRows();
const ids = rows.map(({ id }) => id);
const tested = testTitles();
const explained = [...readFileSync("docs/glossary.md", "utf8").matchAll(/^### (.+)$/gm)].map(([, id]) => id);

test("the rulebook has its 149 rows, each once and in order", () => {
  expect(ids).toHaveLength(149);
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(rows.filter(({ kind, rule }) => !/^[NRTX]$/.test(kind) || rule.length < 10)).toEqual([]);
});

test("every row has a test whose title starts with its id; a row without a market meaning has the glossary", () => {
  const held = new Set(tested.flatMap((title) => title.ids));
  const untraced = rows.filter(({ id, kind }) => !held.has(id) && !(kind === "X" && explained.includes(id)));
  expect(untraced.map(({ id }) => id)).toEqual([]);
});

test("no title and no entry of the glossary names a row that the rulebook does not have", () => {
  const unknown = tested.filter((title) => title.ids.some((id) => !ids.includes(id)));
  expect(unknown).toEqual([]);
  expect(explained.filter((id) => !ids.includes(id ?? ""))).toEqual([]);
});

test("terms that the texts misuse, and words without a market meaning, are in the glossary", () => {
  const owed = rows.filter(({ kind }) => kind === "T" || kind === "X").map(({ id }) => id);
  expect(owed.filter((id) => !explained.includes(id))).toEqual([]);
});

test("the functions that the rulebook names exist", async () => {
  const known = (await functionReference()).map(({ id }) => id);
  expect(rows.flatMap(({ functions }) => functions).filter((name) => !known.includes(name))).toEqual([]);
});

describe("how titles are read", () => {
  const idsIn = (text: string) => titlesIn("a.test.ts", text).map((title) => title.ids.join(" "));

  test("of test, it and describe, of each, and of templates", () => {
    expect(idsIn(`test("A01 one", () => {}); it('B02 two', f); describe(\`C03 three\`, f);`)).toEqual(["A01", "B02", "C03"]); // prettier-ignore
    expect(idsIn(`test.each([["D04 data"]])("E05 F06 %s", f); test(\`G07 \${x}\`, f);`)).toEqual(["E05 F06", "G07"]); // prettier-ignore
  });

  test("only at the start, and not of what is skipped", () => {
    expect(idsIn(`test("as A01", f); test("A012", f); other("A03", f); test("A1 cell", f)`)).toEqual([]);
    expect(idsIn(`test.skip("A01 x", f); (here ? test : test.skip)("A02 x", f); test.todo("A03");`)).toEqual([]); // prettier-ignore
    expect(idsIn(`describe.skip("x", () => { test("A04 x", f); });`)).toEqual([]);
  });

  test("a titled group stands for its tests, a further row inside it for itself", () => {
    expect(idsIn(`describe("A01 x", () => { test("A01 y", f); test("A02 z", f); });`)).toEqual(["A01", "A02"]); // prettier-ignore
  });
});
