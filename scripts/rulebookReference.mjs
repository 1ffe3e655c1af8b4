import { functionAnchor } from "./functionAnchor.mjs";
import { rulebookRows } from "./rulebookRows.mjs";
import { testTitles } from "./testTitles.mjs";

const SECTIONS = {
  A: "Structure and layers",
  B: "Hedge ratio, thresholds, net theta",
  C: "Cost and borrowed terms",
  D: "Signals",
  E: "Rolling and break-evens",
  F: "Theta press, stress, discipline",
  G: "Where the texts contradict one another",
};

/**
 * docs/rulebook.md: every rule, the functions that compute it and the tests that hold it.
 * @param {string[]} functions ids of the functions there are
 * @returns {string}
 */
export function rulebookReference(functions) {
  const rows = rulebookRows();
  const titles = testTitles();
  return [
    "# Rulebook",
    "",
    "<!-- Written by `npm run generate` from docs/rulebook.csv and the titles of the tests: edit those. -->",
    "",
    `The ${rows.length} rules and numbers of the source texts S0 to S4, the functions that compute each, and the tests that hold it. A`,
    "number is the default of a [setting](settings.md) named after its row; readings that contradict one another are presets.",
    "Terms that the texts misuse, and words without a market meaning, stand in the [glossary](glossary.md); what the texts",
    "promise is computed in [claims](claims.md).",
    "",
    ...Object.entries(SECTIONS).flatMap(([letter, heading]) => [
      `## ${heading}`,
      "",
      "| Row | Rule | Functions | Tests |",
      "| --- | --- | --- | --- |",
      ...rows.filter(({ id }) => id.startsWith(letter)).map((row) => line(row, functions, titles)),
      "",
    ]),
  ].join("\n");
}

function line({ id, kind, rule, functions }, known, titles) {
  const glossary = kind === "T" || kind === "X" ? ` ([glossary](glossary.md#${id.toLowerCase()}))` : "";
  const cells = [
    `<a id="${id.toLowerCase()}"></a>${id}`,
    rule + glossary,
    functions.map((name) => (known.includes(name) ? link(name) : name)).join(", "),
    tests(titles.filter(({ ids }) => ids.includes(id))),
  ];
  return `| ${cells.join(" | ")} |`;
}

/** Each file once, with the titles of its tests. */
function tests(titles) {
  const files = [...new Set(titles.map(({ file }) => file))];
  return files
    .map((file) => {
      const inFile = titles.filter((title) => title.file === file).map(({ title }) => readable(title));
      return `[${shortName(file)}](../test/${file}): ${inFile.join("; ")}`;
    })
    .join("<br>");
}

function link(name) {
  return `[${name}](functions.md#${functionAnchor(name)})`;
}

function shortName(file) {
  return file.slice(file.lastIndexOf("/") + 1).replace(/\.test\.tsx?$/, "");
}

/** A title as a table can show it; what differs from case to case is left open. */
function readable(title) {
  return title
    .replaceAll(/%[psdifjo]/g, "…")
    .replaceAll("%%", "%")
    .replaceAll(/[|<>]/g, "\\$&");
}
