/** Every text of the pane, in one place. */
export const strings = {
  title: "ALVH for Excel",
  about: [
    "Prices SPX iron condors and the VIX hedge beside them, in formulas that recalculate.",
    "LAYER says which VIX calls to hold; NETTHETA says what the whole book earns or pays per day.",
    "Your book and the market are plain ranges in your sheets. Nothing leaves the workbook.",
  ],
  disclaimer: "Computed figures, not advice.",

  noExcel: {
    title: "Excel is not here",
    text: "This page was opened outside Excel, so it can list the functions but not write into a sheet.",
    link: "Open the browser workbook",
    linkAfter: "to use the same functions in a spreadsheet on this page's server.",
    address: "workbook/",
  },

  starter: {
    heading: "Start",
    button: "Insert starter sheets",
    text: "Adds the sheets Market, Book and Plan: ten iron condors with a 4/4/2 hedge at the close of 4 February 2022. Your own sheets are never overwritten.",
  },

  functions: {
    heading: "Functions",
    search: "Search functions",
    clear: "Clear the search",
    count: (found: number, all: number) =>
      found === all ? `${all} functions` : `${found} of ${all} functions`,
    none: (query: string) =>
      `No function matches “${query}”. Try a word such as theta, hedge, expiry or vega.`,
    arguments: "Arguments",
    noArguments: "Takes no arguments.",
    optional: "optional",
    returns: "Returns",
    examples: "Examples",
    insert: "Insert",
    insertExample: (formula: string) => `Insert ${formula} into the selected cell`,
    families: {
      book: "The whole book",
      hedge: "The VIX hedge",
      option: "Option prices and Greeks",
      condor: "Iron condors",
      vix: "VIX curve",
      calendar: "Expirations and days",
      roll: "Rolling and rebalancing",
      cost: "Cost of the hedge",
      signals: "Signals",
      audit: "Audit and backtest",
      meta: "Checks and version",
    } as Record<string, string>,
  },

  status: {
    working: "Writing…",
    ready: "Select a cell, then insert an example.",
    readyOutside: "Browsing only: no sheet to write into.",
    failed: "Not done.",
  },
};
