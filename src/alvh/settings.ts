import { InputError } from "../core/errors";
import { isBlank, type CellValue, type Range } from "./cellValue";
import { nearestNames, normaliseName } from "./names";
import { readNameValueTable } from "./nameValueTable";
import { readNumber, showCell } from "./readNumber";
import { readText } from "./readText";
import { AUDIT_SETTINGS } from "./auditSettings";
import { HEDGE_SETTINGS } from "./hedgeSettings";
import { ROLL_SETTINGS } from "./rollSettings";
import type { SettingDefinition } from "./settingDefinition";

/** Bases on which a hedge is sized. */
export const BASES = ["contracts", "notional", "premium", "vixDelta", "riskcap", "percent", "vxth"] as const;
export type Basis = (typeof BASES)[number];

/** What a layer may hold. */
export const INSTRUMENTS = ["call", "call spread", "financed call", "future", "VXX", "UVXY"] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

/** Layers that a plan may have at most. */
export const LAYER_COUNT = 4;

/** From a cent up: what is divided by less would be too large for a cell. 0 is a blank. */
const DOLLARS = { unit: "dollars", min: 0.01, max: 1e12 };
const DAYS = { unit: "whole calendar days", min: 0, max: 3650, integer: true };

function layerSettings(layer: number): SettingDefinition[] {
  const prefix = `Layer${layer}`;
  return [
    { name: `${prefix}.Name`, initial: "", unit: "text; blank: no such layer", source: "A01-A10" },
    { name: `${prefix}.MinDte`, initial: "", ...DAYS, zeroCounts: true, source: "A03-A10" },
    { name: `${prefix}.MaxDte`, initial: "", ...DAYS, source: "A03-A10, blank: no upper end" },
    { name: `${prefix}.TargetDte`, initial: "", ...DAYS, source: "A24, blank: the first in the window" },
    {
      name: `${prefix}.Weight`,
      initial: "",
      zeroCounts: true,
      unit: "share of the hedge",
      min: 0,
      max: 1,
      source: "A02, A08-A10",
    },
    { name: `${prefix}.Instrument`, initial: "call", unit: "", choices: INSTRUMENTS, source: "A14-A16" },
    {
      name: `${prefix}.Delta`,
      initial: 0.3,
      unit: "delta of the call bought",
      min: 0.01,
      max: 0.99,
      source: "ours",
    },
    {
      name: `${prefix}.Width`,
      initial: 10,
      unit: "VIX points between strikes",
      min: 0.5,
      max: 100,
      source: "A14, ours",
    },
  ];
}

const BARS = { unit: "bars (rows of the series)", min: 1, max: 10000, integer: true };
const POINTS_OF_VIX = { min: 1, max: 200 };

/** Settings of the signals: rows B01 and D01 to D25. */
const SIGNAL_SETTINGS: readonly SettingDefinition[] = [
  {
    name: "B01.ElevatedAbove",
    initial: 16,
    unit: "VIX points: elevated above, low up to here",
    ...POINTS_OF_VIX,
    source: "B01",
  },
  { name: "B01.HighFrom", initial: 20, unit: "VIX points: high from", ...POINTS_OF_VIX, source: "B01" },
  {
    name: "B01.CrisisFrom",
    initial: 30,
    unit: "VIX points: crisis from",
    ...POINTS_OF_VIX,
    source: "B01, ours",
  },
  { name: "D01.MacdFast", initial: 12, ...BARS, source: "D01" },
  { name: "D01.MacdSlow", initial: 26, ...BARS, source: "D01" },
  { name: "D01.MacdSignal", initial: 9, ...BARS, source: "D01" },
  { name: "D04.Lookback", initial: 20, ...BARS, source: "D04" },
  { name: "D04.PivotBars", initial: 3, ...BARS, source: "D04, ours: bars on each side of a pivot" },
  { name: "D05.FallingBars", initial: 2, ...BARS, source: "D05" },
  { name: "D06.NearDays", initial: 30, unit: "calendar days", min: 0, max: 3650, source: "D06" },
  { name: "D06.FarDays", initial: 90, unit: "calendar days", min: 0, max: 3650, source: "D06" },
  { name: "D07.RsiPeriod", initial: 14, ...BARS, source: "D07, G13" },
  { name: "D07.RsiChangeBars", initial: 5, ...BARS, source: "D07" },
  { name: "D09.SlopeBars", initial: 20, ...BARS, min: 2, source: "D09" },
  {
    name: "D09.BreadthReading",
    initial: "bearish",
    unit: "",
    choices: ["bearish", "literal"],
    source: "D09: index up and A/D line down, or the text's rising A/D line",
  },
  {
    name: "D11.ExpansionVotes",
    initial: 2,
    unit: "votes of three: RSI, rates, breadth",
    min: 1,
    max: 3,
    integer: true,
    source: "D11",
  },
  { name: "D12.RateChangeBars", initial: 20, ...BARS, source: "D12" },
  { name: "D13.ReerChangeBars", initial: 12, ...BARS, source: "D13: months of a monthly series" },
  {
    name: "D13.ReerShift",
    initial: 1,
    unit: "standard deviations that count as a shift",
    min: 0.01,
    max: 10,
    source: "D13, ours",
  },
  { name: "D14.CurveRiseBars", initial: 5, ...BARS, source: "D14" },
  { name: "D15.SpikeRise", initial: 0.2, unit: "rise of VIX in one bar", min: 0.01, max: 10, source: "D15" },
  { name: "D16.RealisedBars", initial: 20, ...BARS, source: "D16" },
  { name: "D16.BarsPerYear", initial: 252, ...BARS, source: "D16" },
  {
    name: "D18.ScaleFrom",
    initial: 1,
    unit: "standard deviations above the mean: scaling in starts",
    min: -10,
    max: 10,
    source: "D18",
  },
  {
    name: "D18.ScaleFull",
    initial: 2,
    unit: "standard deviations above the mean: fully scaled in",
    min: -10,
    max: 10,
    source: "D18, ours",
  },
  { name: "D21.MinLag", initial: 3, ...BARS, min: 0, source: "D21", zeroCounts: true },
  { name: "D21.MaxLag", initial: 7, ...BARS, min: 0, source: "D21", zeroCounts: true },
  { name: "D22.TrendBars", initial: 20, ...BARS, source: "D22, ours" },
  {
    name: "D25.ConfirmationsNeeded",
    initial: 2,
    unit: "signals that must agree",
    min: 1,
    max: 1000,
    integer: true,
    source: "D25",
  },
];

/** The table. PRESET, validation and the reference are made from it. */
export const SETTINGS: readonly SettingDefinition[] = [
  { name: "A01.CondorsPerUnit", initial: 10, unit: "condors", min: 0.01, max: 1e6, source: "A01, ours" },
  { name: "A01.ContractsPerUnit", initial: 10, unit: "contracts", min: 0.01, max: 1e6, source: "A01: 4+4+2" },
  { name: "A02.Basis", initial: "contracts", unit: "", choices: BASES, source: "A02, G05" },
  { name: "A02.HedgeNotional", initial: "", ...DOLLARS, source: "A02, basis notional" },
  { name: "A02.HedgeBudget", initial: "", ...DOLLARS, source: "A02, basis premium" },
  {
    name: "A02.VixDeltaShare",
    initial: 0.3,
    unit: "share of the condors' VIX01",
    min: 0,
    max: 10,
    source: "A02, B08",
  },
  { name: "A05.Weeklies", initial: "on", unit: "", choices: ["on", "off"], source: "A05" },
  {
    name: "A05.WeekliesListed",
    initial: 6,
    unit: "weekly expirations ahead",
    min: 0,
    max: 52,
    integer: true,
    source: "Cboe lists six",
  },
  {
    name: "A05.Fallback",
    initial: "monthly",
    unit: "the nearest such, where a window holds none",
    choices: ["monthly", "listed"],
    source: "A05; listed is ours",
  },
  { name: "A08.RiskCapital", initial: "", ...DOLLARS, source: "A08, basis riskcap" },
  {
    name: "A15.EtfSizeFactor",
    initial: 0.5,
    unit: "share of a full layer",
    min: 0.01,
    max: 1,
    source: "A15, ours",
  },
  {
    name: "A24.PercentOfNotional",
    initial: "",
    unit: "share of condors x 100 x SPX",
    min: 0,
    max: 1,
    source: "A24, basis percent",
  },
  {
    name: "StrikeStep",
    initial: 1,
    unit: "VIX points between listed strikes",
    min: 0.05,
    max: 10,
    source: "ours",
  },
  {
    name: "VIXVolK",
    initial: 2.6,
    unit: "per year, speed of mean reversion",
    min: 0.01,
    max: 50,
    source: "fitted 2006-2017",
  },
  { name: "VXMargin", initial: 10000, unit: "dollars per VX future", min: 1, max: 1e6, source: "C01, ours" },
  { name: "VXTH.Portfolio", initial: "", ...DOLLARS, source: "basis vxth" },
  {
    name: "VXTH.From",
    initial: 15,
    unit: "VIX points: no hedge up to here",
    min: 1,
    max: 200,
    source: "Cboe VXTH",
  },
  {
    name: "VXTH.Half",
    initial: 30,
    unit: "VIX points: half the weight above",
    min: 1,
    max: 200,
    source: "Cboe VXTH",
  },
  {
    name: "VXTH.Stop",
    initial: 50,
    unit: "VIX points: no hedge above",
    min: 1,
    max: 200,
    source: "Cboe VXTH",
  },
  { name: "VXTH.Weight", initial: 0.01, unit: "share of the portfolio", min: 0, max: 1, source: "Cboe VXTH" },
  ...Array.from({ length: LAYER_COUNT }, (_, index) => layerSettings(index + 1)).flat(),
  { name: "Condor.MinDte", initial: "", ...DAYS, source: "A06" },
  { name: "Condor.MaxDte", initial: "", ...DAYS, source: "A06" },
  {
    name: "Condor.StrikesBy",
    initial: "delta",
    unit: "",
    choices: ["delta", "deviations"],
    source: "B16, ours",
  },
  {
    name: "Condor.ShortDelta",
    initial: 0.16,
    unit: "delta of the short put and call, its size",
    min: 0.001,
    max: 0.49,
    source: "ours",
  },
  {
    name: "Condor.ShortDeviations",
    initial: 1.5,
    unit: "standard deviations from the forward to the short strikes",
    min: 0.01,
    max: 6,
    source: "B16, ours",
  },
  {
    name: "Condor.Width",
    initial: 50,
    unit: "SPX points from short to long strike, before widening",
    min: 0.5,
    max: 5000,
    source: "ours",
  },
  {
    name: "Condor.StrikeStep",
    initial: 5,
    unit: "SPX points between listed strikes",
    min: 0.5,
    max: 100,
    source: "Cboe lists SPXW by 5",
  },
  {
    name: "B15.Reading",
    initial: "WIDTH",
    unit: "",
    choices: ["WIDTH", "SHORT_STRIKE", "OFF"],
    source: "B15: the wing is the width, or the short strike's distance",
  },
  {
    name: "B15.VixAbove",
    initial: 16,
    unit: "VIX points: wings widen above",
    min: 1,
    max: 200,
    source: "B15",
  },
  {
    name: "B15.WingExtra",
    initial: 20,
    unit: "SPX points that each wing widens",
    min: 15,
    max: 25,
    source: "B15",
  },
  {
    name: "B15.ScaledFrom",
    initial: "",
    unit: "SPX level at which WingExtra is meant; blank: at every level",
    min: 1,
    max: 1e6,
    source: "B15, ours",
  },
  {
    name: "B16.Deviations",
    initial: 1.5,
    unit: "standard deviations from the forward to a break-even",
    min: 0.01,
    max: 6,
    source: "B16",
  },
  {
    name: "B16.Measure",
    initial: "points",
    unit: "",
    choices: ["points", "ln"],
    source: "B16: distance in points or in logs",
  },
  {
    name: "B19.Share",
    initial: 0.02,
    unit: "share of risk capital in one condor complex",
    min: 0.0001,
    max: 1,
    source: "B19",
  },
  {
    name: "B19.HardShare",
    initial: 0.03,
    unit: "share of risk capital never exceeded",
    min: 0.0001,
    max: 1,
    source: "B19",
  },
  {
    name: "B24.NAV",
    initial: "",
    ...DOLLARS,
    unit: "dollars, net asset value; blank: no margin cap",
    source: "B24",
  },
  {
    name: "B24.MarginCap",
    initial: 0.5,
    unit: "margin used as a share of NAV, at most",
    min: 0.0001,
    max: 10,
    source: "B24, ours",
  },
  ...SIGNAL_SETTINGS,
  {
    name: "C01.HistoryDays",
    initial: 20,
    unit: "earlier carries averaged",
    min: 1,
    max: 1000,
    integer: true,
    source: "C14",
  },
  {
    name: "C02.FromDte",
    initial: 90,
    unit: "calendar days: legs from here on are the long layer",
    min: 0,
    max: 3650,
    source: "C02",
  },
  { name: "C02.Amber", initial: 1.8, unit: "cost over IRR", min: 0.01, max: 100, source: "C02" },
  { name: "C02.Trigger", initial: 2, unit: "cost over IRR", min: 0.01, max: 100, source: "C02, ours" },
  { name: "C02.Red", initial: 2.2, unit: "cost over IRR", min: 0.01, max: 100, source: "C02" },
  {
    name: "C03.KeptShare",
    initial: 0.5,
    unit: "share of the credit expected to be kept",
    min: -10,
    max: 1,
    source: "ours: E01 closes at half",
  },
  {
    name: "C05.FromDte",
    initial: 60,
    unit: "calendar days: the bucket others are compared with",
    min: 0,
    max: 3650,
    source: "C05, A07",
  },
  {
    name: "C05.ToDte",
    initial: 75,
    unit: "calendar days: the bucket others are compared with",
    min: 0,
    max: 3650,
    source: "C05, A07",
  },
  {
    name: "C05.Delta",
    initial: 0.3,
    unit: "delta of the modelled call where the book holds none in the bucket",
    min: 0.01,
    max: 0.99,
    source: "ours",
  },
  {
    name: "C05.Threshold",
    initial: "",
    unit: "$ per VIX point for $1; blank: compared with the bucket alone",
    min: 0,
    max: 100,
    source: "C05",
  },
  { name: "C06.Warn", initial: 1.5, unit: "quick ratio", min: 0, max: 100, source: "C06" },
  { name: "C06.Stop", initial: 1, unit: "quick ratio", min: 0, max: 100, source: "C06" },
  {
    name: "C08.EquityPremium",
    initial: 0.05,
    unit: "per year, the market's expected return above the rate",
    min: -1,
    max: 1,
    source: "C08, ours",
  },
  { name: "C10.Low", initial: 0.01, unit: "cost per year, share of base", min: 0, max: 1, source: "C10" },
  { name: "C10.High", initial: 0.02, unit: "cost per year, share of base", min: 0, max: 1, source: "C10" },
  { name: "C11.Low", initial: 0.012, unit: "cost per year, share of base", min: 0, max: 1, source: "C11" },
  { name: "C11.High", initial: 0.021, unit: "cost per year, share of base", min: 0, max: 1, source: "C11" },
  {
    name: "D20.RatioRise",
    initial: 0.1,
    unit: "share added to the 45-60 hedge ratio as premiums compress",
    min: 0,
    max: 1,
    source: "D20",
  },
  {
    name: "D28.Rich",
    initial: 80,
    unit: "percentile: the long layer is dear above",
    min: 0,
    max: 100,
    source: "D28, ours",
  },
  {
    name: "G14.Reading",
    initial: "MARGIN",
    unit: "",
    choices: ["MARGIN", "CORPORATE"],
    source: "G14: quick ratio of margin liquidity, or of a company",
  },
  { name: "A17.SecondEngine", initial: "", unit: "label: the layer a text calls so", source: "A17" },
  ...HEDGE_SETTINGS,
  ...AUDIT_SETTINGS,
  ...ROLL_SETTINGS,
];

export type SettingValue = number | string;

const BY_NAME: ReadonlyMap<string, SettingDefinition> = new Map(
  SETTINGS.map((definition): [string, SettingDefinition] => [normaliseName(definition.name), definition]),
);

/** The last part of a name is enough where no other setting has it: HedgeBudget for A02.HedgeBudget. */
const BY_SHORT_NAME: ReadonlyMap<string, SettingDefinition> = (() => {
  const short = new Map<string, SettingDefinition | null>();
  for (const definition of SETTINGS) {
    const last = normaliseName(definition.name.slice(definition.name.lastIndexOf(".") + 1));
    short.set(last, short.has(last) ? null : definition);
  }
  return new Map(
    [...short].flatMap(([name, definition]) => (definition === null ? [] : [[name, definition]])),
  );
})();

/** The values of all settings, laid over one another: defaults, then a preset, then a settings range. */
export class Settings {
  private constructor(private readonly values: ReadonlyMap<string, SettingValue>) {}

  /** Every setting at its default. */
  static initial(): Settings {
    return new Settings(
      new Map(SETTINGS.map(({ name, initial }): [string, SettingValue] => [name, initial])),
    );
  }

  /** These settings with others laid over them; the names must be in the table. */
  with(values: ReadonlyMap<string, SettingValue>): Settings {
    return new Settings(new Map([...this.values, ...values]));
  }

  /** A setting that has a value. */
  number(name: string): number {
    const value = this.optionalNumber(name);
    if (value === undefined)
      throw new InputError("settings", `settings need ${name} (${definitionOf(name).unit})`);
    return value;
  }

  optionalNumber(name: string): number | undefined {
    const value = this.value(name);
    return typeof value === "number" ? value : undefined;
  }

  text(name: string): string {
    return String(this.value(name));
  }

  value(name: string): SettingValue {
    const value = this.values.get(definitionOf(name).name);
    if (value === undefined) throw new Error(`setting ${name} has no value`);
    return value;
  }
}

/** Reads a settings range: names and values; a blank value leaves the setting as it is. */
export function readSettings(range: Range): ReadonlyMap<string, SettingValue> {
  const values = new Map<string, SettingValue>();
  const isWholePreset = !isBlank(presetNamedIn(range));
  for (const { row, name, value } of readNameValueTable("settings", range)) {
    if (typeof name === "string" && HEAD_ROWS.has(normaliseName(name))) continue;
    const definition = typeof name === "string" ? findSetting(name) : undefined;
    if (definition === undefined) throw unknownSetting(row, name);
    if (values.has(definition.name)) {
      throw new InputError("settings", `settings row ${row}: ${definition.name} is given twice`);
    }
    if (!isUnset(definition, value)) values.set(definition.name, readSetting(definition, row, value));
    // In a copy of a whole preset a blank says that the setting is not set; in a few rows, that it is left as it is.
    else if (isWholePreset && definition.initial === "") values.set(definition.name, "");
  }
  return values;
}

/** The preset that a settings range names in its row Preset, as PRESET spills it. */
export function presetNamedIn(range: Range): CellValue {
  const rows = readNameValueTable("settings", range);
  return rows.find(({ name }) => typeof name === "string" && normaliseName(name) === PRESET_ROW)?.value;
}

const PRESET_ROW = "preset";

/** The rows that PRESET puts first: its name, and what it is. */
const HEAD_ROWS = new Set([PRESET_ROW, "about"]);

function findSetting(name: string): SettingDefinition | undefined {
  const wanted = normaliseName(name);
  return BY_NAME.get(wanted) ?? BY_SHORT_NAME.get(wanted);
}

function definitionOf(name: string): SettingDefinition {
  const definition = BY_NAME.get(normaliseName(name));
  if (definition === undefined) throw new Error(`setting ${name} is not in the table`);
  return definition;
}

/** Desktop Excel sends 0 for a blank cell: where a setting may be blank, 0 means blank too, unless 0 counts. */
function isUnset(definition: SettingDefinition, value: CellValue): boolean {
  if (value !== 0) return isBlank(value);
  const zeroIsImpossible = definition.choices !== undefined || (definition.min ?? 0) > 0;
  return zeroIsImpossible || (definition.initial === "" && definition.zeroCounts !== true);
}

function readSetting(definition: SettingDefinition, row: number, value: CellValue): SettingValue {
  const { name, choices } = definition;
  const where = `settings row ${row}, ${name}`;
  if (choices !== undefined) {
    const text = value === true ? "on" : value === false ? "off" : String(value).trim().toLowerCase();
    const choice = choices.find((candidate) => candidate.toLowerCase() === text);
    if (choice === undefined) {
      throw new InputError(
        "settings",
        `${where}: ${showCell(value)} is not known: use ${choices.join(", ")}`,
      );
    }
    return choice;
  }
  if (isTextSetting(definition)) return readText("settings", where, value);
  return readNumber("settings", where, value, definition);
}

function isTextSetting({ initial, min, max }: SettingDefinition): boolean {
  return typeof initial === "string" && min === undefined && max === undefined;
}

function unknownSetting(row: number, name: string | number): InputError {
  const nearest = nearestNames(
    String(name),
    SETTINGS.map((setting) => setting.name),
  );
  const advice = nearest.length === 0 ? "PRESET shows their names" : `the nearest are ${nearest.join(", ")}`;
  return new InputError("settings", `settings row ${row}: ${showCell(name)} is not a setting; ${advice}`);
}
