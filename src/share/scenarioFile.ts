import { readCurveModel } from "../alvh/curveShift";
import type { CellValue, Range } from "../alvh/cellValue";
import { readMarket } from "../alvh/market";
import { readPreset } from "../alvh/presets";
import { checkSpotShock, checkVixShock } from "../alvh/profitAndLoss";
import { readNumber, showCell } from "../alvh/readNumber";
import { readSettings } from "../alvh/settings";
import { VERSION } from "../alvh/version";
import { InputError } from "../core/errors";
import { FileRefusal } from "./fileRefusal";

/** A scenario as partners hand it over: the market, the shocks, and the settings that are not the preset's. */
export interface SharedScenario {
  /** Rows of names and values, as the functions read them. */
  readonly market: readonly (readonly [string | number, string | number])[];
  /** In the units of PNL. */
  readonly shocks: {
    readonly spotShock: number;
    readonly vixShock: number;
    readonly days: number;
    readonly curveModel: string;
  };
  readonly preset: string;
  readonly settings: Readonly<Record<string, string | number>>;
}

/** What the file says of itself: a file of another kind or a newer version is refused. */
const SCENARIO_SCHEMA = "alvh-scenario";
const SCENARIO_VERSION = 1;

/** Characters of a file that can be a scenario. */
const MAXIMUM_CHARACTERS = 200_000;

export function scenarioText(scenario: SharedScenario): string {
  const file = { schema: SCENARIO_SCHEMA, version: SCENARIO_VERSION, addIn: VERSION, ...scenario };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The rows of a market range that a scenario takes along: those with a name and a value. */
export function marketRows(market: Range): SharedScenario["market"] {
  return market.flatMap(([name, value]) => (isNamed(name) && isNamed(value) ? [[name, value] as const] : []));
}

/** By its bytes before a file is read, by its characters after. */
export function refuseLongScenario(length: number): void {
  if (length <= MAXIMUM_CHARACTERS) return;
  throw new FileRefusal(
    `The file is too long for a scenario: it has ${length} characters, and at most ${MAXIMUM_CHARACTERS} can be read.`,
  );
}

/** Reads a file, every part of it by the rules of the functions; throws a sentence that names what is wrong. */
export function readScenario(text: string): SharedScenario {
  refuseLongScenario(text.length);
  const file = parsed(text);
  if (file.schema !== SCENARIO_SCHEMA) {
    throw new FileRefusal(`The file is no scenario of this add-in: its schema is not "${SCENARIO_SCHEMA}".`);
  }
  if (file.version !== SCENARIO_VERSION) {
    throw new FileRefusal(
      `The scenario has version ${showCell(file.version as CellValue)}, and this add-in reads ${SCENARIO_VERSION}: update the add-in, or export the scenario anew.`,
    );
  }
  const unknown = Object.keys(file).find((key) => !KEYS.has(key));
  if (unknown !== undefined)
    throw new FileRefusal(`The scenario has a part ${showCell(unknown)} that is not known.`);
  try {
    return checked(file);
  } catch (error) {
    if (error instanceof InputError) throw new FileRefusal(`The scenario cannot be used: ${error.message}.`);
    throw error;
  }
}

const KEYS = new Set(["schema", "version", "addIn", "market", "shocks", "preset", "settings"]);

function parsed(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new FileRefusal("The file is no scenario: it is not JSON.");
    throw error;
  }
  return record(value, "The file");
}

function checked(file: Record<string, unknown>): SharedScenario {
  if (!Array.isArray(file.market))
    throw new FileRefusal("The scenario needs a market: rows of names and values.");
  const market = file.market.map((row: unknown, index) => {
    const [name, value, ...more] = Array.isArray(row) ? (row as CellValue[]) : [];
    if (!isNamed(name) || !isNamed(value) || more.length > 0) {
      throw new FileRefusal(`Row ${index + 1} of the scenario's market must be a name and a value.`);
    }
    return [name, value] as const;
  });
  const conditions = readMarket(market);
  const shocks = record(file.shocks, "The part shocks");
  const number = (name: string, limits?: { min: number; max: number }) =>
    readNumber(name, name, shocks[name] as CellValue, limits);
  const spotShock = number("spotShock");
  const vixShock = number("vixShock");
  const days = number("days", { min: 0, max: 3660 });
  checkSpotShock(spotShock);
  checkVixShock(conditions, vixShock);
  const curveModel = shocks.curveModel;
  if (typeof curveModel !== "string") throw new FileRefusal("The scenario's curveModel must be a text.");
  readCurveModel(curveModel);
  if (typeof file.preset !== "string") throw new FileRefusal("The scenario's preset must be a text.");
  const settings = record(file.settings, "The part settings");
  const rows = Object.entries(settings).map(([name, value]): [string, CellValue] => [
    name,
    value as CellValue,
  ]);
  return {
    market,
    shocks: { spotShock, vixShock, days, curveModel },
    preset: readPreset(file.preset).name,
    settings: rows.length === 0 ? {} : Object.fromEntries(readSettings(rows)),
  };
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new FileRefusal(`${what} must be an object in braces.`);
  }
  return value as Record<string, unknown>;
}

function isNamed(value: CellValue): value is string | number {
  return (
    (typeof value === "string" && value.trim() !== "") ||
    (typeof value === "number" && Number.isFinite(value))
  );
}
