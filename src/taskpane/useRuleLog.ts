import { useSyncExternalStore } from "react";
import { paneStore } from "./paneStore";
import { ruleLog, type RuleEntry } from "./ruleLog";

/** The rule log as it stands, the newest entry first. */
export function useRuleLog(): readonly RuleEntry[] {
  return useSyncExternalStore(paneStore.subscribe, ruleLog);
}
