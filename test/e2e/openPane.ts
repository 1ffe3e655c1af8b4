import type { BrowserContext, Page } from "playwright-core";

export interface PaneOpening {
  /** What stands for Office.js: the script of bundleFakeHost. */
  host: string;
  /** Settings that the workbook keeps. */
  kept?: [string, unknown][];
  /** Runs in the page before any of its scripts. */
  script?: string;
  /** Whether the starter sheets are written. */
  withStarter?: boolean;
}

/** The built pane in a fake Excel, and every error that its page met without a handler. */
export async function openPane(
  context: BrowserContext,
  address: string,
  { host, kept = [], script = "", withStarter = false }: PaneOpening,
): Promise<{ page: Page; trouble: string[] }> {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.setDefaultNavigationTimeout(30_000);
  const trouble: string[] = [];
  page.on("pageerror", (error) => trouble.push(error.message));
  await page.route(/^https:/, (route) => route.fulfill({ contentType: "text/javascript", body: host }));
  await page.addInitScript(`window.keptSettings = ${JSON.stringify(kept)}; ${script}`);
  await page.goto(`${address}/taskpane.html`);
  if (withStarter) {
    await page.getByRole("button", { name: "Insert starter sheets" }).click();
    await statusOf(page).getByText("Wrote the sheets").waitFor();
  }
  return { page, trouble };
}

export const statusOf = (page: Page) => page.locator("footer [role=status]");

/** Opens a room by its tab, and waits for its code. */
export async function goTo(page: Page, tab: string): Promise<void> {
  await page.getByRole("tab", { name: tab, exact: true }).click();
  await page.getByRole("tabpanel", { name: tab, exact: true }).waitFor();
  await page.getByText("Loading…").waitFor({ state: "hidden" });
}

/** Holds back what the pane fetches when it has nothing else to do. */
export const NEVER_IDLE = "window.requestIdleCallback = () => 0;";
