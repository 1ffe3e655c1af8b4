import { useCallback, useRef, useState } from "react";
import { strings } from "./strings/pane";

/** What the status line shows. */
export interface Status {
  state: "ready" | "working" | "done" | "failed";
  text: string;
}

/** Runs an action that answers with a sentence. */
export type RunAction = (action: () => Promise<string>) => void;

/**
 * One action at a time; its sentence, or the sentence of its error, becomes the status until it is cleared. What is
 * under way is not cleared, and who asks for more meanwhile is told. `fail` shows what went wrong beside it.
 */
export function useAction(ready: string): {
  status: Status;
  run: RunAction;
  clear(): void;
  fail(sentence: string): void;
} {
  const [status, setStatus] = useState<Status>({ state: "ready", text: ready });
  const busy = useRef(false);

  const run = useCallback<RunAction>((action) => {
    if (busy.current) {
      setStatus({ state: "working", text: strings.status.stillWorking });
      return;
    }
    busy.current = true;
    setStatus({ state: "working", text: strings.status.working });
    const slow = setTimeout(() => {
      setStatus({ state: "working", text: strings.status.slow });
    }, SLOW);
    // An action that throws before it has anything to wait for has failed like any other.
    Promise.resolve()
      .then(action)
      .then(
        (text) => {
          setStatus({ state: "done", text });
        },
        (error: unknown) => {
          setStatus({ state: "failed", text: error instanceof Error ? error.message : String(error) });
        },
      )
      .finally(() => {
        clearTimeout(slow);
        busy.current = false;
      });
  }, []);

  const clear = useCallback(() => {
    if (!busy.current) setStatus({ state: "ready", text: ready });
  }, [ready]);

  const fail = useCallback((text: string) => {
    setStatus({ state: "failed", text });
  }, []);

  return { status, run, clear, fail };
}

/** An action that lasts longer waits for someone, milliseconds. */
const SLOW = 10_000;
