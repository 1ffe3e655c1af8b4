import { readFileSync } from "node:fs";
import { functionReference, type FunctionReference } from "../../scripts/functionReference.mjs";
import { rulebookRows } from "../../scripts/rulebookRows.mjs";

/** docs/functions.md by function; that it follows the source is held by `npm run check:generated`. */
const page = readFileSync("docs/functions.md", "utf8").replaceAll("\r\n", "\n");
const sections = new Map(
  page
    .split(/^#{2,3} /m)
    .filter((text) => text.startsWith("ALVH."))
    .map((text) => [/^ALVH\.(\S+)/.exec(text)?.[1] ?? "", text]),
);
let reference: FunctionReference[];

beforeAll(async () => {
  reference = await functionReference();
});

test("every function has its section, with each argument, a result, and the errors of its arguments", () => {
  expect([...sections.keys()].sort()).toEqual(reference.map(({ id }) => id).sort());
  const incomplete = reference.filter(({ id, parameters }) => {
    const text = sections.get(id) ?? "";
    const hasResult = /^Example: `=ALVH\..*`(?: is .+|\n\n\|.*\|\n\| ---)/m.test(text);
    const hasErrors = parameters.length === 0 || /\| (?:#VALUE!|#N\/A) \| .{10,} \|/.test(text);
    return !hasResult || !hasErrors || !parameters.every(({ name }) => text.includes(`\n- \`${name}\`: `));
  });
  expect(incomplete.map(({ id }) => id)).toEqual([]);
});

test("every row of the rulebook that names a function is linked from it", () => {
  const missing = rulebookRows().flatMap(({ id, functions }) =>
    functions.filter((name) => !sections.get(name)?.includes(`[${id}](rulebook.md#${id.toLowerCase()} `)),
  );
  expect(missing).toEqual([]);
});

// Sentences that the tests of the functions state too.
test("errors are told in the functions' own words", () => {
  expect(sections.get("BSM.PRICE")).toContain(
    "| `vol` | 20 | #VALUE! | vol 20 looks like a percentage: use 0.20 |",
  );
  expect(sections.get("NETTHETA")).toContain('book row 2, Strike: "45OO" is not a number');
  expect(sections.get("BSM.IMPVOL")).toMatch(/\| `price` \| 1000 \| #N\/A \| .*upper bound/);
});

test("of a long result the beginning is shown, and how much is left", () => {
  expect(sections.get("PRESET")).toMatch(/\n… \d+ more rows\n/);
  expect(sections.get("LAYER")).toContain("… 6 more columns");
});
