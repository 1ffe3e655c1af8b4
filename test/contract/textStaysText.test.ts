import { Linter } from "eslint";
import tseslint from "typescript-eslint";
import { textStaysText } from "../../scripts/textStaysText.mjs";

/** What the rules say of a line of a source. */
function complaints(line: string): string[] {
  const languageOptions = { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } };
  const rules = { "no-restricted-syntax": ["error", ...textStaysText] } as Linter.RulesRecord;
  return new Linter()
    .verify(line, [{ files: ["**/*.tsx"], languageOptions, rules }], "a.tsx")
    .map(({ message }) => message);
}

test.each([
  "box.innerHTML = text;",
  "box.outerHTML += text;",
  "frame.srcdoc = text;",
  'box.insertAdjacentHTML("beforeend", text);',
  "range.createContextualFragment(text);",
  'new DOMParser().parseFromString(text, "text/html");',
  "document.write(text);",
  "const a = <p dangerouslySetInnerHTML={{ __html: text }} />;",
  'const a = createElement("p", { dangerouslySetInnerHTML: { __html: text } });',
  'const a = <a href="javascript:run()">x</a>;',
  "link.href = `JavaScript:${text}`;",
  'setTimeout("run()", 1);',
  "setInterval(`run(${text})`, 1);",
  "void import(text);",
  "void import(`./rooms/${text}`);",
  "new Worker(URL.createObjectURL(blob));",
  "importScripts(text);",
  'const a = <a href="https://a.example" target="_blank">x</a>;',
  'const a = <Link href="https://a.example" target="_blank" rel="nofollow">x</Link>;',
])("refuses %s", (line) => {
  expect(complaints(line)).toHaveLength(1);
});

test.each([
  "box.textContent = text;",
  "const html = box.innerHTML;",
  "setTimeout(run, 1);",
  'void import("./room");',
  'new Worker(new URL("./worker.ts", import.meta.url));',
  'const a = <a href="https://a.example" target="_blank" rel="noopener">x</a>;',
  "const javascript = 1;",
])("lets %s pass", (line) => {
  expect(complaints(line)).toEqual([]);
});
