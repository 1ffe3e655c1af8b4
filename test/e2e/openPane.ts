import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { bundleFakeHost } from "./bundleFakeHost";
import { paneRoom, type PaneRoom } from "./paneRoom";
import type { Served } from "./served";

/** A room of the pane over a fake Excel, which holds what is written and calculates nothing. */
export interface OpenPane extends PaneRoom {
  pane: Page;
}

export interface PaneOpening {
  /** The room to go to. */
  tab?: string;
  /** Size, colours and language; 350 pixels wide, light and English unless told. */
  look?: BrowserContextOptions;
  /** One that the test made, for two panes that share a browser profile; it brings its own look. */
  context?: BrowserContext;
  /** Settings that the workbook keeps. */
  kept?: [string, unknown][];
  /** Runs in the page before any of its scripts. */
  script?: string;
  /** Whether the starter sheets are written. */
  withStarter?: boolean;
  /** Whether the pane fetches the other rooms and starts its workers when it has nothing else to do. */
  fetchesAhead?: boolean;
}

/** Opens the built pane in a fake Excel. */
export async function openPane(
  served: Served,
  { tab, look, context, kept = [], script = "", withStarter = false, fetchesAhead = false }: PaneOpening = {},
): Promise<OpenPane> {
  const host = await bundleFakeHost();
  const page = await (context?.newPage() ?? served.newPage({ ...PANE_LOOK, ...look }));
  page.setDefaultTimeout(20_000);
  page.setDefaultNavigationTimeout(30_000);
  const room = paneRoom(page, page);
  await page.route(/^https:/, (route) => route.fulfill({ contentType: "text/javascript", body: host }));
  const idle = fetchesAhead ? "" : NEVER_IDLE;
  await page.addInitScript(`window.keptSettings = ${JSON.stringify(kept)}; ${idle} ${script}`);
  await page.goto(`${served.address}/taskpane.html`);
  if (withStarter) {
    await page.getByRole("button", { name: "Insert starter sheets" }).click();
    await room.said("Wrote the sheets");
  }
  if (tab !== undefined) await goTo(page, tab);
  return {
    ...room,
    pane: page,
    set: (sheet, a1, value) =>
      page.evaluate(
        ([name, cell, typed]) => {
          window.fakeExcel.cell(name, cell).value = typed;
          window.fakeExcel.happen("changed");
        },
        [sheet, a1, value] as const,
      ),
  };
}

/** Holds back what the pane fetches and starts when it has nothing else to do. */
export const NEVER_IDLE = "window.requestIdleCallback = () => 0;";

/** How the pane is opened unless a test says otherwise. */
export const PANE_LOOK: BrowserContextOptions = {
  viewport: { width: 350, height: 900 },
  locale: "en-US",
  reducedMotion: "reduce",
};

export const statusOf = (page: Page) => page.locator("footer [role=status]");

/** Opens a room by its tab, and waits for its code. */
export async function goTo(page: Page, tab: string): Promise<void> {
  await page.getByRole("tab", { name: tab, exact: true }).click();
  await page.getByRole("tabpanel", { name: tab, exact: true }).waitFor();
  await page.getByText("Loading…").waitFor({ state: "hidden" });
}
