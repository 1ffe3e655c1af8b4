import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { serve } from "../../scripts/server.mjs";
import { bundleFakeHost } from "./bundleFakeHost";
import { describeInBrowser, launchBrowser } from "./launchBrowser";

const ROOMS = ["Start", "Book", "Plan", "Scenario", "Roll", "Audit", "Share", "Functions", "Log"];

describeInBrowser("every room, for who sees or points differently", () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;
  let fakeHost: string;
  let axe: string;

  beforeAll(async () => {
    server = await serve("dist", 0);
    browser = await launchBrowser();
    fakeHost = await bundleFakeHost();
    axe = await readFile("node_modules/axe-core/axe.min.js", "utf8");
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  type Look = Parameters<Browser["newContext"]>[0];

  /** The pane over the starter sheets. */
  async function open(look: Look = {}): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 350, height: 800 },
      locale: "en-US",
      reducedMotion: "reduce",
      ...look,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.route(/^https:/, (route) => route.fulfill({ contentType: "text/javascript", body: fakeHost }));
    await page.goto(`${server.address}/taskpane.html`);
    await page.getByRole("button", { name: "Insert starter sheets" }).click();
    await page.locator("footer").getByText("Wrote the sheets").waitFor();
    return page;
  }

  async function go(page: Page, room: string): Promise<void> {
    await page.getByRole("tab", { name: room, exact: true }).click();
    await page.getByRole("tabpanel", { name: room, exact: true }).waitFor();
    await page.locator("main :is(button, p, input)").first().waitFor();
    await page.waitForLoadState("networkidle");
  }

  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const result = await window.axe.run({ exclude: ["[data-tabster-dummy]"] });
      return result.violations;
    });
    return found.map(({ id, help, nodes }) => `${id}: ${help} ${JSON.stringify(nodes)}`);
  }

  it("goes through each room with Tab, in the order of the page, and shows where it is", async () => {
    const page = await open();
    const seen = new Set<string>();
    const flaws: string[] = [];
    for (const room of ROOMS) {
      await go(page, room);
      if (room === "Functions") await page.getByRole("searchbox").fill("bsm.price");
      // What a keyboard must reach: one of each group of radio buttons, tabs or accordions is enough.
      const wanted = await page.locator("main").evaluate((main) => {
        const controls = [
          ...main.querySelectorAll<HTMLElement>("button, input, select, textarea, a[href], [tabindex='0']"),
        ];
        return controls.filter(
          (one) =>
            one.tabIndex >= 0 &&
            one.offsetParent !== null &&
            one.ariaHidden !== "true" &&
            !one.hasAttribute("disabled") &&
            !one.matches("[data-tabster-dummy], [type=radio], [type=file]"),
        ).length;
      });
      await page.getByRole("tab", { name: room, exact: true }).focus();
      const stops: string[] = [];
      for (let press = 0; press < 200; press++) {
        await page.keyboard.press("Tab");
        const stop = await page.evaluate(() => {
          const main = document.querySelector("main");
          const now = document.activeElement as HTMLElement | null;
          if (main === null || now === null || !main.contains(now)) return undefined;
          const before = (window as unknown as { lastStop?: Element }).lastStop;
          const isLater =
            before?.isConnected !== true ||
            before === now || // the parts of a date
            (before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
          (window as unknown as { lastStop?: Element }).lastStop = now;
          const { top, bottom } = now.getBoundingClientRect();
          const frame = main.getBoundingClientRect();
          return {
            name: `${now.tagName} ${now.getAttribute("role") ?? ""} ${now.getAttribute("type") ?? ""}`,
            text:
              now.getAttribute("aria-label") ??
              (now as HTMLInputElement).labels?.[0]?.innerText ??
              now.innerText,
            isLater,
            isInSight: bottom > frame.top && top < frame.bottom,
            kind: `${now.tagName} ${now.className}`,
          };
        });
        if (stop === undefined) break;
        stops.push(stop.text);
        if (!stop.isLater) flaws.push(`${room}: ${stop.name} ${stop.text} comes too late`);
        if (!stop.isInSight) flaws.push(`${room}: ${stop.name} ${stop.text} is out of sight`);
        if (!seen.has(stop.kind)) {
          seen.add(stop.kind);
          if (!(await showsFocus(page)))
            flaws.push(`${room}: ${stop.name} ${stop.text} does not show its focus`);
        }
      }
      await page.evaluate(() => delete (window as unknown as { lastStop?: Element }).lastStop);
      if (stops.length < wanted)
        flaws.push(`${room}: ${stops.length} stops for ${wanted} controls: ${stops.join(" | ")}`);
    }
    expect(flaws).toEqual([]);
    await page.context().close();
  }, 120_000);

  /** Whether the focused element looks other than it does without the focus. */
  async function showsFocus(page: Page): Promise<boolean> {
    const clip = await page.evaluate(() => {
      const { x, y, width, height } = (document.activeElement as HTMLElement).getBoundingClientRect();
      const [left, top] = [Math.max(x - 6, 0), Math.max(y - 6, 0)];
      return {
        x: left,
        y: top,
        width: Math.min(width + 12, innerWidth - left),
        height: Math.min(height + 12, innerHeight - top),
      };
    });
    const focused = await page.screenshot({ clip, caret: "hide", animations: "disabled" });
    await page.evaluate(() => {
      (window as unknown as { focusedOne?: HTMLElement }).focusedOne = document.activeElement as HTMLElement;
      (document.activeElement as HTMLElement).blur();
    });
    const blurred = await page.screenshot({ clip, caret: "hide", animations: "disabled" });
    await page.evaluate(() => (window as unknown as { focusedOne?: HTMLElement }).focusedOne?.focus());
    return !focused.equals(blurred);
  }

  it("keeps everything in reach at twice the size of the text", async () => {
    // A pane of 350 by 800 pixels at 200%.
    const page = await open({ viewport: { width: 175, height: 400 }, deviceScaleFactor: 2 });
    for (const room of ROOMS) {
      await go(page, room);
      const { room: seen, cut } = await page.evaluate(() => {
        const main = document.querySelector("main") as HTMLElement;
        // What is wider than its place without a way to scroll there is lost.
        const cut = [...main.querySelectorAll<HTMLElement>("*")].filter((one) => {
          const { overflowX, clipPath } = getComputedStyle(one);
          return (
            overflowX === "hidden" &&
            one.scrollWidth > one.clientWidth + 1 &&
            clipPath === "none" && // not what only screen readers are told
            one.innerText !== ""
          );
        });
        // The tabs scroll away and leave the room what the status line does not take.
        main.scrollIntoView();
        const footer = document.querySelector("footer") as HTMLElement;
        const room = footer.getBoundingClientRect().top - main.getBoundingClientRect().top;
        return { room, cut: cut.map((one) => one.innerText.slice(0, 60)) };
      });
      await page.screenshot({ path: `test/e2e/screenshots/zoom-${room}.png` });
      expect([room, cut]).toEqual([room, []]);
      expect(seen).toBeGreaterThan(200);
    }
    await page.context().close();
  }, 60_000);

  it.each([
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["contrast", { colorScheme: "dark", forcedColors: "active" }],
  ] as const)(
    "breaks no rule axe knows in the room Share and on the help page (%s)",
    async (look, colors) => {
      const page = await open(colors);
      await go(page, "Share");
      await page.getByRole("heading", { name: "Copy for a partner" }).waitFor();
      await page.screenshot({ path: `test/e2e/screenshots/share-${look}.png` });
      expect(await violations(page)).toEqual([]);
      // The help page admits no script of its own; this one is the test's.
      await page.context().close();
      const context = await browser.newContext({
        ...colors,
        viewport: { width: 320, height: 800 },
        bypassCSP: true,
      });
      const help = await context.newPage();
      await help.goto(`${server.address}/support.html`);
      expect(await violations(help)).toEqual([]);
      expect(await help.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      await context.close();
    },
  );
});
