/** Texts of the rule log. */
export const strings = {
  about:
    "What rule fired on which inputs, and what was done against it. The log is kept in this workbook and travels with it.",
  empty: "No rule is logged yet: a verdict that you log in the room Plan or Roll stands here.",
  full: (entries: number) =>
    `The log is full (${entries} entries): the oldest verdicts that nobody overrode make room. Export it to keep them.`,
  count: (entries: number, overrides: number) =>
    `${entries} ${entries === 1 ? "entry" : "entries"}, ${overrides} overridden`,
  list: "Entries, the newest first",
  when: (room: string, moment: string, asOf: string) =>
    `${room}, ${moment} UTC${asOf === "" ? "" : `, as of ${asOf}`}`,
  inputs: "Inputs",
  hash: "hash",
  more: (count: number) => `Show ${count} older`,
  csv: "Download CSV",
  json: "Download JSON",
  saved: (file: string) => `Handed ${file} to the browser for saving.`,
  file: "alvh-rule-log",

  columns: [
    "Logged (UTC)",
    "As of",
    "Room",
    "Rule",
    "Verdict",
    "Inputs",
    "Input hash",
    "Done instead",
    "Reason",
    "Overridden (UTC)",
  ],
  sheet: "Rule log",
  title: "Rule log",
};
