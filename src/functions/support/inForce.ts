import { settingsInForce } from "../../alvh/presets";
import type { Settings } from "../../alvh/settings";
import { optionalRange } from "./arguments";

/** The settings that an argument gives over the defaults, or over the preset that it names; omitted, the defaults. */
export function inForce(settings?: unknown): Settings {
  return settingsInForce(null, optionalRange(settings)).settings;
}
