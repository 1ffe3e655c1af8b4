import { InputError } from "../core/errors";
import { formatIsoDateTime } from "../alvh/dates";
import { readMarket, type Market } from "../alvh/market";
import { PRESETS } from "../alvh/presets";
import { presetNamedIn, readSettings, SETTINGS } from "../alvh/settings";
import type { ProblemSink } from "../alvh/problems";
import { cellAddress } from "./cellAddress";
import { rangeKey, type FileRange, type WorkbookRanges } from "./workbookRanges";

/** What the ranges of a workbook's formulas say: from when the figures are, and what was set by hand. */
export class Assumptions {
  private readonly known = new Map<string, { asOf: string | undefined; changed: string[] }>();
  private readonly changed = new Set<string>();

  constructor(private readonly ranges: WorkbookRanges) {}

  /** The as-of moments of the market ranges that a formula reads; what is not a default in them is kept. */
  asOf(ranges: readonly FileRange[], formula: string): string {
    for (const preset of PRESETS) {
      if (preset.name !== DEFAULT_PRESET && formula.includes(`"${preset.name}"`)) {
        this.changed.add(`Preset ${preset.name} (default ${DEFAULT_PRESET})`);
      }
    }
    const moments = new Set<string>();
    for (const range of ranges) {
      const read = this.read(range);
      if (read.asOf !== undefined) moments.add(read.asOf);
      for (const line of read.changed) this.changed.add(line);
    }
    return [...moments].join(", ");
  }

  /** Everything that is not a default, one a line. */
  get lines(): string[] {
    return [...this.changed].sort();
  }

  private read(range: FileRange): { asOf: string | undefined; changed: string[] } {
    const key = rangeKey(range);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const read = this.readAnew(range);
    this.known.set(key, read);
    return read;
  }

  private readAnew(range: FileRange): { asOf: string | undefined; changed: string[] } {
    const { area } = range;
    const nothing = { asOf: undefined, changed: [] };
    if (area.right === area.left || area.bottom === area.top) return nothing;
    const twoColumns = this.ranges
      .values({ sheet: range.sheet, area: { ...area, right: area.left + 1 } })
      .slice(0, LONGEST_TABLE);
    const market = readMarket(twoColumns, IGNORE);
    if (market.asOf !== undefined) {
      return { asOf: formatIsoDateTime(market.asOf), changed: changedInMarket(market) };
    }
    return { asOf: undefined, changed: changedSettings(twoColumns, range) };
  }
}

const DEFAULT_PRESET = "442";

/** Rows of a table of names and values; a market or all settings have far fewer. */
const LONGEST_TABLE = 2000;

/** Any range is tried, and most are no market: what does not read is no problem here. */
const IGNORE: ProblemSink = { error: () => undefined, note: () => undefined };

/** The rows that take the place of a modelled default. */
const MODELLED = ["SPXVol", "Skew", "VIXSkew", "SpotVixBeta", "VIXVolK"] as const;

function changedInMarket(market: Market): string[] {
  const lines = MODELLED.flatMap((name) => {
    const value = market.numbers.get(name);
    return value === undefined ? [] : [`Market ${name} = ${value} (default: modelled)`];
  });
  if (market.stickyStrike) lines.push("Market SPXVolRule = STICKYSTRIKE (default STICKYMONEYNESS)");
  return lines;
}

function changedSettings(table: Parameters<typeof readSettings>[0], { sheet, area }: FileRange): string[] {
  let values: ReturnType<typeof readSettings>;
  try {
    values = readSettings(table);
  } catch (error) {
    // Not a table of settings.
    if (error instanceof InputError) return [];
    throw error;
  }
  const place = `${sheet.name}!${cellAddress({ row: area.top, column: area.left })}`;
  const preset = presetNamedIn(table);
  const lines =
    typeof preset === "string" && preset !== DEFAULT_PRESET
      ? [`Preset ${preset} (default ${DEFAULT_PRESET}), settings at ${place}`]
      : [];
  for (const { name, initial } of SETTINGS) {
    const value = values.get(name);
    if (value === undefined || value === initial) continue;
    lines.push(
      `${name} = ${value === "" ? "(not set)" : value} (default ${initial === "" ? "not set" : initial}), at ${place}`,
    );
  }
  return lines;
}
