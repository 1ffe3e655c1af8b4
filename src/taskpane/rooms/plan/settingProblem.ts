import { readSettings, type SettingValue } from "../../../alvh/settings";
import { InputError } from "../../../core/errors";

/** Why a setting cannot have a value, in one sentence; undefined where it can. */
export function settingProblem(name: string, value: SettingValue): string | undefined {
  try {
    readSettings([[name, value]]);
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message.replace(/^settings row 1, /, "");
  }
}
