import type { SettingDefinition } from "../../../alvh/settingDefinition";

/** What a setting is measured in, and the rule it comes from: "VIX points; B09, ours". */
export function settingNote({ unit, source }: SettingDefinition): string {
  return [unit, source].filter((part) => part !== "").join("; ");
}
