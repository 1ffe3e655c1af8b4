import { formatIsoDateTime } from "../alvh/dates";
import { WorkbookError } from "../workbook/hostError";
import { paneStore } from "./paneStore";
import type { RoomId } from "./rooms";
import { strings as components } from "./strings/components";
import { strings } from "./strings/pane";

/** One rule that gave a verdict. What is written stays: an override stands beside the verdict, never in its place. */
export interface RuleEntry {
  id: string;
  /** When it was logged, ISO 8601 in UTC. */
  at: string;
  room: RoomId;
  /** Row and name, such as "E01 Roll or not". */
  rule: string;
  verdict: string;
  /** The moment that the inputs speak of, as text; "" where they name none. */
  asOf: string;
  /** Each input in short: a value, or the size and hash of a range. */
  inputs: Record<string, string>;
  /** Of all inputs: the same inputs have the same hash. SHA-256, its first 16 hexadecimal digits. */
  inputHash: string;
  override?: Override;
  /** Of other panes over the same workbook, recorded before they knew of the first. */
  laterOverrides?: readonly Override[];
}

export interface Override {
  at: string;
  /** What was done instead. */
  decision: string;
  reason: string;
}

export interface FiredRule {
  room: RoomId;
  rule: string;
  /** Everything that the verdict depends on: ranges as rows of cells, numbers, texts, settings. */
  inputs: Record<string, unknown>;
  verdict: string;
  /** A serial, or text. */
  asOf?: number | string | undefined;
}

/** The log, the newest entry first. */
export function ruleLog(): readonly RuleEntry[] {
  return paneStore.get(KEY, EMPTY).entries;
}

/**
 * Logs a rule that fired. The same rule with the same inputs and verdict as its last entry is that entry, so that a
 * verdict which is only looked at again is not logged twice.
 */
export async function logRule({ room, rule, inputs, verdict, asOf }: FiredRule): Promise<RuleEntry> {
  const inputHash = await hash(inputs);
  const shown = Object.fromEntries(
    await Promise.all(Object.entries(inputs).map(async ([name, value]) => [name, await inShort(value)])),
  ) as Record<string, string>;

  let logged: RuleEntry | undefined;
  await paneStore.update(KEY, EMPTY, (log) => {
    const { entries } = log;
    const last = entries.find((entry) => entry.room === room && entry.rule === rule);
    if (last?.inputHash === inputHash && last.verdict === verdict) {
      logged = last;
      return log;
    }
    logged = {
      id: crypto.randomUUID(),
      at: new Date().toISOString(),
      room,
      rule,
      verdict,
      asOf: typeof asOf === "number" ? formatIsoDateTime(asOf) : (asOf ?? ""),
      inputs: shown,
      inputHash,
    };
    return { entries: withinLimit([logged, ...entries]) };
  });
  if (logged === undefined) throw new Error(strings.log.unreached);
  return logged;
}

/** Records that a verdict was not followed. The reason is required, and neither can be changed afterwards. */
export async function overrideRule(
  id: string,
  { decision, reason }: { decision: string; reason: string },
): Promise<void> {
  if (decision.trim() === "") throw new Error(components.override.noDecision);
  if (reason.trim() === "") throw new Error(components.override.noReason);
  await paneStore.update(KEY, EMPTY, ({ entries }) => {
    const overridden = entries.find((entry) => entry.id === id);
    if (overridden === undefined) throw new WorkbookError(strings.log.gone);
    if (overridden.override !== undefined) throw new WorkbookError(strings.log.overridden);
    const override = { at: new Date().toISOString(), decision: decision.trim(), reason: reason.trim() };
    return { entries: entries.map((entry) => (entry.id === id ? { ...entry, override } : entry)) };
  });
}

/**
 * Two logs of the same workbook as one: every entry of either, the newest first, with every override. Whatever is
 * joined in whatever order, the same comes out.
 */
export function joinedLogs(mine: Log, kept: Log): Log {
  const theirs = new Map(kept.entries.map((entry) => [entry.id, entry]));
  const known = new Set(mine.entries.map(({ id }) => id));
  const entries = [
    ...mine.entries.map((entry) => withOverridesOf(entry, theirs.get(entry.id))),
    ...kept.entries.filter(({ id }) => !known.has(id)),
  ];
  if (entries.length === mine.entries.length && entries.every((entry, i) => entry === mine.entries[i])) {
    return mine;
  }
  return { entries: withinLimit(entries.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))) };
}

function withOverridesOf(entry: RuleEntry, other: RuleEntry | undefined): RuleEntry {
  const own = overridesOf(entry);
  const known = new Set(own.map((one) => JSON.stringify(one)));
  const added = overridesOf(other).filter((one) => !known.has(JSON.stringify(one)));
  if (added.length === 0) return entry;
  const [override, ...laterOverrides] = [...own, ...added].sort((a, b) => (a.at < b.at ? -1 : 1));
  if (override === undefined) return entry;
  return { ...entry, override, ...(laterOverrides.length === 0 ? {} : { laterOverrides }) };
}

/** The first stands beside the verdict; there are more only where panes did not know of each other. */
export function overridesOf(entry: RuleEntry | undefined): readonly Override[] {
  if (entry?.override === undefined) return [];
  return [entry.override, ...(entry.laterOverrides ?? [])];
}

/** Excel keeps about 2 MB of settings in a workbook; an entry takes about 600 bytes. */
export const MAXIMUM_ENTRIES = 1000;

const KEY = "ruleLog";
const EMPTY: Log = { entries: [] };

interface Log {
  readonly entries: readonly RuleEntry[];
}

paneStore.joinBy(KEY, joinedLogs);

/** A full log loses its oldest entries that nobody overrode; overrides stay as long as there is anything else. */
function withinLimit(entries: readonly RuleEntry[]): readonly RuleEntry[] {
  let surplus = entries.length - MAXIMUM_ENTRIES;
  if (surplus <= 0) return entries;
  const oldestFirst = [...entries].reverse();
  const kept = oldestFirst.filter(({ override }, index) => {
    const isNewest = index === oldestFirst.length - 1;
    if (surplus <= 0 || override !== undefined || isNewest) return true;
    surplus -= 1;
    return false;
  });
  return kept.slice(surplus).reverse(); // nothing but overrides: then the oldest of these
}

async function inShort(value: unknown): Promise<string> {
  if (Array.isArray(value)) {
    const columns = Array.isArray(value[0]) ? value[0].length : 1;
    return strings.log.cells(value.length, columns, (await hash(value)).slice(0, 8));
  }
  if (typeof value === "object" && value !== null) {
    const text = JSON.stringify(value);
    return text.length <= 80
      ? text
      : strings.log.values(Object.keys(value).length, (await hash(value)).slice(0, 8));
  }
  return String(value ?? "");
}

async function hash(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonical(value));
  // Browsers give no digests to pages that are not served securely.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) throw new WorkbookError(strings.notSecure);
  const digest = new Uint8Array(await subtle.digest("SHA-256", bytes));
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** JSON with its keys in order; a blank cell is the same however the host tells it. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part === undefined || part === "") return null;
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
