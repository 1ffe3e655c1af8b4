/** Texts of the room Hedge plan. */
export const strings = {
  preset: { heading: "Preset", label: "Reading of the rules" },

  totals: {
    label: "The plan in short",
    none: "No plan yet.",
    text: (contracts: string, premium: string, theta: string, vix01: string) =>
      `${contracts} contracts, premium ${premium}, theta ${theta}/day, VIX01 ${vix01}/pt`,
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
    found: (actual: string, target: string, unit: string) => `${actual}, target ${target} (${unit})`,
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
    groups: {
      layer1: "Layer 1",
      layer2: "Layer 2",
      layer3: "Layer 3",
      layer4: "Layer 4",
      size: "Size and structure",
      ratio: "Ratio, shares and net theta",
      condors: "Condors",
      cost: "Cost",
      signals: "Signals",
      rolling: "Rolling",
      press: "Theta press",
      readings: "Readings",
      audit: "Audit and backtest",
      model: "Contracts and model",
    },
    resetAll: "Reset all",
    reset: "Reset",
    resetOne: (name: string, initial: string) => `Reset ${name} to ${initial}`,
    changed: "changed",
    notSet: "not set",
    byPreset: (value: string) => `${value} (preset)`,
    oneOf: (name: string, choices: string) => `${name} is one of ${choices}.`,
    numberFrom: (name: string, min: number, max: number) => `${name} is a number from ${min} to ${max}.`,
  },

  sheet: {
    name: "Hedge plan",
    title: "Hedge plan",
    live: (name: string) =>
      `Live: blue cells are laid over the preset; add any setting in a free row. The table is named ${name}.`,
    settingsHeader: ["Setting", "Value", "Unit; source"] as const,
    preset: "Preset",
    presetNote: "the reading of the rules",
    presetMessage: "Preset is one of the list.",
    plan: "Hedge by rule (LAYER)",
    planNote: (row: number) => `What to buy; what is held stands from row ${row} on.`,
    check: "The book held against the rules (HEDGECHECK)",
  },
};
