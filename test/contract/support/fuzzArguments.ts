import { PRESETS } from "../../../src/alvh/presets";
import { SETTINGS } from "../../../src/alvh/settings";
import { STRESS_EVENTS } from "../../../src/alvh/stressEvents";
import type { FunctionMetadata } from "./builtFunctions";
import { HOSTILE_NUMBERS, HOSTILE_TEXTS, oddity } from "./hostileValues";

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
  // Half of the calls alter one argument or two; the others any.
  const share = random() < 0.5 ? 1.3 / Math.max(1, parameters.length) : random();
  const values = parameters.map(({ name, optional, dimensionality }, index) => {
    const known = example[index] ?? (optional && random() < 0.5 ? filledIn(name, random) : null);
    const value = random() < share ? replaced(known, dimensionality === "matrix", random) : known;
    // Without a history of its own a replay goes through sixteen years, which takes a second: seldom is enough.
    return name === "history" && isOmitted(value) && random() < 0.9998 ? shortHistory(random) : value;
  });
  // Excel appends the call object to what the formula gives.
  return random() < 0.2 ? [...values, oddity(0)] : values;
}

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

function settingRow(random: () => number): unknown[] {
  const { name, min, max, choices } = pick(random, SETTINGS);
  const way = random();
  if (way < 0.15) return [hostileCell(random), hostileCell(random)];
  if (way < 0.3) return [name, hostileCell(random)];
  if (choices !== undefined) return [name, pick(random, choices)];
  if (min === undefined || max === undefined) return [name, pick(random, HOSTILE_TEXTS)];
  const inside = way < 0.5 ? pick(random, [min, max]) : min + (max - min) * random() ** 4;
  return [name, random() < 0.5 ? Math.round(inside) : inside];
}

/** A month of a market that moves at random: short, so that a replay of it costs little. */
function shortHistory(random: () => number): unknown[][] {
  const rows: unknown[][] = [["Date", "SPX", "VIX", "VIX open", "VVIX", "VX1", "VX2", "VX3", "Rate"]];
  let spx = 4500;
  let vix = 20;
  for (let day = 0; day < 30; day++) {
    spx *= 1 + 0.02 * (random() - 0.5);
    vix *= 1 + 0.2 * (random() - 0.5);
    rows.push([44200 + day, spx, vix, vix, 4 * vix, vix + 1, vix + 1.5, vix + 2, 0.01]);
  }
  return rows;
}

/** The same value with a fault in it, or another one near it. */
function altered(value: unknown, random: () => number): unknown {
  if (typeof value === "number") return nearNumber(value, random);
  if (!Array.isArray(value)) return hostileCell(random);
  const rows = (value as unknown[][]).map((row) => [...row]);
  const row = integer(random, rows.length);
  const line = rows[row] ?? [];
  const column = integer(random, line.length);
  const cell = line[column];
  const way = random();
  if (way < 0.3) line[column] = typeof cell === "number" ? nearNumber(cell, random) : hostileCell(random);
  else if (way < 0.55) line[column] = hostileCell(random);
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

function nearNumber(value: number, random: () => number): number {
  const factor = pick(random, [-1, 0, 0.5, 0.9, 1.1, 2, 10, 100, 1e-6, 1e6]);
  return random() < 0.5 ? value * factor : value * (0.5 + random()) + (random() < 0.2 ? 1 : 0);
}

function hostileRange(random: () => number): unknown {
  const way = random();
  if (way < 0.05) return [];
  if (way < 0.1) return [[]];
  if (way < 0.15) return [[], [hostileCell(random)]];
  if (way < 0.25) return [[hostileCell(random)], [hostileCell(random), hostileCell(random)], []];
  if (way < 0.45) return [[hostileCell(random)]];
  const columns = 1 + integer(random, way < 0.9 ? 4 : 40);
  const kinds = random();
  return Array.from({ length: 1 + integer(random, way < 0.95 ? 5 : 60) }, () =>
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
