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
 * under way is not cleared.
 */
export function useAction(ready: string): [Status, RunAction, () => void] {
  const [status, setStatus] = useState<Status>({ state: "ready", text: ready });
  const busy = useRef(false);

  const run = useCallback<RunAction>((action) => {
    if (busy.current) return;
    busy.current = true;
    setStatus({ state: "working", text: strings.status.working });
    action()
      .then(
        (text) => {
          setStatus({ state: "done", text });
        },
        (error: unknown) => {
          setStatus({ state: "failed", text: error instanceof Error ? error.message : String(error) });
        },
      )
      .finally(() => {
        busy.current = false;
      });
  }, []);

  const clear = useCallback(() => {
    if (!busy.current) setStatus({ state: "ready", text: ready });
  }, [ready]);

  return [status, run, clear];
}
