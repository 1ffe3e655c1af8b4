import { SETTINGS } from "../../../alvh/settings";
import type { SettingDefinition } from "../../../alvh/settingDefinition";
import { strings } from "../../strings/plan";

/** Settings of one rule family. */
export interface SettingGroup {
  readonly title: string;
  readonly settings: readonly SettingDefinition[];
}

const { groups } = strings.settings;

/** The rule families by how their settings begin, in the order in which a plan is made. */
const FAMILIES: readonly (readonly [title: string, names: RegExp])[] = [
  [groups.layer1, /^Layer1\./],
  [groups.layer2, /^Layer2\./],
  [groups.layer3, /^Layer3\./],
  [groups.layer4, /^Layer4\./],
  [groups.size, /^A\d|^VXTH\./],
  [groups.ratio, /^B\d/],
  [groups.condors, /^Condor\./],
  [groups.cost, /^C\d/],
  [groups.signals, /^D\d/],
  [groups.rolling, /^E\d|^Roll\./],
  [groups.press, /^F\d/],
  [groups.readings, /^G\d/],
  [groups.audit, /^Audit\./],
  [groups.model, /^/],
];

/**
 * The settings by rule family, each in one, the first that its name fits; within it by the numbers of the rules.
 * @param query words that must all be found, in the name, the unit, the source, the choices or the family's title.
 * @param isWanted leaves out others before the search.
 */
export function settingGroups(
  query: string,
  isWanted: (definition: SettingDefinition) => boolean = () => true,
): SettingGroup[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const found = SETTINGS.filter(isWanted).map((definition) => ({ definition, title: familyOf(definition) }));
  return FAMILIES.map(([title]) => ({
    title,
    settings: found
      .filter((entry) => entry.title === title && isMatch(entry.definition, title, words))
      .map(({ definition }) => definition)
      .sort((one, other) => ruleOf(one).localeCompare(ruleOf(other), "en", { numeric: true })),
  })).filter(({ settings }) => settings.length > 0);
}

function familyOf({ name }: SettingDefinition): string {
  return FAMILIES.find(([, names]) => names.test(name))?.[0] ?? "";
}

/** B15 of B15.WingExtra; the settings of a rule keep the order of the table. */
function ruleOf({ name }: SettingDefinition): string {
  return name.split(".")[0] ?? "";
}

function isMatch(
  { name, unit, source, choices = [] }: SettingDefinition,
  title: string,
  words: readonly string[],
): boolean {
  const text = [name, spacedOut(name), unit, source, title, ...choices].join(" ").toLowerCase();
  return words.every((word) => text.includes(word));
}

/** "wing extra" finds WingExtra. */
function spacedOut(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1 $2");
}
