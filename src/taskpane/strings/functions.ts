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
  fullHelp: "Full help: results, errors, rules",
  fullHelpOf: (id: string) => `Full help: results, errors, rules of ${id}`,
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

  explain: {
    heading: "Explain this cell",
    idle: "Select a cell with an ALVH formula: its arguments as they are read, and its result or the reason for its error, appear here.",
    result: "Result",
    arguments: (id: string) => `Arguments of ${id}`,
    omitted: "omitted",
    calculated: "calculated by Excel within the formula",
    range: (rows: number, columns: number, filled: number) =>
      `${rows} × ${columns} cells, ${filled} ${filled === 1 ? "row" : "rows"} filled`,
    begins: (parts: string) => `beginning ${parts}`,
    goTo: (address: string) => `Go to ${address}`,
    reasons: "Why",
    blankCell: "blank",
    unknownFunction: (id: string, nearest: string | undefined) =>
      `There is no function ALVH.${id}${nearest === undefined ? "" : `: the nearest name is ALVH.${nearest}`}.`,
    missing: (id: string, name: string) => `${id} needs its argument ${name}.`,
    tooMany: (id: string, most: number, given: number) =>
      `${id} takes ${most} ${most === 1 ? "argument" : "arguments"} at most: ${given} are given.`,
    errorCell: (name: string, cell: string, code: string) => `${name}: ${cell} is itself an error (${code}).`,
    kind: (shown: string) => `kind (${shown}) must be "call" or "put".`,
    blank: (name: string) => `${name} is missing: a number is needed.`,
    notANumber: (name: string, shown: string) => `${name} (${shown}) is not a number.`,
    codes: {
      "#SPILL!":
        "The result needs more cells to the right and below, and not all of them are empty: clear them, or move the formula.",
      "#NAME?":
        "A name in the formula is not known to this workbook, or the add-in was not loaded when it was entered: check the names, then enter the formula again.",
      "#REF!": "A cell that the formula names no longer exists: choose the range anew.",
      "#BUSY!": "The function is still calculating.",
      "#CONNECT!": "Excel could not reach the add-in: close the pane, open it again, then recalculate.",
      "#N/A":
        "The arguments are in order by themselves, but there is no answer for them together: the cell’s error card in Excel says why.",
    } as Record<string, string>,
    unknownReason:
      "The arguments are in order as far as they can be read here: the cell’s error card in Excel says what the function refused.",
  },
};
