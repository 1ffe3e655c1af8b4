import { bookSheet } from "./starter/bookSheet";
import { marketSheet } from "./starter/marketSheet";
import { planSheet } from "./starter/planSheet";
import type { WorkbookDefinition } from "./workbookDefinition";

/**
 * The first workbook of a trader: a real day's market, a book of ten iron condors with a 4/4/2 hedge of VIX
 * calls, and a plan that answers what the book earns per day and which hedge the rule asks for.
 */
export const starterWorkbook: WorkbookDefinition = {
  sheets: [marketSheet, bookSheet, planSheet],
  // With blank rows below, which the functions skip: what is typed under the last row counts at once.
  names: [
    { name: "Market", refersTo: "Market!$A$5:$B$40" },
    { name: "Book", refersTo: "Book!$A$4:$I$60" },
  ],
  opensOn: "Plan",
};
