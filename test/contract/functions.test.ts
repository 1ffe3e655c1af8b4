import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { functionReference } from "../../scripts/functionReference.mjs";
import type { FunctionReference } from "../../scripts/functionReference.mjs";
import { builtFunctions, readDist } from "./support/builtFunctions";

/** What Excel asks of functions.js and functions.json, and checks only when it is too late. */
const { metadata, associated } = builtFunctions();
let reference: FunctionReference[];

beforeAll(async () => {
  reference = await functionReference();
});

test("every function of the source is in functions.json, and nothing else", () => {
  expect(metadata.map(({ id }) => id)).toEqual(reference.map(({ id }) => id));
  expect(metadata.length).toBeGreaterThan(0);
});

test("every function is associated when functions.js is run with a CustomFunctions object and nothing else", () => {
  expect([...associated.keys()].sort()).toEqual(metadata.map(({ id }) => id).sort());
});

test("without CustomFunctions, as where Office.js was blocked, functions.js does nothing and does not throw", () => {
  expect(() => runInNewContext(readDist("functions.js"))).not.toThrow();
});

test("no two ids are alike, also not by . for _ or by case: files store _xldudf_ALVH_BSM_PRICE", () => {
  const stored = metadata.map(({ id }) => id.replaceAll(".", "_").toUpperCase());
  expect(stored.filter((id, index) => stored.indexOf(id) !== index)).toEqual([]);
});

test("the name a user types is the id", () => {
  expect(metadata.filter(({ id, name }) => id !== name)).toEqual([]);
});

test("names are capitals, digits and dots, at least three characters, and never like a cell", () => {
  for (const { id } of metadata) {
    expect(id).toMatch(/^[A-Z][A-Z0-9]*(\.[A-Z0-9]+)*$/);
    expect(id.length).toBeGreaterThanOrEqual(3);
    expect(id).not.toMatch(/^[A-Z]{1,3}[0-9]+$/);
    expect(id).not.toMatch(/^R[0-9]*C[0-9]*$/);
  }
});

test("every function is described in at most 200 characters, and says what it returns", () => {
  const wrong = metadata.filter(({ description }) => !hasLength(description, 10, 200));
  expect(wrong.map(({ id, description }) => [id, description?.length])).toEqual([]);
  expect(reference.filter(({ returns }) => returns === "").map(({ id }) => id)).toEqual([]);
});

test("every parameter is described in at most 120 characters", () => {
  const described = metadata.flatMap(({ id, parameters }) => parameters.map((entry) => ({ id, ...entry })));
  const wrong = described.filter(({ description }) => !hasLength(description, 3, 120));
  expect(wrong.map(({ id, name, description }) => [id, name, description?.length])).toEqual([]);
});

test("what is said of a function is sentences in Latin letters, with a beginning and an end", () => {
  const said = reference.flatMap(({ id, summary, returns, parameters }) => [
    [id, summary],
    [`${id} returns`, returns],
    // An argument may begin with a word that is typed as it stands: none, mid, spot.
    ...parameters.map(({ name, description }) => [
      `${id} ${name}`,
      description.replace(/^[a-z]+(?=,| \()/, "A"),
    ]),
  ]);
  const flawed = said.filter(
    ([, text = ""]) => !/^[\p{Lu}\d"].*[.…]$/su.test(text) || /[^\P{L}\p{Script=Latin}]|\s\s/u.test(text),
  );
  expect(flawed).toEqual([]);
});

test("optional parameters come last", () => {
  for (const { id, parameters } of metadata) {
    const flags = parameters.map(({ optional }) => optional === true);
    expect([id, flags]).toEqual([id, [...flags].sort()]);
  }
});

test("parameters take anything, so that our own sentence explains a bad one", () => {
  for (const { id, parameters } of metadata) {
    expect([id, parameters.filter(({ type }) => type !== "any")]).toEqual([id, []]);
  }
});

test("functions.js is under 97 kB gzip: it is the whole cost of a workbook that opens with the pane closed", () => {
  expect(gzipSync(readDist("functions.js")).length).toBeLessThan(97_000);
});

function hasLength(text: string | undefined, least: number, most: number): boolean {
  return text !== undefined && text.length >= least && text.length <= most;
}
