import { fuzzArguments, seededRandom } from "./fuzzArguments";
import { PROTOTYPE_NAMES } from "./hostileValues";

const parameters = [
  { name: "book", type: "any", dimensionality: "matrix" as const },
  { name: "groupBy", type: "any", optional: true },
  { name: "settings", type: "any", dimensionality: "matrix" as const, optional: true },
];

const example = [
  [
    ["Underlying", "Kind", "Qty", "DTE"],
    ["VX", "future", 2, 30],
  ],
  "layer",
  null,
];

const random = seededRandom(1);
const calls = Array.from({ length: 4000 }, () => fuzzArguments(parameters, [example], random));
const ranges = calls.flatMap((call) => call.filter(Array.isArray)) as unknown[][][];
const cells = ranges.flat(2);
const headers = calls.flatMap(([book]) => (Array.isArray(book) ? ((book[0] ?? []) as unknown[]) : []));
const settingNames = calls.flatMap(([, , settings]) =>
  Array.isArray(settings) ? (settings as unknown[][]).map((row) => row[0]) : [],
);

const isCallObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "setResult" in value;
const isText = (pattern: RegExp) => (value: unknown) => typeof value === "string" && pattern.test(value);

test.each<[string, boolean]>([
  ["the example as it is", calls.some((call) => JSON.stringify(call) === JSON.stringify(example))],
  ["a scalar for a range", calls.some(([book]) => typeof book === "number" || typeof book === "string")],
  ["a range for a scalar", calls.some(([, groupBy]) => Array.isArray(groupBy))],
  ["blanks of every host", [0, "", null].every((blank) => cells.includes(blank))],
  ["texts that are no numbers", cells.some(isText(/^15%$/))],
  ["dates as serials and as texts", cells.includes(44596) && cells.some(isText(/^2022-02-04$/))],
  ["huge and tiny numbers", cells.includes(Number.MAX_VALUE) && cells.includes(5e-324)],
  [
    "what is no finite number",
    cells.some(Number.isNaN) && cells.includes(Infinity) && cells.includes(-Infinity),
  ],
  ["ragged ranges", ranges.some((range) => new Set(range.map((row) => row.length)).size > 1)],
  [
    "empty ranges",
    ranges.some((range) => range.length === 0) && ranges.some((range) => range[0]?.length === 0),
  ],
  ["columns that are blank below", ranges.some((range) => range.length > 100)],
  ["a call object at the end", calls.some((call) => call.length === 4 && isCallObject(call[3]))],
  ["a call object in an optional slot", calls.some((call) => call.length >= 3 && isCallObject(call[1]))],
  [
    "a call object from an older description",
    calls.some((call) => call.length === 2 && isCallObject(call[1])),
  ],
  ["arguments left out", calls.some((call) => call.length < 3)],
  ["names of JavaScript's own as headers", PROTOTYPE_NAMES.every((name) => headers.includes(name))],
  ["names of JavaScript's own as settings", settingNames.includes("__proto__")],
  ["names of JavaScript's own as a word", calls.some(([, groupBy]) => groupBy === "constructor")],
  ["text from right to left in a header", headers.some(isText(/\u202e/))],
  ["characters without width in a header", headers.some(isText(/\u200b|\u200d/))],
  ["markup", cells.some(isText(/<img/))],
])("among generated calls there is %s", (_, isThere) => {
  expect(isThere).toBe(true);
});

test("a seed always makes the same calls", () => {
  const again = seededRandom(1);
  expect(fuzzArguments(parameters, [example], again)).toEqual(calls[0]);
});
