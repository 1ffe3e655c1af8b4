import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const folder = join(import.meta.dirname, "../test");

/**
 * The tests that hold rows of the rulebook: their titles start with the ids, "C18 E11 break-evens of …".
 * Read from the sources. Browser tests do not count, nor what is skipped: they may not have run.
 * @typedef {{ file: string, ids: string[], title: string }} TitledTest
 * @returns {TitledTest[]}
 */
export function testTitles() {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.test\.tsx?$/.test(name) && !name.startsWith("e2e/"))
    .sort()
    .flatMap((name) => titlesIn(name, readFileSync(join(folder, name), "utf8")));
}

/**
 * Of one file. A group that is titled with an id stands for the tests inside it.
 * @returns {TitledTest[]}
 */
export function titlesIn(file, text) {
  const titles = [];
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), []);
  return titles;

  function visit(node, groupIds) {
    const call = testCall(node);
    if (call?.skipped) return;
    const { ids, title } = call === undefined ? { ids: [], title: "" } : split(call.title);
    const own = ids.filter((id) => !groupIds.includes(id));
    if (own.length > 0) titles.push({ file, ids: own, title });
    ts.forEachChild(node, (child) => visit(child, [...groupIds, ...own]));
  }
}

/** `test("title", …)`, `describe`, `it`, and their `.each(…)("title", …)`. */
function testCall(node) {
  if (!ts.isCallExpression(node)) return undefined;
  const callee = node.expression.getText();
  const title = titleText(node.arguments[0]);
  if (title === undefined || !/^\(?[^"'`]*\b(test|it|describe)\b/.test(callee)) return undefined;
  return { title, skipped: /\.(skip|todo|failing)\b/.test(callee) };
}

function titleText(node) {
  if (node === undefined) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node) ? `${node.head.text}…` : undefined;
}

function split(title) {
  const [start = ""] = /^(?:[A-Z]\d\d\b,? ?)*/.exec(title) ?? [];
  return { ids: start.match(/[A-Z]\d\d/g) ?? [], title: title.slice(start.length) };
}
