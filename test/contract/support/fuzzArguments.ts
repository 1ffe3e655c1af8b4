import { PRESETS } from "../../../src/alvh/presets";
import { SETTINGS } from "../../../src/alvh/settings";
import { STRESS_EVENTS } from "../../../src/alvh/stressEvents";
import type { FunctionMetadata } from "./builtFunctions";
import { disguised, HOSTILE_NUMBERS, HOSTILE_TEXTS, oddity, PROTOTYPE_NAMES } from "./hostileValues";

/** Numbers from 0 to 1, always the same for a seed (Mulberry32 of Tommy Ettinger, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Arguments for one call: those of an example, of which some are kept, some altered a little, some filled in where the
 * example leaves them out, and some replaced by what nobody hopes for. So a call often gets past the first check.
 */
export function fuzzArguments(
  parameters: FunctionMetadata["parameters"],
  examples: readonly unknown[][],
  random: () => number,
): unknown[] {
  const example = pick(random, examples);
  // Without a history of its own a replay goes through sixteen years, which takes a second: seldom is enough.
  const replaysOwn = parameters[0]?.name === "history" && random() < 0.9998;
  // Half of the calls alter one argument or two; the others any.
  const share = random() < 0.5 ? 1.3 / Math.max(1, parameters.length) : random();
  const values = parameters.map(({ name, optional, dimensionality }, index) => {
    const known = example[index] ?? (optional && random() < 0.5 ? filledIn(name, random) : null);
    const value =
      optional && random() < 0.02
        ? oddity(INVOCATION)
        : random() < share
          ? replaced(known, dimensionality === "matrix", random)
          : known;
    return replaysOwn && index === 0 && isOmitted(value) ? shortHistory(random) : value;
  });
  // Excel appends the call object to the arguments that the description it has cached knows of: an older one knows fewer.
  const fewest = replaysOwn ? 1 : 0;
  const known = fewest + integer(random, values.length + 1 - fewest);
  const way = random();
  if (way < 0.08) return [...values.slice(0, known), oddity(INVOCATION)];
  if (way < 0.15) return [...values, oddity(INVOCATION)];
  return way < 0.18 ? values.slice(0, known) : values;
}

/** The call object among the oddities. */
const INVOCATION = 0;

/** The argument with rows of blanks below, as a whole column arrives. The blank row is one, shared by all. */
export function asWholeColumns(argument: unknown, blank: unknown, length: number): unknown {
  if (!Array.isArray(argument) || !Array.isArray(argument[0])) return argument;
  const blankRow = new Array<unknown>(argument[0].length).fill(blank);
  const rows = new Array<unknown>(length).fill(blankRow);
  argument.forEach((row, index) => (rows[index] = row));
  return rows;
}

function replaced(known: unknown, isRange: boolean, random: () => number): unknown {
  const way = random();
  if (way < 0.45 && known !== null) return altered(known, random);
  if (way < 0.55) return oddity(integer(random, 10));
  if (way < 0.6) return null;
  return isRange ? hostileRange(random) : hostileCell(random);
}

/** No range, or one cell without a figure. */
function isOmitted(value: unknown): boolean {
  if (!Array.isArray(value)) return typeof value !== "number" && typeof value !== "string";
  const cells = (value as unknown[]).flat();
  return cells.length <= 1 && (typeof cells[0] !== "number" || cells[0] === 0);
}

/** What a user may well give where the example gives nothing. */
function filledIn(name: string, random: () => number): unknown {
  switch (name) {
    case "settings":
      return Array.from({ length: 1 + integer(random, 3) }, () => settingRow(random));
    case "preset":
    case "name":
      return pick(random, PRESETS).name;
    case "event":
      return pick(random, STRESS_EVENTS).name;
    case "curveModel":
    case "model":
      return pick(random, [
        "TWOFACTOR",
        "GL1",
        "SCALED",
        "TABLE",
        "LOG",
        `REPLAY ${pick(random, STRESS_EVENTS).name}`,
      ]);
    case "groupBy":
      return pick(random, ["none", "leg", "layer", "underlying", "expiry", "carry", "mid", "natural"]);
    case "objective":
      return pick(random, ["cover", "cost", "variance"]);
    case "axis":
      return pick(random, ["spot", "vix"]);
    case "settle":
      return [[pick(random, ["AM", "PM"])]];
    case "history":
      return pick(random, [
        shortHistory(random),
        Array.from({ length: 30 }, () => [random(), 0.5 + random()]),
      ]);
    default:
      return pick(random, [
        [[integer(random, 40)]],
        [[random() * 2 - 1]],
        [[true]],
        integer(random, 100),
        random(),
      ]);
  }
}

/** Rows of a history, and the days from one to the next. */
const HISTORY_FORMS = [
  ...new Array<[number, number]>(16).fill([6, 1]),
  [30, 1],
  [60, 1],
  [12, 30],
  [8, 7],
] as const;

function settingRow(random: () => number): unknown[] {
  const { name, min, max, choices } = pick(random, SETTINGS);
  const way = random();
  if (way < 0.08) return [hostileCell(random), hostileCell(random)];
  if (way < 0.15) return [hostileName(name, random), pick(random, [min ?? 1, hostileCell(random)])];
  if (way < 0.3) return [name, hostileCell(random)];
  if (choices !== undefined) return [name, pick(random, choices)];
  if (min === undefined || max === undefined) return [name, pick(random, HOSTILE_TEXTS)];
  const inside = way < 0.5 ? pick(random, [min, max]) : min + (max - min) * random() ** 4;
  return [name, random() < 0.5 ? Math.round(inside) : inside];
}

/** Some days or months of a market that moves at random: short mostly, so that a replay of it costs little. */
function shortHistory(random: () => number): unknown[][] {
  const rows: unknown[][] = [["Date", "SPX", "VIX", "VIX open", "VVIX", "VX1", "VX2", "VX3", "Rate"]];
  let spx = 4500;
  let vix = 20;
  const [length, step] = pick(random, HISTORY_FORMS);
  for (let row = 0; row < length; row++) {
    spx *= 1 + 0.02 * (random() - 0.5);
    vix *= 1 + 0.2 * (random() - 0.5);
    rows.push([44200 + step * row, spx, vix, vix, 4 * vix, vix + 1, vix + 1.5, vix + 2, 0.01]);
  }
  return rows;
}

/** The same value with a fault in it, or another one near it. */
function altered(value: unknown, random: () => number): unknown {
  if (typeof value === "number") return nearNumber(value, random);
  if (typeof value === "string") return hostileName(value, random);
  if (!Array.isArray(value)) return hostileCell(random);
  if (random() < 0.02) return asWholeColumns(value, pick(random, ["", 0, null]), 40 + integer(random, 400));
  const rows = (value as unknown[][]).map((row) => [...row]);
  const row = integer(random, rows.length);
  const line = rows[row] ?? [];
  const column = integer(random, line.length);
  const cell = line[column];
  const way = random();
  if (way < 0.25) line[column] = typeof cell === "number" ? nearNumber(cell, random) : hostileCell(random);
  else if (way < 0.45) line[column] = hostileCell(random);
  else if (way < 0.55) nameAltered(rows, row, column, random);
  else if (way < 0.62) rows.splice(row, 1);
  else if (way < 0.7) rows.push([...line]);
  else if (way < 0.76) rows.push(line.map(() => hostileCell(random)));
  else if (way < 0.82)
    rows[0] = (rows[0] ?? []).map((header) => (random() < 0.3 ? hostileCell(random) : header));
  else if (way < 0.86) line.length = column;
  else if (way < 0.9) line.push(hostileCell(random));
  else if (way < 0.95) for (const other of rows) other.splice(column, 1);
  else rows.reverse();
  return rows;
}

/** A name of a header, or in front of a row, is another one: names are what tables are read by. */
function nameAltered(rows: unknown[][], row: number, column: number, random: () => number): void {
  const [atRow, atColumn] = random() < 0.5 ? [0, column] : [row, 0];
  const line = rows[atRow];
  if (line === undefined) return;
  line[atColumn] = hostileName(String(line[atColumn]), random);
}

/** A name in disguise, a name of JavaScript's own, or whatever else a cell may hold. */
function hostileName(name: string, random: () => number): unknown {
  const way = random();
  if (way < 0.4) return disguised(name, random);
  return way < 0.7 ? pick(random, PROTOTYPE_NAMES) : hostileCell(random);
}

function nearNumber(value: number, random: () => number): number {
  const factor = pick(random, [-1, 0, 0.5, 0.9, 1.1, 2, 10, 100, 1e-6, 1e6]);
  return random() < 0.5 ? value * factor : value * (0.5 + random()) + (random() < 0.2 ? 1 : 0);
}

function hostileRange(random: () => number): unknown {
  const way = random();
  if (way < 0.03) return hostileCell(random);
  if (way < 0.05) return [];
  if (way < 0.1) return [[]];
  if (way < 0.15) return [[], [hostileCell(random)]];
  if (way < 0.25) return [[hostileCell(random)], [hostileCell(random), hostileCell(random)], []];
  if (way < 0.45) return [[hostileCell(random)]];
  // Large ones are seldom: each of their cells costs as much as a small call.
  const columns = 1 + integer(random, way < 0.97 ? 4 : 20);
  const kinds = random();
  return Array.from({ length: 1 + integer(random, way < 0.95 ? 5 : 40) }, () =>
    Array.from({ length: columns }, () => (kinds < 0.4 ? random() * 100 : hostileCell(random))),
  );
}

function hostileCell(random: () => number): unknown {
  const way = random();
  if (way < 0.35) return pick(random, HOSTILE_NUMBERS);
  if (way < 0.45) return random() * 10 ** (integer(random, 10) - 3);
  if (way < 0.85) return pick(random, HOSTILE_TEXTS);
  if (way < 0.95) return pick(random, [0, "", null, true, false]);
  return oddity(integer(random, 10));
}

function integer(random: () => number, below: number): number {
  return Math.floor(random() * below);
}

function pick<Item>(random: () => number, items: readonly Item[]): Item {
  return items[integer(random, items.length)] as Item;
}
