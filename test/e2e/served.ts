import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { serve } from "../../scripts/server.mjs";
import { KeptPages } from "./keptPages";
import { launchBrowser } from "./launchBrowser";

/** The built files on a server of their own, and a browser to open them in. */
export interface Served {
  readonly browser: Browser;
  /** http://localhost and its port */
  readonly address: string;
  /** An empty page for one test, with the look that a new context would have had: see KeptPages. */
  newPage(look: BrowserContextOptions): Promise<Page>;
}

/**
 * Serves dist/ to all tests of a describe. What a test opens is closed behind it, also where it fails; what was open
 * before, in a `beforeAll`, stays.
 */
export function servedDist(): Served {
  let browser: Browser | undefined;
  let pages: KeptPages | undefined;
  let server: Awaited<ReturnType<typeof serve>> | undefined;
  let openBefore: BrowserContext[] = [];
  let takenBefore: Page[] = [];

  beforeAll(async () => {
    server = await serve("dist", 0);
    browser = await launchBrowser();
    pages = new KeptPages(browser);
  });

  const contexts = () => browser?.contexts() ?? [];

  beforeEach(() => {
    openBefore = contexts();
    takenBefore = pages?.taken() ?? [];
  });

  afterEach(async () => {
    const taken = pages?.taken() ?? [];
    for (const page of taken) if (!takenBefore.includes(page)) await pages?.giveBack(page);
    const opened = contexts().filter((context) => !openBefore.includes(context) && !pages?.holds(context));
    await Promise.all(opened.map((context) => context.close()));
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const started = <Kind>(part: Kind | undefined): Kind => {
    if (part === undefined) throw new Error("What is served is there when the tests run, not before.");
    return part;
  };
  return {
    get browser() {
      return started(browser);
    },
    get address() {
      return started(server).address;
    },
    newPage: (look) => started(pages).take(look),
  };
}
