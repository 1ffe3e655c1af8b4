import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-drawing/lib/index.css";
import "./page.css";
import type { FRange } from "@univerjs/sheets/facade";
import { starterWorkbook } from "../workbook/starterWorkbook";
import { writeWorkbook } from "../workbook/writeWorkbook";
import { loadFunctions, type FunctionHost } from "./functionHost";
import { officeShim } from "./officeShim";
import { area, type Cell, createSpreadsheet, type Spreadsheet } from "./spreadsheet";

/**
 * The page's interface for tests and for pages that embed it (same origin):
 * - `ready` resolves when the starter workbook is written and calculated, and rejects when it could not be.
 * - `get("Plan", "B4")` gives the value of a cell, `get("Plan", "A1:C3")` rows of values; everything pending is
 *   recalculated first. A blank is "", an error its code ("#VALUE!").
 * - `set("Market", "B5", 4400)` writes a cell, rows of cells fill a range from its top left cell; a text that
 *   starts with "=" is a formula. It resolves when everything is recalculated.
 * - `reason("Plan", "B4")` gives the sentence behind a cell's error, or "".
 */
export interface AlvhWorkbook {
  ready: Promise<void>;
  get(sheet: string, a1: string): Promise<Cell | Cell[][]>;
  set(sheet: string, a1: string, value: Cell | null | (Cell | null)[][]): Promise<void>;
  reason(sheet: string, a1: string): Promise<string>;
}

declare global {
  interface Window {
    alvhWorkbook: AlvhWorkbook;
    /** What the pane in the iframe finds as its host. */
    alvhOffice: { Office: object; Excel: object };
  }
}

const opened = open();
window.alvhWorkbook = {
  ready: opened.then(() => undefined),
  async get(sheet, a1) {
    const { spreadsheet } = await opened;
    const range = await rangeAt(sheet, a1);
    const values = spreadsheet.read(range);
    const [first] = values.flat();
    return first !== undefined && range.getHeight() * range.getWidth() === 1 ? first : values;
  },
  async set(sheet, a1, value) {
    const { spreadsheet } = await opened;
    const rows = Array.isArray(value) ? value : [[value]];
    const anchor = await rangeAt(sheet, a1);
    spreadsheet.write(area(anchor, 0, 0, rows.length, rows[0]?.length ?? 1), rows);
    await spreadsheet.calculated();
  },
  async reason(sheet, a1) {
    const { spreadsheet, host } = await opened;
    return errorReason(spreadsheet, host, await rangeAt(sheet, a1));
  },
};

opened.catch((error: unknown) => say(`The workbook could not be opened: ${sentence(error)}`, "problem"));
wirePaneSwitch();

async function open(): Promise<{ spreadsheet: Spreadsheet; host: FunctionHost | undefined }> {
  // Without the functions it is still a spreadsheet, which says below what is missing.
  const host = await loadFunctions("../", "ALVH").catch(() => undefined);
  const spreadsheet = createSpreadsheet(element("sheet"), host);
  followColourScheme(spreadsheet);
  window.alvhOffice = officeShim(spreadsheet);
  Object.assign(window, window.alvhOffice);
  await writeStarter(spreadsheet);
  element<HTMLIFrameElement>("pane").src = "pane.html";
  showReasons(spreadsheet, host);
  return { spreadsheet, host };
}

/** The starter workbook replaces the empty sheet that a new spreadsheet has; Undo starts after it. */
async function writeStarter(spreadsheet: Spreadsheet): Promise<void> {
  const [empty] = spreadsheet.workbook.getSheets();
  await writeWorkbook(starterWorkbook);
  if (empty) spreadsheet.workbook.deleteSheet(empty);
  await spreadsheet.calculated();
  spreadsheet.forgetUndo();
}

/** Tells below the sheet what is wrong with the selected cell, as Excel's error card would. */
function showReasons(spreadsheet: Spreadsheet, host: FunctionHost | undefined): void {
  const show = () => {
    const cell = spreadsheet.workbook.getActiveCell();
    if (!cell) return;
    const reason = errorReason(spreadsheet, host, cell);
    if (reason === "" && host) say(READY);
    else if (reason === "") say(MISSING, "problem");
    else say(`${cell.getA1Notation()} ${String(spreadsheet.read(cell)[0]?.[0])}: ${reason}`, "problem");
  };
  const { api } = spreadsheet;
  api.addEvent(api.Event.SelectionChanged, show);
  api.addEvent(api.Event.SelectionMoveEnd, show);
  spreadsheet.onCalculated(show);
  spreadsheet.explainErrors((cell) => errorReason(spreadsheet, host, cell));
  show();
}

/** The pane is a column of its own; hidden, the sheet has all the room. */
function wirePaneSwitch(): void {
  const pane = element("pane");
  const button = element("pane-switch");
  button.addEventListener("click", () => {
    pane.hidden = !pane.hidden;
    button.textContent = pane.hidden ? "Show pane" : "Hide pane";
    button.setAttribute("aria-expanded", String(!pane.hidden));
  });
}

/** Univer draws on a canvas, so that the style sheet alone cannot make it dark. */
function followColourScheme(spreadsheet: Spreadsheet): void {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  spreadsheet.api.toggleDarkMode(dark.matches);
  dark.addEventListener("change", () => spreadsheet.api.toggleDarkMode(dark.matches));
}

const READY = "Ready. Type =ALVH. into a cell to see every function.";
const MISSING =
  "The ALVH functions could not be loaded (functions.js, functions.json): run npm run build, then reload.";

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function rangeAt(sheetName: string, a1: string) {
  const { spreadsheet } = await opened;
  await spreadsheet.calculated();
  const sheet = spreadsheet.workbook.getSheetByName(sheetName);
  if (!sheet) throw new Error(`There is no sheet named "${sheetName}".`);
  return sheet.getRange(a1);
}

/** Why a cell shows an error: the function's own sentence, else what the code means; "" for a cell without an error. */
function errorReason(spreadsheet: Spreadsheet, host: FunctionHost | undefined, cell: FRange): string {
  const code = String(spreadsheet.read(cell)[0]?.[0]);
  const known = host?.reasonAt(cell.getSheetId(), cell.getRow(), cell.getColumn());
  if (known?.code === code && known.reason !== "") return known.reason;
  return MEANINGS[code] ?? "";
}

const MEANINGS: Record<string, string> = {
  "#NAME?": "no function or name is called that",
  "#SPILL!": "the result needs more cells, and not all of them are empty",
  "#VALUE!": "an argument is of the wrong kind",
  "#N/A": "there is no value here",
  "#REF!": "a cell that the formula names does not exist",
  "#DIV/0!": "a division by zero",
  "#NUM!": "the result is not a number",
};

function say(text: string, kind: "plain" | "problem" = "plain"): void {
  const status = element("status");
  status.textContent = text;
  status.dataset.kind = kind;
}

function element<Kind extends HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind;
}
