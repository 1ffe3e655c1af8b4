import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import ts from "typescript";
import { functionFiles } from "./functionFiles.mjs";

/**
 * @typedef {{ formula: string, result?: string }} Example
 * @typedef {{ name: string, description: string, optional: boolean, isRange: boolean }} Parameter
 * @typedef {{
 *   id: string, exportName: string, family: string, summary: string, parameters: Parameter[],
 *   returns: string, examples: Example[]
 * }} FunctionReference
 */

/**
 * Every cell function as its source comment describes it, by file and in the order of the source.
 * Excel's own metadata generator says what a function and its parameters are, so that the reference can
 * never differ from functions.json; the compiler's API adds the tags that Excel does not know.
 * @returns {Promise<FunctionReference[]>}
 */
export async function functionReference(files = functionFiles()) {
  const reference = [];
  for (const file of files) {
    const { metadataJson, associate, errors } = await generateCustomFunctionsMetadata(file);
    if (errors.length > 0) throw new Error(`${file}: ${errors.join("; ")}`);
    if (metadataJson === "") continue;
    const comments = tagsByFunction(file);
    for (const { id, description, parameters } of JSON.parse(metadataJson).functions) {
      const exportName = associate.find((entry) => entry.id === id)?.functionName ?? "";
      const tags = comments.get(exportName) ?? [];
      const texts = (name) => tags.filter((tag) => tag.name === name).map((tag) => tag.text);
      reference.push({
        id,
        exportName,
        family: basename(file, ".ts"),
        summary: oneLine(description ?? ""),
        parameters: parameters.map((parameter) => ({
          name: parameter.name,
          description: oneLine(parameter.description ?? ""),
          optional: parameter.optional === true,
          isRange: parameter.dimensionality === "matrix",
        })),
        returns: texts("returns")[0] ?? "",
        examples: texts("example").map(example),
      });
    }
  }
  return reference;
}

/** @returns {Map<string, { name: string, text: string }[]>} */
function tagsByFunction(file) {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const functions = source.statements.filter(ts.isFunctionDeclaration);
  return new Map(
    functions.map((declaration) => [
      declaration.name?.text ?? "",
      ts.getJSDocTags(declaration).map((tag) => ({
        name: tag.tagName.text,
        text: oneLine(ts.getTextOfJSDocComment(tag.comment) ?? ""),
      })),
    ]),
  );
}

/** `=ALVH.DTE(…) is 41.99`: the formula and, where one is stated, its result. */
function example(text) {
  const [, formula, result] = /^(=.*\))(?:\s+is\s+(.+))?$/.exec(text) ?? [];
  if (formula === undefined)
    throw new Error(`@example ${text}: write "=ALVH.NAME(…)" or "=ALVH.NAME(…) is 1.23".`);
  return result === undefined ? { formula } : { formula, result };
}

function oneLine(text) {
  return text.replaceAll(/\s+/g, " ").trim();
}
