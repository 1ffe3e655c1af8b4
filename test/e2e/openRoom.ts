import { readFile } from "node:fs/promises";
import type { Browser, FrameLocator, Page } from "playwright-core";
import type {} from "../../src/demo/page";

type Cell = string | number | boolean;

/** A room of the pane, open in the browser workbook, and the sheets it writes to. */
export interface OpenRoom {
  page: Page;
  pane: FrameLocator;
  /** Waits until the pane's status line says so, and gives the whole of it. */
  said(text: string | RegExp): Promise<string>;
  get(sheet: string, a1: string): Promise<Cell[][]>;
  set(sheet: string, a1: string, value: Cell): Promise<void>;
  /** Sheets by their tabs. */
  sheets(): Promise<string[]>;
  /** Accessibility rules of axe that the pane breaks. */
  violations(): Promise<string[]>;
  /** Takes the last step back, as Ctrl+Z in the sheet. */
  undo(): Promise<void>;
  /** How far the room is wider than the pane, pixels. */
  overflow(): Promise<number>;
  /** Errors of the page, and requests that leave this machine. */
  trouble: string[];
}

export interface RoomLook {
  /** Of the pane, pixels. */
  width?: number;
  colorScheme?: "light" | "dark";
  forcedColors?: "active" | "none";
  /** Runs in every frame before any of its scripts. */
  script?: string;
}

/** Opens the browser workbook, sets the pane to a width and goes to a room by its tab. */
export async function openRoom(
  browser: Browser,
  address: string,
  tab: string,
  { width = 350, colorScheme = "light", forcedColors = "none", script = "" }: RoomLook = {},
): Promise<OpenRoom> {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 1000 },
    colorScheme,
    forcedColors,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const trouble: string[] = [];
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
  page.on("request", (request) => {
    const isOurs = [address, "data:", "blob:"].some((start) => request.url().startsWith(start));
    if (!isOurs) trouble.push(`asked for ${request.url()}`);
  });
  await page.addInitScript(script);
  await page.goto(address);
  await page.evaluate(() => window.alvhWorkbook.ready);
  await page.locator("#pane").evaluate((frame, pixels) => {
    frame.style.width = `${pixels}px`;
    frame.style.minWidth = "0";
  }, width);
  const pane = page.frameLocator("#pane");
  await pane.getByRole("tab", { name: tab, exact: true }).click();
  const axe = await readFile("node_modules/axe-core/axe.min.js", "utf8");
  const main = pane.locator("main");

  return {
    page,
    pane,
    trouble,
    said: async (text) => {
      const status = pane.locator("footer [role=status]");
      await status.filter({ hasText: text }).waitFor();
      return status.innerText();
    },
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
    violations: () =>
      main.evaluate(async (element, script) => {
        const { defaultView } = element.ownerDocument;
        const frame = defaultView as unknown as { eval(text: string): void; axe: Axe };
        frame.eval(script);
        const result = await frame.axe.run({ exclude: ["[data-tabster-dummy]"] });
        return result.violations.map(({ id, help, nodes }) => `${id}: ${help} ${JSON.stringify(nodes)}`);
      }, axe),
    undo: async () => {
      await page.waitForTimeout(600); // after another click it would be a double click, which edits the cell
      await page.locator("canvas[id^=univer-sheet-main]").click({ position: { x: 66, y: 28 } });
      await page.keyboard.press("Control+z");
    },
    overflow: () => main.evaluate((element) => element.scrollWidth - element.clientWidth),
  };
}

interface Axe {
  run(context: unknown): Promise<{ violations: { id: string; help: string; nodes: unknown[] }[] }>;
}
