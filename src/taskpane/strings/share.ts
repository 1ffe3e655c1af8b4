import type { CarriedKind } from "../../share/carriedThings";

/** Texts of the share room. */
export const strings = {
  about: "Everything happens on this computer: no file is sent anywhere.",
  file: "ALVH copy.xlsx",

  copy: {
    heading: "Copy for a partner",
    about:
      "A new workbook with every ALVH result as a value, its formula in a note, and a sheet that says how the copy was made. This workbook stays as it is.",
    look: "Look at the workbook",
    looking: "Reading the workbook…",
    carries: "The copy would also carry:",
    nothing: "The workbook carries nothing hidden that was found.",
    leaveOut: (what: string) => `Leave out: ${what}`,
    kinds: {
      hiddenSheets: "hidden sheets",
      notes: "notes and comments",
      externalLinks: "links to other workbooks",
      paneState: "what the pane keeps, with the rule log",
      authorNames: "names in the properties",
      connections: "data connections",
      hiddenNames: "hidden names",
      printers: "printer settings",
      customParts: "custom data",
    } satisfies Record<CarriedKind, string>,
    native: "Native formulas where there are some",
    nativeHint:
      "Option prices, Greeks, probabilities, a book’s net Greeks and its payoff at expiry go on recalculating without the add-in.",
    useLet: "Shorter formulas with LET (Excel 2021 or 365)",
    make: "Make the copy",
    making: "Making the copy…",
    cancelled: "Cancelled: no copy was made.",
    opened: "Opened the copy in a window of its own: save it there.",
    openInExcel: "Open the copy",
    saved: (file: string) => `Handed ${file} to the browser for saving.`,
    download: "Download the copy",
  },

  back: {
    heading: "Back to live formulas",
    about:
      "Thaw turns a share copy that is open here back into live formulas. Repair enters ALVH formulas anew that show #NAME?. Look first: that writes nothing.",
    thaw: "Thaw",
    repair: "Repair",
    lookThaw: "What would Thaw do?",
    lookRepair: "What would Repair do?",
    nothing: "There is no formula to bring back.",
    would: (count: number) => `${count} ${count === 1 ? "formula" : "formulas"} would be live again.`,
    did: (count: number) =>
      `${count} ${count === 1 ? "formula is" : "formulas are"} live again; Undo takes it back.`,
    protectedSheets: (names: string) => `Protected and left alone: ${names}.`,
    changed: (cells: string) => `No longer as the copy was made, and left alone: ${cells}.`,
    differences: (count: number) =>
      count === 0
        ? "Every live result is what was frozen."
        : `${count} live results differ from the frozen ones.`,
    list: "Cells whose live result differs",
  },

  files: {
    heading: "Open and save .xlsx",
    about:
      "Opening puts a file in the place of this workbook. What cannot be kept here: charts, notes, pictures and fonts; widths are not saved.",
    open: "Open .xlsx",
    save: "Save .xlsx",
    file: "ALVH workbook.xlsx",
    input: "Workbook file",
  },

  scenario: {
    heading: "Hand a scenario over",
    about: "The market, the shocks of the Scenario room and your settings as a small file.",
    save: "Export scenario",
    open: "Import scenario",
    file: "ALVH scenario.json",
    input: "Scenario file",
    noMarket: "There is no market to export: choose one in the Book room.",
    expression:
      "A scenario by expression cannot be handed over: choose sliders or an event in the Scenario room.",
    imported: (sheet: string) => `Took the scenario in, its market on a new sheet. ${sheet}`,
    sheet: "Scenario market",
    title: "Market of an imported scenario",
    note: "Choose the name ScenarioMarket as the market to look at your book in it.",
  },

  prompt: {
    heading: "Partners without the add-in",
    label: "No prompt to install the add-in (Office.DisableTrustUX)",
    hint: "Excel on Windows and Mac then opens this workbook without asking to trust the add-in. Off by default.",
    off: "Excel will not ask partners to install the add-in in this workbook.",
    on: "Excel will ask partners to install the add-in, as it does by default.",
  },
};
