/** Texts of the room Roll desk. */
export const strings = {
  noRanges: "The roll desk needs a book and a market.",
  openBook: "Open Book",

  verdict: {
    label: "Verdict",
    words: {
      ROLL: "By the rules, the condors may be rolled into the candidate.",
      DEFER: "By the rules, no roll now.",
      HEDGE: "By the rules, a short-dated VIX hedge instead of a roll.",
      CLOSE: "By the rules, close without a roll.",
    } as Record<string, string>,
    decided: "Decided by question",
    fixed: "Fixed R:R rule",
    fixedWords: {
      ROLL: "would roll:",
      HOLD: "would hold:",
      "not given": "cannot say: it",
    } as Record<string, string>,
    none: "No verdict yet.",
    asOf: (asOf: string) => `As of ${asOf}.`,
  },

  candidate: {
    heading: "Candidate",
    source: "The condor to roll into",
    sources: { build: "Build it", range: "From a range" },
    range: "Range of its legs",
    noRange: "Choose the range in which the candidate's legs stand.",
    days: "Days to expiry",
    quantity: "Condors",
    asHeld: "as held",
    shortDelta: "Short delta",
    width: "Width",
    points: "points",
    modelled: "Strikes by the market's skew; vols and prices modelled. What CONDOR.BOOK spills.",
  },

  position: {
    heading: "Position and candidate",
    table: (asOf: string | undefined) =>
      asOf === undefined ? "Held beside the candidate" : `Held beside the candidate as of ${asOf}`,
    stands: (book: string, market: string) => `Held is ${book}, priced by ${market}.`,
    change: "Change in the room Book",
    figure: "Figure",
    held: "Held",
    candidate: "Candidate",
    condors: "Condors",
    expiry: "Expiry",
    days: "Days",
    puts: "Puts",
    calls: "Calls",
    credit: "Credit, points",
    theta: "Theta $/day",
    margin: "Margin $",
  },

  asked: {
    heading: "What the rules ask you",
    text: "Empty: the rule that needs it is not asked. Kept among the settings.",
    labels: {
      "B20.NextEvent": "Next event (E10)",
      "C22.QuickRatio": "Quick ratio (E18)",
      "E18.Liquid": "Liquid $ (E18)",
      "E05.RealisedVol": "RV20 of SPX (E05)",
      "E07.VixBefore": "VIX, day before (E07)",
      "E08.Votes": "Regime votes (E08)",
      "E08.Divergence": "Divergence (E08)",
      "E09.MacdScore": "MACD of VIX (E09)",
      "E09.BreadthScore": "A/D line (E09)",
      "E04.EntryVol": "SPX vol at entry (E04)",
      "E04.EntrySkew": "Skew at entry (E04)",
      "E04.EntrySlope": "VX slope at entry (E04)",
    },
    units: {
      "E05.RealisedVol": "a year",
      "E07.VixBefore": "points",
      "E08.Votes": "of 3",
      "E09.MacdScore": "−1 to 1",
      "E09.BreadthScore": "−1 to 1",
      "E04.EntryVol": "a year",
      "E04.EntrySlope": "points",
    } as Partial<Record<string, string>>,
    clear: "Clear",
    others: "All settings of the rules",
  },

  questions: {
    heading: "Questions in order",
    text: "The first yes decides; the rest is not asked.",
    columns: ["Question", "Answer", "If yes", "Says"] as const,
  },

  rules: {
    heading: "Every rule with its number",
    columns: ["Rule", "Value", "Limit or beside", "Says"] as const,
    short: "Leave out what is not given",
    notes: "Notes",
  },

  costs: {
    heading: "Cost of the roll",
    columns: ["Figure", "Value"] as const,
  },

  rebalance: {
    heading: "Rebalance",
    rsi: "RSI of SPX (B13)",
    rsiUnit: "0 to 100",
    columns: ["Figure", "Value", "Limit", "Says"] as const,
    verdict: (verdict: string, reason: string) => `${verdict}: ${reason}`,
  },

  keep: {
    heading: "Log and sheet",
    log: "Log this verdict",
    rule: "E19 Roll, defer, hedge or close",
    logged: (verdict: string) => `Logged ${verdict} in the rule log.`,
    isLogged: "In the rule log.",
    put: "Put on sheet",
    text: "Writes the candidate, a settings table, and live ROLL, ROLLCOST and REBALANCE formulas.",
  },

  sheet: {
    name: "Roll desk",
    title: "Roll desk: roll, defer, hedge or close",
    live: (book: string, market: string) =>
      `Live over ${book} and ${market}: type over the blue cells. Payoffs and model prices are modelled. Rules, not advice.`,
    verdict: "Verdict",
    reason: "Why",
    fixed: "Fixed R:R rule",
    rebalance: "Rebalance",
    candidate: "The candidate",
    range: (range: string) => `The legs of the range ${range}.`,
    days: ["Days to expiry", "calendar days"],
    quantity: ["Condors", "contracts sold"],
    shortDelta: ["Short delta", "of each short option; empty: Condor.ShortDelta"],
    width: ["Width", "SPX points, before widening; empty: Condor.Width"],
    rsi: ["RSI of SPX", "0 to 100, for REBALANCE; empty: not asked"],
    settings: "Settings",
    settingsHeader: ["Setting", "Value", "Unit; source"],
    preset: ["Preset", "the reading of the rules"],
    settingsNote: (name: string) => `Add any setting in a free row: the table is named ${name}.`,
    cost: "What the roll costs (ROLLCOST)",
    roll: "Every rule with its number (ROLL)",
    rebalanceTable: "Rebalance or hold (REBALANCE)",
  },
};
