import type { BrowserContextOptions, Page } from "playwright-core";
import { axeViolations } from "./axeViolations";
import { inEveryLook } from "./inEveryLook";
import { describeInBrowser } from "./launchBrowser";
import { goTo, openPane } from "./openPane";
import { picture } from "./picture";
import { servedDist } from "./served";

const ROOMS = ["Start", "Book", "Plan", "Scenario", "Roll", "Audit", "Share", "Functions", "Log"];

/** So long without a change, a room is taken to be drawn, milliseconds. */
const QUIET_MS = 250;

describeInBrowser("every room, for who sees or points differently", () => {
  const served = servedDist();

  /** The pane over the starter sheets. */
  const open = (look: BrowserContextOptions = {}) => openPane(served, { withStarter: true, look });

  /** Opens a room and waits until all of it is drawn. */
  async function go(page: Page, room: string): Promise<void> {
    await goTo(page, room);
    await page.locator("main :is(button, p, input)").first().waitFor();
    if (room === "Scenario")
      await page
        .getByText(/^Break-even/)
        .first()
        .waitFor();
    await drawn(page);
  }

  /** When nothing has changed in the page for a while. */
  const drawn = (page: Page): Promise<void> =>
    page.evaluate(
      (quietMs) =>
        new Promise((resolve) => {
          let timer = setTimeout(resolve, quietMs);
          const start = () => {
            clearTimeout(timer);
            timer = setTimeout(resolve, quietMs);
          };
          new MutationObserver(start).observe(document, { subtree: true, childList: true, attributes: true });
        }),
      QUIET_MS,
    );

  it("goes through each room with Tab, in the order of the page, and shows where it is", async () => {
    const { page } = await open();
    const seen = new Set<string>();
    const flaws: string[] = [];
    for (const room of ROOMS) {
      await go(page, room);
      if (room === "Functions") await page.getByRole("searchbox").fill("bsm.price");
      // What a keyboard must reach: of radio buttons, of tabs and of a chart's points one, from which arrows lead on.
      const wanted = await page.locator("main").evaluate((main) => {
        const controls = [
          ...main.querySelectorAll<HTMLElement>("button, input, select, textarea, a[href], [tabindex='0']"),
        ].filter(
          (one) =>
            one.tabIndex >= 0 &&
            one.offsetParent !== null &&
            getComputedStyle(one).visibility === "visible" &&
            one.ariaHidden !== "true" &&
            !one.hasAttribute("disabled") &&
            !one.matches("[data-tabster-dummy], [type=file]"),
        );
        return new Set(controls.map((one) => one.closest("[role=radiogroup], [role=tablist], svg") ?? one))
          .size;
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
    const { page } = await open({ viewport: { width: 175, height: 400 }, deviceScaleFactor: 2 });
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
      await picture(page, `zoom-${room}`);
      expect([room, cut]).toEqual([room, []]);
      expect(seen).toBeGreaterThan(200);
    }
  }, 60_000);

  it("breaks no rule that axe knows in the room Share", async () => {
    const room = await open();
    await go(room.page, "Share");
    await room.page.getByRole("heading", { name: "Copy for a partner" }).waitFor();
    await inEveryLook(room, "share");
  });

  it("breaks no rule that axe knows on the page for support", async () => {
    // The page admits no script of its own; this one is the test's.
    const context = await served.browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${served.address}/support.html`);
    const html = page.locator("html");
    const overflow = () => html.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    await inEveryLook({ page, overflow, violations: () => axeViolations(html) }, "support");
  });
});
