/** Texts of the pane around its rooms; each room has its own. */
export const strings = {
  notLoaded:
    "The pane could not be loaded: check the connection, then close the pane and open it again. The cell functions work without it.",
  navigation: "Rooms",

  rooms: {
    start: { tab: "Start", title: "ALVH for Excel" },
    book: { tab: "Book", title: "Book" },
    plan: { tab: "Plan", title: "Hedge plan" },
    scenario: { tab: "Scenario", title: "Scenario" },
    roll: { tab: "Roll", title: "Roll desk" },
    audit: { tab: "Audit", title: "Cost audit" },
    share: { tab: "Share", title: "Share" },
    functions: { tab: "Functions", title: "Functions" },
    log: { tab: "Log", title: "Rule log" },
  },

  room: {
    loading: "Loading…",
    notLoaded: "This room could not be loaded: check the connection, then try again.",
    failed: (reason: string) =>
      `This room stopped (${reason.trim().replace(/\.$/, "")}): try again; the formulas in the sheets go on without it.`,
    retry: "Try again",
  },

  stopped: (reason: string) =>
    `The pane stopped (${reason.trim().replace(/\.$/, "")}): close it and open it anew. The cell functions work without it.`,

  notSecure:
    "The rule log needs a page that is served over https or from this computer, for the hashes of its inputs: open the page there, then log again.",

  unreadable: (key: string) =>
    `What this workbook keeps of the pane under “${key}” cannot be read: it begins anew, and the next change replaces it.`,

  brokeOffTwice:
    "The calculation broke off twice, most likely for want of memory: close what else is open or take fewer rows, then try again.",

  log: {
    unreached: "The rule log was not reached.",
    gone: "This entry is no longer in the log.",
    overridden: "This verdict was overridden before.",
    cells: (rows: number, columns: number, hash: string) => `${rows} × ${columns} cells, ${hash}`,
    values: (count: number, hash: string) => `${count} values, ${hash}`,
  },

  status: {
    working: "Working…",
    stillWorking: "Still at what was asked before: wait until it is done, then press again.",
    slow: "Working… Excel has not answered yet: if a cell is being edited or a dialog is open there, finish that.",
    unexpected: (reason: string) =>
      `Something went wrong in the pane (${reason.trim().replace(/\.$/, "")}): the sheets are unharmed; if it comes again, close the pane and open it anew.`,
    ready: "Ready.",
    readyOutside: "Browsing only: no sheet to write into.",
    failed: "Not done.",
  },
};
