import { canRefreshPaneState, readPaneState, refreshPaneState, writePaneState } from "../workbook/paneState";
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
        void save(key);
      }, SAVE_DELAY_MS),
    );
    tell();
  },

  /**
   * Changes a state that other panes over this workbook change, too: over what they kept meanwhile, and kept at once.
   */
  async update<State>(key: string, initial: State, change: (latest: State) => State): Promise<void> {
    await inTurn(async () => {
      await takeIn();
      states.set(key, change(this.get(key, initial)));
      tell();
      await write(key);
    });
  },

  /** Says how a state is joined with what another pane has kept under its key; without, the last one to write wins. */
  joinBy<State>(key: string, join: (mine: State, kept: State) => State): void {
    joins.set(key, join as (mine: unknown, kept: unknown) => unknown);
  },

  /** Looks for what other panes over this workbook have kept. */
  async refresh(): Promise<void> {
    if (canRefresh()) await inTurn(takeIn);
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
    for (const key of [...timers.keys()]) void save(key);
  },
};

const SAVE_DELAY_MS = 400;

const states = new Map<string, unknown>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const joins = new Map<string, (mine: unknown, kept: unknown) => unknown>();
const listeners = new Set<() => void>();
let turn: Promise<void> = Promise.resolve();
let problem: string | undefined;

function tell(): void {
  for (const listener of listeners) listener();
}

function setProblem(next: string | undefined): void {
  if (next === problem) return;
  problem = next;
  tell();
}

function save(key: string): Promise<void> {
  clearTimeout(timers.get(key));
  timers.delete(key);
  // With one pane alone there is nothing to wait for, which counts when the pane is about to close.
  if (!canRefresh()) return write(key);
  return inTurn(async () => {
    await takeIn();
    await write(key);
  });
}

async function write(key: string): Promise<void> {
  // Where Office.js could not be fetched there is no workbook either.
  if (typeof Office === "undefined") return;
  try {
    await writePaneState(key, states.get(key));
    setProblem(undefined);
  } catch (error) {
    setProblem(error instanceof Error ? error.message : String(error));
  }
}

function canRefresh(): boolean {
  return typeof Office !== "undefined" && canRefreshPaneState();
}

/**
 * Office keeps all settings of the add-in as one, and each pane has a copy of its own: who writes an old copy undoes
 * what others wrote. So the copy is read anew first, and what can be joined is; what got lost of it is written again.
 */
async function takeIn(): Promise<void> {
  if (!canRefresh()) return;
  await refreshPaneState();
  for (const [key, join] of joins) {
    if (!states.has(key)) continue;
    const mine = states.get(key);
    const kept = storedState(key);
    const joined = kept === undefined ? mine : join(mine, withStored(mine, kept));
    if (joined !== mine) {
      states.set(key, joined);
      tell();
    }
    if (JSON.stringify(joined) !== JSON.stringify(kept)) await write(key);
  }
}

/** One after the other: in this pane, and among the panes of this browser. */
function inTurn(action: () => Promise<void>): Promise<void> {
  const mine = turn.then(() => underLock(action));
  turn = mine.catch(() => undefined); // told to whoever asked for it
  return mine;
}

async function underLock(action: () => Promise<void>): Promise<void> {
  // Neither exists on a page that is not served securely.
  const locks = typeof navigator === "undefined" ? undefined : (navigator.locks as LockManager | undefined);
  let isBegun = false;
  const begin = () => {
    isBegun = true;
    return action();
  };
  try {
    // Not for ever: a window whose Excel waits for its user must not hold up the others.
    await locks?.request("alvh.settings", { signal: AbortSignal.timeout(LOCK_PATIENCE_MS) }, begin);
  } catch (error) {
    if (isBegun) throw error;
  }
  if (!isBegun) await action();
}

const LOCK_PATIENCE_MS = 2000;

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
