/** Texts of the functions room. */
export const strings = {
  list: "All functions",
  search: "Search functions",
  clear: "Clear the search",
  count: (found: number, all: number) =>
    found === all ? `${all} functions` : `${found} of ${all} functions`,
  none: (query: string) => `No function matches “${query}”. Try a word such as theta, hedge, expiry or vega.`,
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
};
