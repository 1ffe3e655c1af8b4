import { readPaneState, writePaneState } from "../workbook/paneState";
import { strings } from "./strings/pane";

/**
 * State of the pane's forms by key, one copy for all who use it. It is read from the workbook when first asked for,
 * and written back a moment after a change: a slider moves many times a second.
 */
export const paneStore = {
  get<State>(key: string, initial: State): State {
    if (!states.has(key)) states.set(key, withStored(initial, storedState(key)));
    return states.get(key) as State;
  },

  set(key: string, state: unknown): void {
    states.set(key, state);
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => {
        save(key);
      }, SAVE_DELAY_MS),
    );
    tell();
  },

  /** Why the last state could not be kept in the workbook, as a sentence. */
  problem(): string | undefined {
    return problem;
  },

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** Writes now what still waits, as when the pane is closed. */
  flush(): void {
    for (const key of [...timers.keys()]) save(key);
  },
};

const SAVE_DELAY_MS = 400;

const states = new Map<string, unknown>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();
let problem: string | undefined;

function tell(): void {
  for (const listener of listeners) listener();
}

function setProblem(next: string | undefined): void {
  if (next === problem) return;
  problem = next;
  tell();
}

function save(key: string): void {
  clearTimeout(timers.get(key));
  timers.delete(key);
  // Where Office.js could not be fetched there is no workbook either.
  if (typeof Office === "undefined") return;
  writePaneState(key, states.get(key)).then(
    () => {
      setProblem(undefined);
    },
    (error: unknown) => {
      setProblem(error instanceof Error ? error.message : String(error));
    },
  );
}

/** Undefined where nothing is kept, or nothing that can be read: the form then begins anew, and the pane says so. */
function storedState(key: string): unknown {
  if (typeof Office === "undefined") return undefined;
  try {
    return readPaneState<unknown>(key);
  } catch {
    problem = strings.unreadable(key);
    return undefined;
  }
}

/**
 * What the workbook kept, as far as it fits: a field of another kind than the form's own, as an older version may have
 * written, is left at what the form starts with.
 */
export function withStored<State>(initial: State, stored: unknown): State {
  if (!isRecord(initial)) return sameKind(initial, stored) ? (stored as State) : initial;
  if (!isRecord(stored)) return initial;
  const fitting = Object.entries(stored).filter(
    ([name, value]) => !(name in initial) || sameKind(initial[name], value),
  );
  return { ...initial, ...Object.fromEntries(fitting) } as State;
}

function sameKind(initial: unknown, stored: unknown): boolean {
  if (stored === undefined) return false;
  if (initial === undefined || initial === null) return true;
  return (
    typeof stored === typeof initial && stored !== null && Array.isArray(stored) === Array.isArray(initial)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
