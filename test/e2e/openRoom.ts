import type { FrameLocator } from "playwright-core";
import type {} from "../../src/demo/page";
import { NEVER_IDLE } from "./openPane";
import { paneRoom, type Cell, type PaneRoom } from "./paneRoom";
import type { Served } from "./served";

/** A room of the pane, open in the browser workbook, and the sheets it writes to. */
export interface OpenRoom extends PaneRoom {
  pane: FrameLocator;
  /** Values of cells, everything recalculated. */
  get(sheet: string, a1: string): Promise<Cell[][]>;
  /** Sheets by their tabs. */
  sheets(): Promise<string[]>;
  /** Takes the last step back, as Ctrl+Z in the sheet. */
  undo(): Promise<void>;
}

/** NEVER_IDLE for the pane alone: the spreadsheet beside it draws when it is idle. */
export const PANE_NEVER_IDLE = `if (location.pathname.endsWith("/pane.html")) { ${NEVER_IDLE} }`;

/** Opens the browser workbook and goes to a room by its tab; a script runs in every frame before any of its own. */
export async function openRoom(
  { browser, address }: Served,
  tab: string,
  { script = "" } = {},
): Promise<OpenRoom> {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 1000 },
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.setDefaultNavigationTimeout(30_000);
  const pane = page.frameLocator("#pane");
  const room = paneRoom(page, pane);
  page.on("request", (request) => {
    const isOurs = [address, "data:", "blob:"].some((start) => request.url().startsWith(start));
    if (!isOurs) room.trouble.push(`asked for ${request.url()}`);
  });
  await page.addInitScript(`${PANE_NEVER_IDLE} ${script}`);
  await page.goto(address);
  await page.evaluate(() => window.alvhWorkbook.ready);
  await pane.getByRole("tab", { name: tab, exact: true }).click();

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
      await page.waitForTimeout(600); // after another click it would be a double click, which edits the cell
      await page.locator("canvas[id^=univer-sheet-main]").click({ position: { x: 66, y: 28 } });
      await page.keyboard.press("Control+z");
    },
  };
}
