import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium, type Browser, type Page } from "playwright-core";
import { findBrowser } from "../scripts/findBrowser.mjs";
import { serve } from "../scripts/server.mjs";
import { bundleFakeHost } from "../test/e2e/bundleFakeHost";
import { NEVER_IDLE } from "../test/e2e/openPane";

/**
 * What opening the add-in costs: compressed sizes, and the times from the page's load until Excel can call the first
 * function and until the pane can be used, over the built dist. A stand-in is the host: Office.js comes from
 * Microsoft's server, and its share is not ours to measure.
 */
const DIST = "dist";
const ROUNDS = 7;

const MARK_ASSOCIATIONS = `
  const associate = CustomFunctions.associate;
  CustomFunctions.associate = (...all) => { associate(...all); performance.mark("associated"); };`;

/** Interactive: the first room's heading and button are there, and the page has had time for a frame and an event since. */
const MARK_INTERACTIVE = `
  const watch = () => {
    if (document.querySelector("[role=tabpanel] button") === null || document.querySelector("h1") === null) return requestAnimationFrame(watch);
    requestAnimationFrame(() => setTimeout(() => performance.mark("interactive")));
  };
  requestAnimationFrame(watch);`;

if (!existsSync(join(DIST, "taskpane.html"))) {
  console.log("skipped: dist/ is missing; npm run build makes it");
} else {
  console.log(`functions.js: ${size(["functions.js"])}`);
  if (findBrowser() === undefined) {
    console.log("times, and what each room loads: skipped, no Chrome, Chromium or Edge was found (CHROME_PATH names one)"); // prettier-ignore
  } else {
    await measureInBrowser();
  }
}

async function measureInBrowser(): Promise<void> {
  const server = await serve(DIST, 0);
  const browser = await chromium.launch({ executablePath: findBrowser() ?? "", args: ["--no-sandbox"] });
  try {
    const host = await bundleFakeHost();
    await printSizes(browser, server.address, host);
    const times: Times[] = [];
    // The first round warms the machine up and is not counted; each has a cache of its own.
    for (let round = 0; round <= ROUNDS; round++) times.push(await timesOf(browser, server.address, host));
    const shown = (name: keyof Times): string => {
      const sorted = times.slice(1).map((one) => one[name]).sort((a, b) => a - b); // prettier-ignore
      const at = (index: number): string => (sorted.at(index) ?? NaN).toFixed(0);
      return `${at(Math.floor(ROUNDS / 2))} ms (${at(0)} to ${at(-1)})`;
    };
    console.log(`page load to the first function ready: ${shown("first")}`);
    console.log(`page load to every function ready: ${shown("all")}`);
    console.log(`page load to the pane interactive: ${shown("interactive")}`);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Milliseconds from the start of the navigation. */
interface Times {
  first: number;
  all: number;
  interactive: number;
}

/** One opening of the pane in a browser profile that has never seen it. */
async function timesOf(browser: Browser, address: string, host: string): Promise<Times> {
  const page = await open(browser, address, host);
  const times = await page.evaluate(() => {
    const moment = (name: string): number => performance.getEntriesByName(name)[0]?.startTime ?? NaN;
    const associations = performance.getEntriesByName("associated");
    return {
      first: associations[0]?.startTime ?? NaN,
      all: associations.at(-1)?.startTime ?? NaN,
      interactive: moment("interactive"),
    };
  });
  await page.context().close();
  return times;
}

/** The pane of the page, when its first room answers. */
async function open(browser: Browser, address: string, host: string, script = ""): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 350, height: 800 },
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.route(/^https:/, (route) =>
    route.fulfill({ contentType: "text/javascript", body: `${host}\n${MARK_ASSOCIATIONS}` }),
  );
  await page.addInitScript(`${MARK_INTERACTIVE}\n${script}`);
  await page.goto(`${address}/taskpane.html`);
  await page.waitForFunction(() => performance.getEntriesByName("interactive").length > 0);
  return page;
}

/** What the first view fetches, and what each room adds to it when it is opened before it was fetched ahead. */
async function printSizes(browser: Browser, address: string, host: string): Promise<void> {
  const page = await open(browser, address, host, NEVER_IDLE);
  const seen = await scriptsOf(page);
  console.log(`the pane's first view: ${size(seen.filter((name) => name !== "functions.js"))}`);
  const tabs = await page.getByRole("tab").allInnerTexts();
  await page.context().close();

  for (const tab of tabs.slice(1)) {
    const room = await open(browser, address, host, NEVER_IDLE);
    await room.getByRole("tab", { name: tab, exact: true }).click();
    await room.getByRole("tabpanel", { name: tab, exact: true }).waitFor();
    await room.getByText("Loading…").waitFor({ state: "hidden" });
    await room.waitForLoadState("networkidle");
    const added = (await scriptsOf(room)).filter((name) => !seen.includes(name));
    console.log(`  opening ${tab} adds ${size(added)}`);
    await room.context().close();
  }
}

async function scriptsOf(page: Page): Promise<string[]> {
  const addresses = await page.evaluate(() =>
    performance.getEntriesByType("resource").map(({ name }) => name),
  );
  const paths = addresses.filter((name) => name.startsWith("http:")).map((name) => new URL(name).pathname.slice(1)); // prettier-ignore
  return [...new Set(paths)].filter((name) => name.endsWith(".js"));
}

function size(files: readonly string[]): string {
  const bytes = files.reduce((sum, name) => sum + gzipSync(readFileSync(join(DIST, name))).length, 0);
  return `${(bytes / 1000).toFixed(1)} kB gzip${files.length > 1 ? ` in ${files.length} files` : ""}`;
}
