import type { FrameLocator } from "playwright-core";
import type {} from "../../src/demo/page";
import { NEVER_IDLE } from "./openPane";
import { paneRoom, type Cell, type PaneRoom } from "./paneRoom";
import type { Served } from "./served";

/** The browser workbook with the pane beside it, in one of its rooms. */
export interface OpenRoom extends PaneRoom {
  pane: FrameLocator;
  /** Types into a cell of the workbook, or fills rows of cells from there. */
  set(sheet: string, a1: string, value: Cell | Cell[][]): Promise<void>;
  /** Values of cells, everything recalculated. */
  get(sheet: string, a1: string): Promise<Cell[][]>;
  /** Sheets by their tabs. */
  sheets(): Promise<string[]>;
  /** Takes the last step back, as Ctrl+Z in the sheet. */
  undo(): Promise<void>;
}

export interface WorkbookOpening {
  /** Pixels of the whole page. */
  viewport?: { width: number; height: number };
  /** Runs in every frame before any of its own scripts. */
  script?: string;
}

/** For the pane alone: the spreadsheet beside it draws when it is idle. */
const PANE_NEVER_IDLE = `if (location.pathname.endsWith("/pane.html")) { ${NEVER_IDLE} }`;

/** Nobody looks on: the spreadsheet, which draws all the time, does so some fifteen times a second instead of sixty. */
const SELDOM_DRAWN = `
  if (window === window.top) {
    window.requestAnimationFrame = (draw) => setTimeout(() => draw(performance.now()), 60);
    window.cancelAnimationFrame = (frame) => clearTimeout(frame);
  }`;

/** Opens the browser workbook from `/`, as a user does, on its starter sheets. */
export async function openWorkbook(
  { newPage, address }: Served,
  { viewport = { width: 1200, height: 1000 }, script = "" }: WorkbookOpening = {},
): Promise<OpenRoom> {
  const page = await newPage({ viewport, reducedMotion: "reduce" });
  page.setDefaultTimeout(20_000);
  page.setDefaultNavigationTimeout(30_000);
  const pane = page.frameLocator("#pane");
  const room = paneRoom(page, pane);
  page.on("request", (request) => {
    const isOurs = [address, "data:", "blob:"].some((start) => request.url().startsWith(start));
    if (!isOurs) room.trouble.push(`asked for ${request.url()}`);
  });
  await page.addInitScript(`${PANE_NEVER_IDLE} ${SELDOM_DRAWN} ${script}`);
  await page.goto(address);
  await page.evaluate(() => window.alvhWorkbook.ready);
  await pane.getByRole("button", { name: "Insert starter sheets" }).waitFor();

  let row = 0;
  return {
    ...room,
    pane,
    get: async (sheet, a1) => {
      const cells = await page.evaluate(([name, area]) => window.alvhWorkbook.get(name, area), [
        sheet,
        a1,
      ] as const);
      return Array.isArray(cells) ? cells : [[cells]];
    },
    set: (sheet, a1, value) =>
      page.evaluate(([name, cell, one]) => window.alvhWorkbook.set(name, cell, one), [
        sheet,
        a1,
        value,
      ] as const),
    sheets: () =>
      page.evaluate(() =>
        Excel.run(async (excel) => {
          const { worksheets } = excel.workbook;
          worksheets.load("items/name");
          await excel.sync();
          return worksheets.items.map(({ name }) => name);
        }),
      ),
    undo: async () => {
      row = (row + 1) % 2; // on the cell of the click before it would be a double click, which edits the cell
      await page.locator(SHEET).click({ position: { x: 66, y: 28 + 20 * row } });
      await page.keyboard.press("Control+z");
    },
  };
}

/** The cells, drawn: row numbers are 46 pixels wide, column letters and rows 20 high. */
export const SHEET = "canvas[id^=univer-sheet-main]";

/** Opens the browser workbook and goes to a room by its tab. */
export async function openRoom(served: Served, tab: string, opening?: WorkbookOpening): Promise<OpenRoom> {
  const room = await openWorkbook(served, opening);
  await room.pane.getByRole("tab", { name: tab, exact: true }).click();
  return room;
}
