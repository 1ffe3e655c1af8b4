import { useSyncExternalStore } from "react";
import { computeInWorker } from "../../worker/computeInWorker";
import { auditRun, type AuditState } from "./auditRun";

/** The pane's audit as it stands, and how to start and to cancel it. */
export function useAudit(): AuditState & Pick<typeof run, "start" | "cancel"> {
  const state = useSyncExternalStore(run.subscribe, run.state);
  return { ...state, start: run.start, cancel: run.cancel };
}

const run = auditRun(computeInWorker);
