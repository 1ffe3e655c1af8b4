/**
 * A setting of the rules: its name, default, unit, range and source.
 * It is named after the rule it belongs to; those of a layer begin with Layer1, Layer2 and so on. "" means not set.
 */
export interface SettingDefinition {
  readonly name: string;
  readonly initial: number | string;
  readonly unit: string;
  /** For a number: its limits. */
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
  /** Whether 0 is a value of its own where the setting may be blank, and not the blank of desktop Excel. */
  readonly zeroCounts?: true;
  /** For a choice: what it may be. */
  readonly choices?: readonly string[];
  /** The rule and text it comes from; "ours" where the texts leave it open. */
  readonly source: string;
}

/**
 * A setting in one line: its limits are two numbers or its choices; without them it is text.
 * @param zero where the setting may be blank: that a 0 is a figure of its own, which many will mean.
 */
export function setting(
  name: string,
  initial: number | string,
  unit: string,
  source: string,
  limits?: readonly [number, number] | readonly string[],
  zero?: "zero counts",
): SettingDefinition {
  const [first, last] = limits ?? [];
  if (typeof first === "string") return { name, initial, unit, source, choices: limits as readonly string[] };
  if (typeof first !== "number" || typeof last !== "number") return { name, initial, unit, source };
  const zeroCounts = zero === undefined ? {} : { zeroCounts: true as const };
  return { name, initial, unit, source, min: first, max: last, ...zeroCounts };
}
