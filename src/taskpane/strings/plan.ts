/** Texts of the room Hedge plan. */
export const strings = {
  preset: { heading: "Preset", label: "Reading of the rules" },

  totals: {
    label: "The plan in short",
    none: "No plan yet.",
    text: (contracts: string, premium: string, theta: string, vix01: string) =>
      `${contracts} contracts, premium $${premium}, theta ${theta} $/day, VIX01 ${vix01} $/pt`,
    shares: "Several units",
  },

  plan: {
    heading: "Hedge by rule",
    text: "What LAYER would hold for the condors of the book, at modelled prices.",
    table: (asOf: string | undefined) =>
      asOf === undefined ? "Contracts by layer" : `Contracts by layer as of ${asOf}`,
    notes: "Notes of the plan",
    noRanges: "Choose a book and a market range first.",
    openBook: "Open Book",
  },

  check: {
    heading: "Book held against the rules",
    text: "What HEDGECHECK says of the book as it stands.",
    table: (asOf: string | undefined) => (asOf === undefined ? "Verdicts" : `Verdicts as of ${asOf}`),
    columns: ["Check", "Actual", "Target", "Verdict"],
  },

  log: {
    button: "Log these verdicts",
    logged: (count: number, broken: number) =>
      `Logged ${count} verdicts in the rule log, ${broken === 0 ? "all of them PASS" : `${broken} of them not PASS`}.`,
    isLogged: "In the rule log.",
    broken: "Rules that the book does not pass",
  },

  put: {
    button: "Put on sheet",
    text: "Writes the preset and the changed settings as a small table, and live LAYER and HEDGECHECK formulas.",
  },

  settings: {
    heading: "Settings",
    search: "Search settings",
    clear: "Clear the search",
    changedOnly: "Changed only",
    count: (shown: number, changed: number) =>
      `${shown === 1 ? "1 setting" : `${shown} settings`}, ${changed} changed`,
    none: "No setting matches. Try a rule such as B07, or a word such as delta, weight or width.",
    noneChanged: "No setting is changed.",
    group: (title: string, count: number, changed: number) =>
      changed === 0 ? `${title} (${count})` : `${title} (${count}, ${changed} changed)`,
    resetAll: "Reset all",
    reset: "Reset",
    resetOne: (name: string, initial: string) => `Reset ${name} to ${initial}`,
    changed: "changed",
    notSet: "not set",
    byPreset: (value: string) => `${value} (preset)`,
  },
};
