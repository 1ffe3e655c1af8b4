import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { claimsReference } from "./claims.mjs";
import { functionAnchor } from "./functionAnchor.mjs";
import { functionReference } from "./functionReference.mjs";
import { functionsPage } from "./functionsPage.mjs";
import { rulebookReference } from "./rulebookReference.mjs";
import { settingsReference } from "./settingsReference.mjs";

/**
 * Writes what follows from the comments above the cell functions: the pane's catalogue; with what they give when run:
 * docs/functions.md; from the table of settings: docs/settings.md; from running the functions: docs/claims.md; from the
 * rules and the titles of the tests: docs/rulebook.md.
 * With --check nothing is written: the command fails where a committed file is not what it would write.
 */
const root = join(import.meta.dirname, "..");
const reference = await functionReference();
const outputs = {
  "src/taskpane/functionCatalogue.json": `${JSON.stringify(catalogue(reference), null, 2)}\n`,
  "docs/functions.md": await functionsPage(reference),
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
    // What the generator needs besides is nothing to the pane.
    parameters: parameters.map(({ name, description, optional }) => ({ name, description, optional })),
    returns,
    help: `functions.html#${functionAnchor(id)}`,
    examples: examples.map(({ formula }) => formula),
  }));
}
