import type { AuditBase } from "../rooms/audit/auditForm";

const BASES: Record<AuditBase, string> = {
  NAV: "NAV",
  "risk capital": "Risk capital",
  "condor notional": "Condor notional",
};

/** Texts of the room Cost audit. */
export const strings = {
  intro:
    "What the hedge of a preset cost and paid through a history, year by year. VIX option prices are modelled.",

  form: {
    heading: "What is audited",
    preset: "Reading of the rules",
    asPlan: (preset: string) => `As Hedge plan (${preset})`,
    history: "History",
    sources: { sample: "Built-in sample", range: "Range" },
    range: "Range of the history",
    rangeHint: "Columns Date, SPX, VIX, VVIX, VX1 and on, Rate; VIX open where known. A row a day or month.",
    noRange: "Choose the range of the history first.",
    base: "Cost as a share of",
    bases: BASES,
    nav: "NAV",
    riskCapital: "Risk capital",
    dollars: "$",
    condors: "Condors held",
    fromMargin: "Empty: from the condors’ margin.",
  },

  run: {
    start: "Run the audit",
    again: "Run again",
    steps: (step: 1 | 2, seconds: number) =>
      `${step} of 2: ${step === 1 ? "cost audit" : "backtest"}${seconds > 0 ? `, ${seconds} s` : ""}…`,
    stale: "The form has changed since: run again.",
    withoutWorker: "This host gives the pane no worker: it may stand still while the audit runs.",
    none: "Not run yet. A long daily history may take a minute; it can be cancelled.",
  },

  result: {
    heading: "Result",
    ofBase: (cost: string, base: string) => `${cost}% of ${base} a year`,
    earned: (gain: string, base: string) => `earned ${gain}% of ${base} a year`,
    modelled: "modelled",
    /** `verdict` as COSTAUDIT words it: "above: 2.48% a year …". */
    verdict: (band: string, verdict: string) =>
      `${verdict.charAt(0).toUpperCase()}${verdict.slice(1).replace(": ", ` the band ${band}: `)}.`,
    band: (low: string, high: string) => `${low}-${high}%`,
    figures: "The audit in short",
    total: "Total net",
    perYear: "A year",
    worst: (year: string) => `Worst year, ${year}`,
    best: (year: string) => `Best year, ${year}`,
    fits: (band: string) => `${band} holds for a base of`,
    dollars: (net: string, cost: string) => `${net}, cost ${cost}%`,
    chart: (base: string) => `Cost by year, % of ${base}`,
    unit: (base: string) => `% of ${base}, below 0 earned`,
    bandLabel: (band: string) => `band ${band}`,
    year: "Year",
    part: "* not a whole year.",
    table: "COSTAUDIT by year",
    thresholds: "Bought only from a level of VIX up",
    notes: "What is modelled",
  },

  backtest: {
    heading: "Condors alone and hedged",
    table: "BACKTEST",
    figure: "Figure",
    pending: "Worked out after the audit…",
    missing: "Cancelled: run again for the backtest.",
  },

  put: {
    heading: "Put on sheet",
    button: "Put on sheet",
    text: "Writes live COSTAUDIT and BACKTEST formulas with a chart over the years. Each recalculation takes as long as the audit did.",
  },

  sheet: {
    name: "Cost audit",
    title: "Cost audit: what the hedge really cost and paid",
    live: (history: string) =>
      `Live over ${history}: type over the blue cells. Option prices are modelled; the notes below say how. Computed figures, not advice.`,
    sample: "the built-in history",
    preset: ["Preset", "held all through the history"],
    base: ["Base", "what the cost is a share of"],
    low: ["Claimed, from", "% a year"],
    high: ["Claimed, to", "% a year"],
    settings: "Settings",
    settingsHeader: ["Setting", "Value", "Unit; source"],
    settingsNote: (name: string) => `Add any setting in a free row: the table is named ${name}.`,
    years: "Cost by year, % of the base",
    yearsHeader: ["Year", "Cost %", "Claimed, from", "Claimed, to"],
    yearsNote: "Below 0 the hedge paid more than it cost.",
    chart: "Cost of the hedge by year, % of the base, and the band claimed",
    percent: "% of the base",
    presetMessage: "Preset is one of the list.",
    baseMessage: (bases: string) => `Base is one of ${bases}.`,
    bandMessage: "Percent a year, 0 to 100.",
    audit: "The audit (COSTAUDIT)",
    backtest: "Condors alone and with the hedge (BACKTEST)",
  },
};
