import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";

interface KeptPage {
  readonly page: Page;
  readonly look: BrowserContextOptions;
  isTaken: boolean;
  /** Takes back what was to run in the page before its own scripts. */
  readonly undo: (() => Promise<void>)[];
}

/**
 * Pages that are emptied after a test, for the next to load anew: what the browser compiled of our scripts stays with the
 * page, which spares almost half of what opening one costs. A test whose doings nothing takes back (a clock, a function
 * exposed, something done to the context) opens a context of its own.
 */
export class KeptPages {
  private kept: KeptPage[] = [];

  constructor(private readonly browser: Browser) {}

  /** Whether a context is that of a kept page. */
  holds(context: BrowserContext): boolean {
    return this.kept.some(({ page }) => page.context() === context);
  }

  /** The pages that are in use. */
  taken(): Page[] {
    return this.kept.filter(({ isTaken }) => isTaken).map(({ page }) => page);
  }

  /** An empty page, with the look that a new context would have had. */
  async take(look: BrowserContextOptions): Promise<Page> {
    const key = JSON.stringify(look);
    const free = this.kept.find((one) => !one.isTaken && JSON.stringify(one.look) === key);
    const one = free ?? (await this.add(look));
    one.isTaken = true;
    return one.page;
  }

  private async add(look: BrowserContextOptions): Promise<KeptPage> {
    const context = await this.browser.newContext(look);
    const page = await context.newPage();
    const one: KeptPage = { page, look, isTaken: false, undo: [] };
    const addInitScript = page.addInitScript.bind(page);
    page.addInitScript = async (...script) => {
      const added = await addInitScript(...script);
      one.undo.push(() => added.dispose());
      return added;
    };
    this.kept.push(one);
    return one;
  }

  /** Empties a page that was in use; one that cannot be emptied is closed. */
  async giveBack(page: Page): Promise<void> {
    const one = this.kept.find((kept) => kept.page === page);
    if (one === undefined) return;
    try {
      await empty(one);
      one.isTaken = false;
    } catch {
      this.kept = this.kept.filter((kept) => kept !== one);
      await page.context().close();
    }
  }
}

async function empty({ page, look, undo }: KeptPage): Promise<void> {
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  page.removeAllListeners();
  await page.unrouteAll();
  for (const takeBack of undo.splice(0)) await takeBack();
  const { origin } = new URL(page.url());
  await page.goto("about:blank");
  const devTools = await context.newCDPSession(page);
  if (origin !== "null") await devTools.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await devTools.detach();
  const { colorScheme = "light", forcedColors = "none", reducedMotion = "no-preference" } = look;
  await page.emulateMedia({ colorScheme, forcedColors, reducedMotion });
  await page.setViewportSize(look.viewport ?? DEFAULT_VIEWPORT);
  await page.mouse.move(0, 0);
}

/** Playwright's. */
const DEFAULT_VIEWPORT = { width: 1280, height: 720 };
