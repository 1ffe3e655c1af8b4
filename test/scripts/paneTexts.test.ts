import { Linter } from "eslint";
import { paneTexts } from "../../scripts/paneTexts.mjs";

/** How often the rule objects to a line of a pane's file. */
function objections(code: string, filename = "src/taskpane/rooms/book/Planted.tsx"): number {
  const parsing = {
    files: ["**/*.tsx", "**/*.ts"],
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
  };
  const messages = new Linter().verify(code, [parsing, paneTexts], filename);
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return messages.length;
}

test.each([
  ["a text between tags", `const a = <p>Loading…</p>;`],
  ["a unit between tags", `const a = <p>{show(x)} $</p>;`],
  ["an accessible name", `const a = <button aria-label="Close" />;`],
  ["a label in braces", `const a = <Field label={"Days"} />;`],
  ["a hint made of parts", "const a = <Field hint={`at most ${most}`} />;"],
  ["a title of a sheet", `const block = { sheetName: "Legs" };`],
  ["a message of a validation", "const rule = { message: `Days: up to ${most}` };"],
  ["a sentence in a cell", `const cell = { at: "A1", value: "Live: change a blue cell." };`],
  ["a sentence made of parts", "const text = `${name} is too large (${size} MB).`;"],
  ["a thrown sentence", `throw new Error("Say what was done.");`],
  [
    "a thrown sentence of another kind",
    `throw new InputError("file", "The file does not date its quotes.");`,
  ],
])("%s is refused outside the strings", (_what, code) => {
  expect(objections(code)).toBe(1);
});

test.each([
  ["a text from the strings", `const a = <p aria-label={strings.close}>{strings.days(3)}</p>;`],
  ["a formula", "const cell = { at: 'A1', formula: `=ALVH.LAYER(${book}, B5, ${market})` };"],
  ["a look", `const style = { border: "1px solid", gridTemplateColumns: "minmax(0, 1fr) 2fr" };`],
  ["an invariant", "throw new Error(`the plan has no column ${name}`);"],
  ["a name in a function's result", `const p = summary.get("Probability of profit");`],
])("%s may stand anywhere", (_what, code) => {
  expect(objections(code)).toBe(0);
});

test("the strings themselves are where texts belong", () => {
  expect(
    objections(`export const strings = { title: "Put on sheet" };`, "src/taskpane/strings/book.ts"),
  ).toBe(0);
});
