/**
 * Arguments as text and back: JSON, with what it has no word for as {"$": word}. A find is written down so, and
 * runs again with the arguments that it had, whatever becomes of the generator.
 */
export function toArgumentText(values: readonly unknown[]): string {
  return JSON.stringify(values, (_key, value: unknown) => {
    if (value === undefined) return { $: "undefined" };
    if (typeof value === "function") return { $: "function" };
    if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0)))
      return { $: Object.is(value, -0) ? "-0" : String(value) };
    return value;
  });
}

export function fromArgumentText(text: string): unknown[] {
  return revive(JSON.parse(text)) as unknown[];
}

function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== "object" || value === null) return value;
  const word: unknown = (value as { $?: unknown }).$;
  if (word === "undefined") return undefined;
  if (word === "function") return () => undefined;
  if (typeof word === "string") return Number(word);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, revive(inner)]));
}
