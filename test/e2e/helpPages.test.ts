import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { serve } from "../../scripts/server.mjs";
import { describeInBrowser, launchBrowser } from "./launchBrowser";
import { openRoom } from "./openRoom";

const PAGES = ["functions", "tutorial", "ranges", "settings", "sharing", "methodology", "glossary", "rulebook", "claims", "accuracy"]; // prettier-ignore

describeInBrowser("the help pages", () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;
  let axe: string;

  beforeAll(async () => {
    server = await serve("dist", 0);
    browser = await launchBrowser();
    axe = await readFile("node_modules/axe-core/axe.min.js", "utf8");
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open(address: string, width: number, colorScheme: "light" | "dark") {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    const trouble: string[] = [];
    page.on("pageerror", (error) => trouble.push(error.message));
    page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
    page.on("requestfailed", (request) => trouble.push(`failed: ${request.url()}`));
    page.on("response", (response) => response.status() >= 400 && trouble.push(`missing: ${response.url()}`));
    await page.goto(`${new URL(server.address).origin}/${address}`);
    return { page, trouble };
  }

  test("the anchor that Excel's help leads to brings the function's heading to the top of the window", async () => {
    const { functions } = JSON.parse(await readFile("dist/functions.json", "utf8"));
    const found = functions.find(({ id }: { id: string }) => id === "BLACK76.STRIKE");
    const { pathname, hash } = new URL(found.helpUrl);
    const { page, trouble } = await open(`${pathname}${hash}`.slice(1), 350, "light");
    const heading = page.getByRole("heading", { name: "ALVH.BLACK76.STRIKE", exact: true });
    const box = await heading.boundingBox();
    expect(box!.y).toBeGreaterThanOrEqual(0);
    expect(box!.y).toBeLessThan(100);
    expect(trouble).toEqual([]);
    await page.close();
  });

  test.each([
    [350, "light"],
    [1440, "dark"],
  ] as const)(
    "at %i pixels, %s, no page is wider than the window, and each loads whole",
    async (width, look) => {
      for (const name of PAGES) {
        const { page, trouble } = await open(`${name}.html`, width, look);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([name, overflow, trouble]).toEqual([name, 0, []]);
        await page.close();
      }
    },
  );

  test.each([
    ["functions", "light"],
    ["tutorial", "dark"],
    ["rulebook", "light"],
  ] as const)("%s.html, %s, has no barriers that axe knows of", async (name, look) => {
    const { page } = await open(`${name}.html`, 350, look);
    await page.evaluate(axe);
    // The colors are those of all pages, and asking after each of the thousands of texts of this one takes long.
    const contrast = name !== "functions";
    const violations = await page.evaluate(async (enabled) => {
      const result = await window.axe.run(document, { rules: { "color-contrast": { enabled } } });
      return result.violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length})`);
    }, contrast);
    expect(violations).toEqual([]);
    await page.close();
  });

  test("the room Functions leads there too", async () => {
    const room = await openRoom(browser, server.address, "Functions");
    await room.pane.getByRole("searchbox").fill("NETTHETA");
    await room.pane.getByRole("button", { name: /^NETTHETA/ }).click();
    const opened = room.page.waitForEvent("popup");
    await room.pane.getByRole("link", { name: /Full help.*NETTHETA/ }).click();
    const help = await opened;
    await help.getByRole("heading", { name: "ALVH.NETTHETA", exact: true }).waitFor();
    expect(new URL(help.url()).pathname).toBe("/functions.html");
    expect(room.trouble).toEqual([]);
    expect(await room.violations()).toEqual([]);
    await room.page.close();
  });
});
