import { InputError } from "../core/errors";
import { isBlankOrZero, type CellValue, type Range } from "./cellValue";
import { keptRange } from "./keptRange";
import { normaliseName, unknownWord } from "./names";
import { Readings } from "./readings";
import { presetNamedIn, readSettings, Settings, SETTINGS, type SettingValue } from "./settings";

/**
 * The readings of the source texts, one preset each: where the texts contradict one another they stand side by side
 * and are never averaged. S0 to S4 are the texts; numbers they leave open are ours, and said so.
 */
export interface Preset {
  readonly name: string;
  readonly aliases: readonly string[];
  /** What it is, in a sentence, with what in it is ours. */
  readonly summary: string;
  /** What must be said wherever its plan is shown. */
  readonly warning?: string;
  readonly values: ReadonlyMap<string, SettingValue>;
}

/** Windows are whole calendar days; without `max` a window has no upper end. */
interface LayerValues {
  readonly name: string;
  readonly min?: number;
  readonly max?: number;
  readonly target?: number;
  readonly weight: number;
  readonly instrument?: "call spread" | "VXX";
  readonly delta?: number;
}

/** S4 names 30-60 days for the middle layer only; the days before and after it go to the others. */
const TEMPORAL_LAYERS: readonly LayerValues[] = [
  { name: "short", min: 7, max: 29, weight: 0.2 },
  { name: "medium", min: 30, max: 60, weight: 0.35 },
  { name: "long", min: 61, weight: 0.45 },
];

export const PRESETS: readonly Preset[] = [
  preset(
    "442",
    ["S1_442", "4/4/2", "CONTRACTS_442"],
    "S1: four, four and two contracts for ten condors, at 4-7, 30-45 and 60+ days (A01-A05). Per ten condors is ours.",
    { "A02.Basis": "contracts", "A17.SecondEngine": "medium" },
    [
      { name: "short", min: 4, max: 7, weight: 0.4 },
      { name: "medium", min: 30, max: 45, weight: 0.4 },
      { name: "long", min: 60, weight: 0.2 },
    ],
  ),
  preset(
    "S0_PYRAMID",
    [],
    "S0: condors at 45-60 days, VIX layers at 45-60, 60-75 and 90+ days (A06, A07); day 60 counts to the later layer. Weights .3/.3/.4 are ours.",
    {
      "Condor.MinDte": 45,
      "Condor.MaxDte": 60,
      "A17.SecondEngine": "long",
      "B20.Events": "EVENT_UNDERHEDGE",
    },
    [
      { name: "short", min: 45, max: 59, weight: 0.3 },
      { name: "medium", min: 60, max: 75, weight: 0.3 },
      { name: "long", min: 90, weight: 0.4 },
    ],
  ),
  preset(
    "S3_FRONT",
    [],
    "S3: front month VIX call spread 10 points wide, then longer VIX calls, then a VIX fund at half size (A14, A15). Weights .5/.3/.2 and windows are ours.",
    { "A05.Weeklies": "off", "A17.SecondEngine": "medium and long" },
    [
      { name: "short", min: 1, max: 36, weight: 0.5, instrument: "call spread" },
      { name: "medium", min: 37, max: 75, weight: 0.3 },
      { name: "long", weight: 0.2, instrument: "VXX" },
    ],
  ),
  preset(
    "S4_TEMPORAL",
    [],
    "S4: 20%, 35% and 45% of the hedge budget, in the middle of its ranges, long after 60 days (A08-A10). The short window is ours.",
    { "A02.Basis": "premium", "A17.SecondEngine": "a separate engine" },
    TEMPORAL_LAYERS,
  ),
  preset(
    "S4_LITERAL",
    [],
    "S4 to the letter: 20%, 35% and 45% of the condors' risk capital (A08-A10).",
    { "A02.Basis": "riskcap", "A17.SecondEngine": "a separate engine" },
    TEMPORAL_LAYERS,
    "warning: to the letter, all of the condors' risk capital is spent on VIX",
  ),
  preset(
    "SITE_30_110_220",
    [],
    "The site's other pages: 4/4/2 at 30, 110 and 220 days, delta .50 in the middle of .45-.55 (A24). Windows are ours.",
    { "A05.Weeklies": "off" },
    [
      { name: "short", min: 16, max: 45, target: 30, weight: 0.4, delta: 0.5 },
      { name: "medium", min: 90, max: 130, target: 110, weight: 0.4, delta: 0.5 },
      { name: "long", min: 190, max: 250, target: 220, weight: 0.2, delta: 0.5 },
    ],
  ),
  preset(
    "SITE_PCT",
    [],
    "The site's other pages: 4%, 4% and 2% of condor notional at 30-45, 60-90 and 120+ days, delta .50 (A24).",
    { "A02.Basis": "percent", "A24.PercentOfNotional": 0.1 },
    [
      { name: "short", min: 30, max: 45, weight: 0.4, delta: 0.5 },
      { name: "medium", min: 60, max: 90, weight: 0.4, delta: 0.5 },
      { name: "long", min: 120, weight: 0.2, delta: 0.5 },
    ],
    "warning: 10% of the condors' notional is spent on premium, far more than the condors earn",
  ),
  preset(
    "VXTH",
    [],
    "Cboe VXTH: one-month VIX calls of delta .30 for 1% of the portfolio between VIX 15 and 30, half of it to 50, else none.",
    { "A02.Basis": "vxth", "A05.Weeklies": "off" },
    [{ name: "one month", min: 16, max: 45, target: 30, weight: 1 }],
  ),
];

/** The preset that a cell names; 442 when omitted. */
export function readPreset(value: CellValue): Preset {
  const name = isBlankOrZero(value) ? "442" : value;
  const wanted = normaliseName(String(name));
  const found = PRESETS.find((candidate) =>
    [candidate.name, ...candidate.aliases].some((alias) => normaliseName(alias) === wanted),
  );
  if (found !== undefined) return found;
  const names = PRESETS.map((candidate) => candidate.name);
  throw new InputError("preset", unknownWord("preset", value, names));
}

/** The settings in force: the defaults, the preset over them, the settings range over both. */
export function settingsInForce(preset: CellValue, settings: Range | undefined): SettingsInForce {
  const range = settings ?? NO_SETTINGS;
  const omitted = isBlankOrZero(preset);
  const chosen = readPreset(omitted ? presetNamedIn(range) : preset);
  return readings.of(range, chosen, () => ({
    preset: chosen,
    settings: Settings.initial().with(chosen.values).with(readSettings(range)),
  }));
}

interface SettingsInForce {
  readonly preset: Preset;
  readonly settings: Settings;
}

const NO_SETTINGS = keptRange([]);
const readings = new Readings<SettingsInForce>();

/** A preset as an editable settings range: names and values, in the order of the table. */
export function presetTable(name: CellValue): (string | number)[][] {
  const preset = readPreset(name);
  const settings = Settings.initial().with(preset.values);
  return [
    ["Setting", "Value"],
    ["Preset", preset.name],
    ["About", preset.warning === undefined ? preset.summary : `${preset.summary} ${preset.warning}`],
    ...SETTINGS.map((definition) => [definition.name, settings.value(definition.name)]),
  ];
}

function preset(
  name: string,
  aliases: readonly string[],
  summary: string,
  values: Record<string, SettingValue>,
  layers: readonly LayerValues[],
  warning?: string,
): Preset {
  const layerValues = layers.flatMap((layer, index): [string, SettingValue][] => {
    const prefix = `Layer${index + 1}`;
    return [
      [`${prefix}.Name`, layer.name],
      [`${prefix}.MinDte`, layer.min ?? ""],
      [`${prefix}.MaxDte`, layer.max ?? ""],
      [`${prefix}.TargetDte`, layer.target ?? ""],
      [`${prefix}.Weight`, layer.weight],
      ...(layer.instrument === undefined
        ? []
        : [[`${prefix}.Instrument`, layer.instrument] as [string, string]]),
      ...(layer.delta === undefined ? [] : [[`${prefix}.Delta`, layer.delta] as [string, number]]),
    ];
  });
  const allValues = new Map([...Object.entries(values), ...layerValues]);
  return { name, aliases, summary, values: allValues, ...(warning === undefined ? {} : { warning }) };
}
