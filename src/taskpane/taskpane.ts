import { showFailure } from "./showFailure";
import { strings } from "./strings/pane";

/**
 * The first script of the pane, kept tiny: the cell functions share this page and come first, and the pane's
 * own code is fetched only when Office has answered.
 */
void openPane();

async function openPane(): Promise<void> {
  const container = document.getElementById("pane");
  if (container === null) throw new Error("the page has no element with the id pane");
  try {
    const inExcel = await excelAnswers();
    const { showPane } = await import("./showPane");
    showPane(container, inExcel);
  } catch (error) {
    showFailure(container, strings.notLoaded);
    throw error;
  }
}

/** Outside Office the host is null; where Office.js could not be fetched there is no Office at all. */
async function excelAnswers(): Promise<boolean> {
  if (typeof Office === "undefined") return false;
  const { host } = (await Office.onReady()) as { host: Office.HostType | null };
  return host === Office.HostType.Excel;
}
