/** Texts of the first room. */
export const strings = {
  about: [
    "Prices SPX iron condors and the VIX hedge beside them, in formulas that recalculate.",
    "LAYER says which VIX calls to hold; NETTHETA says what the whole book earns or pays per day.",
    "Your book and the market are plain ranges in your sheets. Nothing leaves the workbook.",
  ],

  noExcel: {
    title: "Excel is not here",
    text: "This page was opened outside Excel, so it can list the functions but not write into a sheet.",
    link: "Open the browser workbook",
    linkAfter: "to use the same functions in a spreadsheet on this page’s server.",
    address: "workbook/",
  },

  starter: {
    button: "Insert starter sheets",
    text: "Adds the sheets Market, Book and Plan: ten iron condors with a 4/4/2 hedge at the close of 4 February 2022. Your own sheets are never overwritten.",
  },

  templates: {
    heading: "Templates",
    text: "A sheet for each job, live on your ranges Book and Market. Where one is missing, the starter sheet comes along.",
    button: "Insert",
    insert: (title: string) => `Insert the template ${title}`,
  },
};
