import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { serve } from "../../scripts/server.mjs";
import type { FakeExcel } from "../workbook/fakeExcel";
import { describeInBrowser, launchBrowser } from "./launchBrowser";

declare global {
  interface Window {
    /** The Excel of the page under test. */
    fakeExcel: FakeExcel;
    /** What happened in the page, in order: functions associated, scripts fetched. */
    associated: string[];
    axe: {
      run: (context: unknown) => Promise<{ violations: { id: string; help: string; nodes: unknown[] }[] }>;
    };
  }
}

describeInBrowser("the pane", () => {
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

  /** Opens the built page with what stands in for Office.js; the page may reach nothing but this machine. */
  async function open(host: "Excel" | "none", colorScheme: "light" | "dark" = "light") {
    const context = await browser.newContext({
      viewport: { width: 350, height: 800 },
      colorScheme,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const trouble: string[] = [];
    const fetched: string[] = [];
    page.on("pageerror", (error) => trouble.push(error.message));
    page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
    page.on("request", (request) => fetched.push(new URL(request.url()).pathname.replace(/^\//, "")));
    await page.route(/^https:/, async (route) => {
      const { hostname, pathname } = new URL(route.request().url());
      if (hostname !== "appsforoffice.microsoft.com") {
        trouble.push(`asked for ${hostname}`);
        await route.abort();
        return;
      }
      const body = host === "Excel" ? fakeHost : await realOfficeJs(pathname);
      await route.fulfill({ contentType: "text/javascript", body });
    });
    await page.goto(`${server.address}/taskpane.html`);
    await page.getByRole("heading", { name: "Functions", exact: true }).waitFor();
    return { page, trouble, fetched };
  }

  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      // Fluent's focus sentinels are hidden elements that take focus on purpose.
      const result = await window.axe.run({ exclude: ["[data-tabster-dummy]"] });
      return result.violations;
    });
    return found.map(({ id, help, nodes }) => `${id}: ${help} ${JSON.stringify(nodes)}`);
  }

  const status = (page: Page) => page.locator("footer [role=status]");

  describe("with the real Office.js and no Excel around", () => {
    it("says so, offers the browser workbook, and still lists the functions", async () => {
      const { page, trouble } = await open("none");
      await expect(page.getByRole("heading", { name: "Excel is not here" }).count()).resolves.toBe(1);
      const link = page.getByRole("link", { name: "Open the browser workbook" });
      expect(await link.evaluate((a) => (a as HTMLAnchorElement).href)).toBe(`${server.address}/workbook/`);
      await page.getByRole("button", { name: /^BSM\.PRICE/ }).click();
      await page.getByText("ALVH.BSM.PRICE(kind").waitFor();
      expect(await page.getByRole("button", { name: /^Insert/ }).count()).toBe(0);
      expect(trouble).toEqual([]);
      await page.context().close();
    });
  });

  it("says what to do where Office.js cannot be fetched", async () => {
    const page = await browser.newPage();
    await page.route(/^https:/, (route) => route.abort());
    await page.goto(`${server.address}/taskpane.html`);
    await page.getByRole("heading", { name: "Excel is not here" }).waitFor();
    await page.close();
  });

  describe("in Excel (a fake one)", () => {
    it("has every function associated before the pane's own code is fetched", async () => {
      const { page, fetched } = await open("Excel");
      const ids = (
        JSON.parse(await readFile("dist/functions.json", "utf8")) as { functions: { id: string }[] }
      ).functions.map(({ id }) => id);
      expect((await page.evaluate(() => window.associated)).sort()).toEqual(ids.sort());
      const scripts = fetched.filter((path) => path.endsWith(".js"));
      const lazy = scripts.findIndex((path) => /^\w+\.[0-9a-f]{8}\.js$/.test(path));
      expect(scripts.indexOf("functions.js")).toBeGreaterThanOrEqual(0);
      expect(lazy).toBeGreaterThan(scripts.indexOf("functions.js"));
      await page.context().close();
    });

    it("finds a function by a word and inserts its example into the selected cell", async () => {
      const { page, trouble } = await open("Excel");
      await page.evaluate(() => (window.fakeExcel.selection = "C7"));
      const all = await page.getByRole("heading", { level: 4 }).count();
      await page.getByRole("searchbox", { name: "Search functions" }).fill("bsm.price");
      await page.getByText(/^1 of \d+ functions$/).waitFor();
      expect(await page.getByRole("heading", { level: 4 }).count()).toBe(1);

      await page.getByRole("button", { name: /^BSM\.PRICE/ }).click();
      await page
        .getByRole("button", { name: /^Insert =ALVH\.BSM\.PRICE/ })
        .first()
        .click();
      await status(page)
        .getByText(/^Wrote =ALVH\.BSM\.PRICE\(.*\) into Sheet1!C7\.$/)
        .waitFor();
      const formula = await page.evaluate(() => window.fakeExcel.cell("Sheet1", "C7").formula);
      expect(formula).toMatch(/^=ALVH\.BSM\.PRICE\(/);

      await page.getByRole("searchbox").press("Escape");
      await page.getByText(`${all} functions`).waitFor();
      expect(trouble).toEqual([]);
      await page.context().close();
    });

    it("says which words it knows when nothing matches", async () => {
      const { page } = await open("Excel");
      await page.getByRole("searchbox", { name: "Search functions" }).fill("zzz");
      await page.getByText("No function matches “zzz”.").waitFor();
      await page.context().close();
    });

    it("inserts the starter sheets once, and then says that they are there", async () => {
      const { page, trouble } = await open("Excel");
      const button = page.getByRole("button", { name: "Insert starter sheets" });
      await button.click();
      await status(page).getByText("Wrote the sheets Market, Book and Plan").waitFor();
      expect(await page.evaluate(() => window.fakeExcel.cell("Market", "B6").value)).toBe(4500.53);
      expect(await page.evaluate(() => window.fakeExcel.names.get("Book"))).toBe("Book!$A$4:$I$60");

      await button.click();
      await status(page)
        .getByText("This workbook already has sheets named Market, Book and Plan, so nothing was written")
        .waitFor();
      expect(await page.evaluate(() => window.fakeExcel.sheets.length)).toBe(4);
      expect(trouble).toEqual([]);
      await page.context().close();
    });

    it("says what to do when a cell is being edited", async () => {
      const { page } = await open("Excel");
      await page.evaluate(() => {
        window.fakeExcel.refuses = {
          code: "InvalidOperationInCellEditMode",
          message: "no",
          when: () => true,
        };
      });
      await page.getByRole("button", { name: "Insert starter sheets" }).click();
      await status(page).getByText("press Enter or Esc").waitFor();
      await page.context().close();
    });

    it("can be used with the keyboard alone", async () => {
      const { page } = await open("Excel");
      const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
      await page.keyboard.press("Tab");
      expect(await focused()).toBe("Insert starter sheets");
      await page.keyboard.press("Tab");
      await page.keyboard.type("bsm.price");
      await page.getByText(/^1 of \d+ functions$/).waitFor();
      await page.keyboard.press("Tab");
      // The button that clears the search may be a stop of its own.
      if (!(await focused()).startsWith("BSM.PRICE")) await page.keyboard.press("Tab");
      expect(await focused()).toMatch(/^BSM\.PRICE/);
      await page.keyboard.press("Enter");
      await page
        .getByRole("button", { name: /^Insert =ALVH/ })
        .first()
        .waitFor();
      await page.keyboard.press("Tab");
      expect(await focused()).toBe("Insert");
      await page.keyboard.press("Space");
      await status(page).getByText("Wrote =ALVH.BSM.PRICE").waitFor();
      expect(await focused()).toBe("Insert");
      await page.context().close();
    });

    it.each([320, 400])("needs no sideways scrolling at %i pixels", async (width) => {
      const { page } = await open("Excel");
      await page.setViewportSize({ width, height: 700 });
      await page.getByRole("button", { name: /^BSM\.GREEKS/ }).click();
      await page
        .getByRole("button", { name: /^Insert =ALVH/ })
        .first()
        .waitFor();
      const overflow = await page.locator("main").evaluate((main) => main.scrollWidth - main.clientWidth);
      expect(overflow).toBe(0);
      await page.context().close();
    });

    it("leaves the top right corner free, where Excel draws the add-in's menu", async () => {
      const { page } = await open("Excel");
      // 12 + 32 px, Microsoft's guidance for the personality menu.
      const text = await page.evaluate(() => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector("h1") as Element);
        return range.getBoundingClientRect().right;
      });
      expect(text).toBeLessThan(350 - 44);
      await page.context().close();
    });

    it("follows Excel's own theme where Excel tells it", async () => {
      const { page } = await open("Excel", "light");
      const background = () =>
        page
          .locator(".fui-FluentProvider")
          .first()
          .evaluate((pane) => getComputedStyle(pane).backgroundColor);
      expect(await background()).toBe("rgb(255, 255, 255)");
      await page.addInitScript(() => {
        Object.defineProperty(window, "excelIsDark", { value: true });
      });
      await page.reload();
      await page.getByRole("heading", { name: "Functions", exact: true }).waitFor();
      expect(await background()).not.toBe("rgb(255, 255, 255)");
      await page.context().close();
    });
  });

  describe.each(["light", "dark"] as const)("in %s colors", (scheme) => {
    it.each(["Excel", "none"] as const)("breaks no accessibility rule axe knows (host: %s)", async (host) => {
      const { page } = await open(host, scheme);
      await page.getByRole("button", { name: /^BSM\.PRICE/ }).click();
      await page.getByText("ALVH.BSM.PRICE(kind").waitFor();
      await page.screenshot({ path: `test/e2e/screenshots/pane-${host}-${scheme}.png` });
      expect(await violations(page)).toEqual([]);

      if (host === "Excel") {
        await page.getByRole("button", { name: "Insert starter sheets" }).click();
        await status(page).getByText("Wrote the sheets").waitFor();
        expect(await violations(page)).toEqual([]);
        await page.getByRole("button", { name: "Insert starter sheets" }).click();
        await status(page).getByText("so nothing was written").waitFor();
        expect(await violations(page)).toEqual([]);
        await page.getByRole("searchbox").fill("theta");
        await page.getByText(/^\d+ of \d+ functions$/).waitFor();
        await page.screenshot({ path: `test/e2e/screenshots/pane-status-${scheme}.png` });
      }
      await page.context().close();
    });
  });
});

/** The files that the address in taskpane.html stands for, from the package that carries them. */
async function realOfficeJs(pathname: string): Promise<string> {
  const file = pathname.replace(/^\/lib\/1\/hosted\//, "");
  return await readFile(join("node_modules/@microsoft/office-js/dist", file), "utf8");
}

/** Stands where Office.js would: a fake Excel, and a CustomFunctions that notes what is associated. */
async function bundleFakeHost(): Promise<string> {
  const contents = `
    import { FakeExcel } from "./fakeExcel";
    window.fakeExcel = new FakeExcel();
    window.fakeExcel.install(window);
    if (window.excelIsDark) Office.context.officeTheme = { isDarkTheme: true };
    window.associated = [];
    window.CustomFunctions = { associate: (id) => window.associated.push(id), Error: class {}, ErrorCode: {} };`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: "test/workbook", loader: "ts" },
    bundle: true,
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}
