import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { claimsReference } from "./claims.mjs";
import { functionReference } from "./functionReference.mjs";
import { rulebookReference } from "./rulebookReference.mjs";
import { settingsReference } from "./settingsReference.mjs";

/**
 * Writes what follows from the comments above the cell functions: the pane's catalogue and docs/functions.md; from the
 * table of settings: docs/settings.md; from running the functions: docs/claims.md; from the rules and the titles of the
 * tests: docs/rulebook.md.
 * With --check nothing is written: the command fails where a committed file is not what it would write.
 */
const root = join(import.meta.dirname, "..");
const reference = await functionReference();
const outputs = {
  "src/taskpane/functionCatalogue.json": `${JSON.stringify(catalogue(reference), null, 2)}\n`,
  "docs/functions.md": page(reference),
  "docs/settings.md": await settingsReference(),
  "docs/claims.md": await claimsReference(),
  "docs/rulebook.md": rulebookReference(reference.map(({ id }) => id)),
};

let stale = 0;
for (const [name, text] of Object.entries(outputs)) {
  const path = join(root, name);
  if (text === read(path)) continue;
  if (process.argv.includes("--check")) {
    stale += 1;
    console.error(`${name} does not follow the source comments: run "npm run generate" and commit it.`);
  } else {
    writeFileSync(path, text);
    console.log(`wrote ${name}`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;

function read(path) {
  try {
    return readFileSync(path, "utf8").replaceAll("\r\n", "\n");
  } catch {
    return undefined;
  }
}

function catalogue(functions) {
  return functions.map(({ id, family, summary, parameters, returns, examples }) => ({
    id,
    family,
    summary,
    parameters,
    returns,
    examples: examples.map(({ formula }) => formula),
  }));
}

function page(functions) {
  const families = [...new Set(functions.map(({ family }) => family))];
  return [
    "# Functions",
    "",
    "<!-- Written by `npm run generate` from the comments in src/functions: edit those. -->",
    "",
    "Every function of the add-in, as the function wizard shows it. `[x]` may be left out. Each example is run by the tests;",
    "`Book` and `Market` are the ranges of the starter workbook. Bad input gives `#VALUE!`, a question without an answer",
    "`#N/A`, each with its reason; `ALVH.CHECK(book, market)` gives the reasons as text.",
    "",
    ...families.map((family) => {
      const members = functions.filter((entry) => entry.family === family);
      return `- [${family}](#${family}): ${members.map(({ id }) => link(id)).join(", ")}`;
    }),
    "",
    ...families.flatMap((family) => [
      `## ${family}`,
      "",
      ...functions.filter((entry) => entry.family === family).flatMap(section),
    ]),
  ].join("\n");
}

function link(id) {
  return `[${id}](#alvh${id.toLowerCase().replaceAll(".", "")})`;
}

function section({ id, summary, parameters, returns, errors, examples }) {
  const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name));
  return [
    `### ALVH.${id}`,
    "",
    `\`ALVH.${id}(${names.join(", ")})\``,
    "",
    summary,
    "",
    ...parameters.map(({ name, description }) => `- \`${name}\`: ${description}`),
    ...(parameters.length > 0 ? [""] : []),
    ...(returns ? [`Returns: ${returns}`, ""] : []),
    ...errors.flatMap((error) => [`Error: ${error}`, ""]),
    ...examples.flatMap(({ formula, result }) => [
      result === undefined ? `Example: \`${formula}\`` : `Example: \`${formula}\` is ${result}`,
      "",
    ]),
  ];
}
