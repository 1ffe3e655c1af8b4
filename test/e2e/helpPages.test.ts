import { readFile } from "node:fs/promises";
import { axeViolations } from "./axeViolations";
import { describeInBrowser } from "./launchBrowser";
import { openPane } from "./openPane";
import { servedDist } from "./served";

const PAGES = ["functions", "tutorial", "ranges", "settings", "sharing", "methodology", "glossary", "rulebook", "claims", "accuracy"]; // prettier-ignore

describeInBrowser("the help pages", () => {
  const served = servedDist();

  /** A page whose errors and missing files are trouble, and how it goes to an address. */
  async function open(width: number, colorScheme: "light" | "dark") {
    const page = await served.newPage({ viewport: { width, height: 800 }, colorScheme });
    const trouble: string[] = [];
    page.on("pageerror", (error) => trouble.push(error.message));
    page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
    page.on("requestfailed", (request) => trouble.push(`failed: ${request.url()}`));
    page.on("response", (response) => response.status() >= 400 && trouble.push(`missing: ${response.url()}`));
    const go = (address: string) => page.goto(`${new URL(served.address).origin}/${address}`);
    return { page, trouble, go };
  }

  test("the anchor that Excel's help leads to brings the function's heading to the top of the window", async () => {
    const { functions } = JSON.parse(await readFile("dist/functions.json", "utf8"));
    const found = functions.find(({ id }: { id: string }) => id === "BLACK76.STRIKE");
    const { pathname, hash } = new URL(found.helpUrl);
    const { page, trouble, go } = await open(350, "light");
    await go(`${pathname}${hash}`.slice(1));
    const heading = page.getByRole("heading", { name: "ALVH.BLACK76.STRIKE", exact: true });
    const box = await heading.boundingBox();
    expect(box!.y).toBeGreaterThanOrEqual(0);
    expect(box!.y).toBeLessThan(100);
    expect(trouble).toEqual([]);
  });

  test.each([
    [350, "light"],
    [1440, "dark"],
  ] as const)(
    "at %i pixels, %s, no page is wider than the window, and each loads whole",
    async (width, look) => {
      const { page, trouble, go } = await open(width, look);
      for (const name of PAGES) {
        await go(`${name}.html`);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([name, overflow, trouble]).toEqual([name, 0, []]);
      }
    },
  );

  test.each([
    ["functions", "light"],
    ["tutorial", "dark"],
    ["rulebook", "light"],
  ] as const)("%s.html, %s, has no barriers that axe knows of", async (name, look) => {
    const { page, go } = await open(350, look);
    await go(`${name}.html`);
    // The colors are those of all pages, and asking after each of the thousands of texts of this one takes long.
    const without = name === "functions" ? ["color-contrast"] : [];
    const violations = await axeViolations(page.locator("html"), { without });
    expect(violations).toEqual([]);
  });

  test("the room Functions leads there too", async () => {
    const room = await openPane(served, { tab: "Functions" });
    await room.pane.getByRole("searchbox").fill("NETTHETA");
    await room.pane.getByRole("button", { name: /^NETTHETA/ }).click();
    const opened = room.page.waitForEvent("popup");
    await room.pane.getByRole("link", { name: /Full help.*NETTHETA/ }).click();
    const help = await opened;
    await help.getByRole("heading", { name: "ALVH.NETTHETA", exact: true }).waitFor();
    expect(new URL(help.url()).pathname).toBe("/functions.html");
    expect(room.trouble).toEqual([]);
  });
});
