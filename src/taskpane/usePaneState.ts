import { useCallback, useSyncExternalStore } from "react";
import { paneStore } from "./paneStore";

/**
 * `useState` that lives in the workbook: what a form was left at is there again when the workbook is opened. The state
 * is plain JSON; `initial` is a constant of the room, and also tells which kinds of value are accepted back.
 */
export function usePaneState<State>(
  key: string,
  initial: State,
): [State, (next: State | ((previous: State) => State)) => void] {
  const state = useSyncExternalStore(paneStore.subscribe, () => paneStore.get(key, initial));
  const setState = useCallback(
    (next: State | ((previous: State) => State)) => {
      const isUpdate = typeof next === "function";
      paneStore.set(key, isUpdate ? (next as (p: State) => State)(paneStore.get(key, initial)) : next);
    },
    // Only the first `initial` counts, as with useState.
    [key],
  );
  return [state, setState];
}
