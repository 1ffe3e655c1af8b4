import type { FrameLocator, Locator, Page } from "playwright-core";
import { axeViolations } from "./axeViolations";
import { isTelemetryRefused } from "./launchBrowser";

export type Cell = string | number | boolean;

/** A room of the pane, over a fake Excel (openPane) or in the browser workbook (openRoom). */
export interface PaneRoom {
  page: Page;
  pane: Page | FrameLocator;
  /** Waits until the pane's status line says so, and gives the whole of it. */
  said(text: string | RegExp): Promise<string>;
  /** Types into a cell of the workbook. */
  set(sheet: string, a1: string, value: Cell): Promise<void>;
  /** Accessibility rules of axe that the pane breaks. */
  violations(): Promise<string[]>;
  /** How far the room is wider than the pane, pixels. */
  overflow(): Promise<number>;
  /** Errors of the page that nothing caught, and those told in the console; of openRoom also requests that leave this machine. */
  trouble: string[];
}

/** What a room is by its pane alone. */
export function paneRoom(page: Page, pane: Page | FrameLocator): Omit<PaneRoom, "set"> {
  const trouble: string[] = [];
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !isTelemetryRefused(message)) trouble.push(message.text());
  });
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
    violations: () => axeViolations(main),
    overflow: () => main.evaluate((element) => element.scrollWidth - element.clientWidth),
  };
}

/** What rows of a table say, cell by cell. */
export function cellTexts(rows: Locator): Promise<string[][]> {
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll<HTMLElement>("th, td")].map((cell) => cell.innerText)),
  );
}
