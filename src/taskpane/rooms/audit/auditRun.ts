import type { CellValue } from "../../../alvh/cellValue";
import type { ComputeOptions } from "../../worker/computeInWorker";
import type { AuditInput } from "../../worker/tasks";

type AuditTable = (string | number)[][];

/** An audit under way or done. */
export interface AuditState {
  /** 1 while COSTAUDIT is worked out, 2 while BACKTEST is; undefined while nothing runs. */
  readonly step?: 1 | 2;
  readonly result?: AuditResult;
  readonly problem?: string;
  readonly isWithoutWorker: boolean;
}

export interface AuditResult {
  /** What it was asked with: another form has another one. */
  readonly key: string;
  readonly input: AuditInput;
  readonly audit: CellValue[][];
  /** Undefined until it is worked out, too. */
  readonly backtest: CellValue[][] | undefined;
}

type Compute = (
  task: "costAudit" | "backtest",
  input: AuditInput,
  options: ComputeOptions,
) => Promise<AuditTable>;

/** One audit at a time: it goes on while another room is open, and its result stays while the pane is. */
export function auditRun(compute: Compute): {
  state(): AuditState;
  subscribe(listener: () => void): () => void;
  /** Reads the history, then works out both tables; a run before is cancelled. */
  start(key: string, read: () => Promise<AuditInput>): Promise<void>;
  cancel(): void;
} {
  const listeners = new Set<() => void>();
  let state: AuditState = { isWithoutWorker: false };
  let running: AbortController | undefined;
  const set = (next: AuditState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  /** What is done stays; what runs does not. */
  const rest = (): AuditState => ({
    isWithoutWorker: state.isWithoutWorker,
    ...(state.result === undefined ? {} : { result: state.result }),
  });

  return {
    state: () => state,

    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async start(key, read) {
      running?.abort();
      const mine = new AbortController();
      running = mine;
      const work = async (step: 1 | 2, input: AuditInput): Promise<AuditTable> => {
        set({ ...rest(), step });
        return compute(step === 1 ? "costAudit" : "backtest", input, {
          signal: mine.signal,
          onWithoutWorker: () => {
            if (running === mine) set({ ...state, isWithoutWorker: true });
          },
        });
      };
      try {
        set({ ...rest(), step: 1 });
        const input = await read();
        mine.signal.throwIfAborted();
        const audit = await work(1, input);
        mine.signal.throwIfAborted();
        set({ ...state, result: { key, input, audit, backtest: undefined } });
        const backtest = await work(2, input);
        mine.signal.throwIfAborted();
        running = undefined;
        set({ isWithoutWorker: state.isWithoutWorker, result: { key, input, audit, backtest } });
      } catch (error) {
        // Who cancelled has been told; a newer run has its own state.
        if (running !== mine) return;
        running = undefined;
        set({ ...rest(), problem: error instanceof Error ? error.message : String(error) });
      }
    },

    cancel() {
      const stopped = running;
      running = undefined;
      set(rest());
      stopped?.abort();
    },
  };
}
