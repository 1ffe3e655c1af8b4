import { readdirSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(__dirname, "../../../src/taskpane/strings");

/** Every text of the pane by its name; a text made of parts is made of the parts 2, 3 and 5. */
const texts = readdirSync(FOLDER).flatMap((file) => {
  const { strings } = jest.requireActual<{ strings: unknown }>(join(FOLDER, file));
  return textsIn(file.replace(".ts", ""), strings);
});

function textsIn(name: string, value: unknown): [name: string, text: string][] {
  if (typeof value === "string") return [[name, value]];
  if (typeof value === "function") return textsIn(name, made(value as (...parts: unknown[]) => unknown));
  return Object.entries(value as object).flatMap(([key, part]) => textsIn(`${name}.${key}`, part));
}

/** Some texts take lists or pairs of parts: those are made of strings, too. */
function made(text: (...parts: unknown[]) => unknown): unknown {
  const PARTS = [
    [2, 3, 5, 7],
    ["2", "3", "5", "7"],
    [["2", "3"], ["5", "7"], "11"],
  ];
  for (const parts of PARTS) {
    try {
      const result = text(...parts);
      if (!JSON.stringify(result).includes("undefined")) return result;
    } catch {
      // The next kind of parts.
    }
  }
  throw new Error("no parts fit");
}

test("the pane has its texts in one place", () => {
  expect(texts.length).toBeGreaterThan(300);
});

const FLAWS: readonly (readonly [what: string, flaw: RegExp])[] = [
  ["letters of another script", /[^\P{L}\p{Script=Latin}]/u],
  ["spaces at an end, or two in a row", /^\s|\s$|\s\s/],
  ["nothing", /^$/],
  ["a straight apostrophe or quotation mark in a word", /\p{L}'\p{L}|\p{L}s' /u],
  ["three dots for an ellipsis", /\.\.\./],
  ["several sentences, the last without its end", /\p{L}{2,}\. \p{Lu}.*[^.:…?)]$/u],
  ["a sentence that begins small", /^\p{Ll}.*\p{L}\.$/u],
  ["money with the sign behind", /\d \$/],
];

test.each(FLAWS)("no text of the pane has %s", (_what, flaw) => {
  // The end of a sentence that begins with a link.
  const whole = texts.filter(([name]) => name !== "start.noExcel.linkAfter");
  expect(whole.filter(([, text]) => flaw.test(text))).toEqual([]);
});

test.each([
  ["wing width", /^wings$|^width$/i],
  ["VIX and SPX in capitals", /\bVix\b|\bSpx\b|\bS&P\b/],
  ["sheet", /\bworksheets?\b/i],
  ["problem", /\bissues?\b/i],
  ["modelled", /\bmodeled\b/i],
])("one word for one thing: %s", (_word, other) => {
  expect(texts.filter(([, text]) => other.test(text))).toEqual([]);
});
