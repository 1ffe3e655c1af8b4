import { cellFunctions } from "./cellFunctions.mjs";
import { CellError } from "./cellError.mjs";
import { formulasOnWorkbook } from "./formulasOnWorkbook.mjs";
import { functionAnchor } from "./functionAnchor.mjs";
import { rulebookRows } from "./rulebookRows.mjs";
import { typicalErrors } from "./typicalErrors.mjs";

/** Arguments that are ranges of one kind, and where its columns, rows and units stand. */
const RANGES = { book: "book", candidate: "book", market: "market", settings: "settings" };

/** How much of a spilled result is shown. */
const ROWS = 8;
const COLUMNS = 12;

/**
 * docs/functions.md: every function as its source comment describes it, its examples with what they give on the starter
 * workbook, and what it answers to typical mistakes. Results and sentences come from running the functions.
 * @param {import("./functionReference.mjs").FunctionReference[]} reference
 * @returns {Promise<string>}
 */
export async function functionsPage(reference) {
  const { functions, starterWorkbook } = await cellFunctions();
  let passed = [];
  const runnable = new Map(
    reference.map(({ id, exportName, parameters }) => {
      const run = (...values) => functions[exportName](...(passed = values));
      return [id, { parameters, run }];
    }),
  );
  const { valueOf, namedRange } = formulasOnWorkbook(starterWorkbook, runnable);
  const rows = rulebookRows();

  const families = [...new Set(reference.map(({ family }) => family))];
  const inFamily = (name) => reference.filter(({ family }) => family === name);
  return [
    "# Functions",
    "",
    "<!-- Written by `npm run generate` from the comments in src/functions and by running them: edit those. -->",
    "",
    "Every function of the add-in, as the function wizard shows it. `[x]` may be left out. `Book` and `Market` are the ranges of",
    "the starter workbook, a real book and market of 4 February 2022; every result is computed from them, and of a long one the",
    "beginning is shown. Bad input gives `#VALUE!`, a question without an answer `#N/A`: what each function says to typical",
    "mistakes stands under Errors, and `ALVH.CHECK(book, market)` gives the reasons as text.",
    "",
    ...families.map((family) => {
      const links = inFamily(family).map(({ id }) => `[${id}](#${functionAnchor(id)})`);
      return `- [${family}](#${family}): ${links.join(", ")}`;
    }),
    "",
    ...families.flatMap((family) => [`## ${family}`, "", ...inFamily(family).flatMap(section)]),
  ].join("\n");

  function section(entry) {
    const { id, summary, parameters, returns, examples } = entry;
    const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name));
    const results = examples.flatMap(({ formula, result }) => [...exampleLines(formula, result), ""]);
    valueOf(examples[0].formula);
    const errors = typicalErrors(
      entry,
      (values) => functions[entry.exportName](...values),
      passed,
      namedRange,
    );
    return [
      `### ALVH.${id}`,
      "",
      `\`ALVH.${id}(${names.join(", ")})\``,
      "",
      summary,
      "",
      ...parameters.map(({ name, description }) => `- \`${name}\`: ${description}${rangeLink(name)}`),
      ...(parameters.length > 0 ? [""] : []),
      `Returns: ${returns}`,
      "",
      ...rules(id),
      ...results,
      ...errorLines(errors),
    ];
  }

  function rules(id) {
    const serving = rows.filter(({ functions: names }) => names.includes(id));
    if (serving.length === 0) return [];
    const links = serving.map(
      (row) => `[${row.id}](rulebook.md#${row.id.toLowerCase()} "${row.rule.replaceAll('"', "'")}")`,
    );
    return [`Rules: ${links.join(", ")}`, ""];
  }

  function exampleLines(formula, stated) {
    if (stated !== undefined) return [`Example: \`${formula}\` is ${stated}`];
    const result = valueOf(formula);
    if (!Array.isArray(result)) return [`Example: \`${formula}\` is ${shown(result)}`];
    return [`Example: \`${formula}\``, "", ...spilled(result)];
  }
}

/** The beginning of a range as a table: its first row is the header. Notes, which are sentences, stand after it. */
function spilled(result) {
  const rows = result.filter(([first]) => first !== "Note");
  const [header, ...body] = rows.slice(0, ROWS + 1).map((row) => row.slice(0, COLUMNS).map(shown));
  const left = [
    more(rows.length - 1 - body.length, "row"),
    more(rows[0].length - header.length, "column"),
  ].filter((text) => text !== "");
  const notes = result
    .filter(([first]) => first === "Note")
    .map((row) => row.slice(1).filter(Boolean).join(" "));
  return [
    tableRow(header),
    tableRow(header.map(() => "---")),
    ...body.map(tableRow),
    ...(left.length > 0 ? ["", `… ${left.join(" and ")}`] : []),
    ...(notes.length > 0 ? ["", ...notes.map((note) => `- Note: ${inCell(note)}`)] : []),
  ];
}

function rangeLink(name) {
  return name in RANGES ? ` [Names and units](ranges.md#${RANGES[name]})` : "";
}

function more(count, noun) {
  if (count <= 0) return "";
  return `${count} more ${noun}${count === 1 ? "" : "s"}`;
}

function errorLines(errors) {
  if (errors.length === 0) return [];
  return [
    "<details><summary>Errors</summary>",
    "",
    tableRow(["Argument", "Given", "Error", "Sentence"]),
    tableRow(["---", "---", "---", "---"]),
    ...errors.map(({ argument, given, code, sentence }) =>
      tableRow([`\`${argument}\``, inCell(given), code, inCell(sentence)]),
    ),
    "",
    "</details>",
    "",
  ];
}

function tableRow(cells) {
  return `| ${cells.join(" | ")} |`;
}

/** Six digits: more are of no use to a reader, and the last of a double differ from one machine to the next. */
function shown(value) {
  if (value instanceof CellError) return value.code;
  if (typeof value === "boolean") return String(value).toUpperCase();
  if (typeof value !== "number") return inCell(value ?? "");
  // What is left of sums that come to nothing.
  if (Math.abs(value) < 1e-9) return "0";
  return String(Number(value.toPrecision(6)));
}

function inCell(text) {
  return String(text).replaceAll(/[|<>*_\\]/g, "\\$&");
}
