import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { serve } from "../../scripts/server.mjs";
import { bundleFakeHost } from "./bundleFakeHost";
import { describeInBrowser, isTelemetryRefused, launchBrowser } from "./launchBrowser";
import { NEVER_IDLE } from "./openPane";
import { realOfficeJs } from "./realOfficeJs";

declare global {
  interface Window {
    axe: {
      run: (
        context: unknown,
        options?: unknown,
      ) => Promise<{ violations: { id: string; help: string; nodes: unknown[] }[] }>;
    };
  }
}

const LOOKS = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  contrast: { colorScheme: "dark", forcedColors: "active" },
} as const;

interface Opening {
  /** The room to go to. */
  tab?: string;
  look?: keyof typeof LOOKS;
  locale?: string;
  /** Runs in the page before any of its scripts. */
  script?: string;
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
  async function open(
    host: "Excel" | "none",
    { tab, look = "light", locale = "en-US", script = "" }: Opening = {},
  ) {
    const context = await browser.newContext({
      viewport: { width: 350, height: 800 },
      ...LOOKS[look],
      locale,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const trouble: string[] = [];
    const fetched: string[] = [];
    page.on("pageerror", (error) => trouble.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !isTelemetryRefused(message)) trouble.push(message.text());
    });
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
    await page.addInitScript(script);
    await page.goto(`${server.address}/taskpane.html`);
    await page.getByRole("heading", { level: 1, name: "ALVH for Excel" }).waitFor();
    if (tab !== undefined) {
      await page.getByRole("tab", { name: tab, exact: true }).click();
      await page.getByRole("tabpanel", { name: tab, exact: true }).waitFor();
    }
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
      await page.getByRole("heading", { name: "Excel is not here" }).waitFor();
      const link = page.getByRole("link", { name: "Open the browser workbook" });
      expect(await link.evaluate((a) => (a as HTMLAnchorElement).href)).toBe(`${server.address}/workbook/`);
      const rooms = await page.getByRole("tab").allInnerTexts();
      expect(rooms).toContain("Functions");
      for (const needsSheet of ["Book", "Plan", "Log"]) expect(rooms).not.toContain(needsSheet);
      await page.getByRole("tab", { name: "Functions" }).click();
      await page.getByRole("button", { name: /^BSM\.PRICE/ }).click();
      await page.getByText("ALVH.BSM.PRICE(kind").waitFor();
      expect(await page.getByRole("button", { name: /^Insert/ }).count()).toBe(0);
      expect(await page.getByRole("heading", { name: "Explain this cell" }).count()).toBe(0);
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
      const { page, trouble } = await open("Excel", { tab: "Functions" });
      await page.evaluate(() => (window.fakeExcel.selection = "C7"));
      await page.getByRole("heading", { level: 4 }).first().waitFor();
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
      const { page } = await open("Excel", { tab: "Functions" });
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
      const focused = () =>
        page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? "");
      await page.keyboard.press("Tab");
      expect(await focused()).toBe("Start");
      while ((await focused()) !== "Functions") await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "Functions" }).waitFor();
      expect(await focused()).toBe("Functions"); // the tab: who looks through rooms goes on from here
      await page.getByRole("searchbox").waitFor();
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

    it("opens in the room where the workbook was left", async () => {
      const { page } = await open("Excel", { tab: "Log" });
      await page.waitForFunction(() => window.fakeExcel.settings.has("alvh.room"));
      const kept = await page.evaluate(() => [...window.fakeExcel.settings]);
      await page.addInitScript((settings) => {
        Object.defineProperty(window, "keptSettings", { value: settings });
      }, kept);
      await page.reload();
      await page.getByRole("heading", { level: 1, name: "Rule log" }).waitFor();
      expect(await page.getByRole("tab", { selected: true }).innerText()).toBe("Log");
      await page.context().close();
    });

    it("says in its own place that a room could not be loaded, and loads it at the next try", async () => {
      const { page } = await open("Excel", { script: NEVER_IDLE });
      await page.route(/\/\w+\.[0-9a-f]{8}\.js$/, (route) => route.abort());
      await page.getByRole("tab", { name: "Log" }).click();
      await page
        .getByRole("alert")
        .getByText("This room could not be loaded: check the connection")
        .waitFor();
      await page.unroute(/\/\w+\.[0-9a-f]{8}\.js$/);
      await page.getByRole("button", { name: "Try again" }).click();
      await page.getByText("No rule is logged yet").waitFor();
      await page.context().close();
    });

    describe("explains the selected cell", () => {
      /** The starter sheets, and a formula of ours in D2 of the first sheet showing a value. */
      async function openOnFormula(formula: string, shows: string | number, locale = "en-US") {
        const opened = await open("Excel", { tab: "Functions", locale });
        const { page } = opened;
        await page.getByRole("tab", { name: "Start" }).click();
        await page.getByRole("button", { name: "Insert starter sheets" }).click();
        await status(page).getByText("Wrote the sheets").waitFor();
        await page.getByRole("tab", { name: "Functions" }).click();
        await page.getByText("Select a cell with an ALVH formula").waitFor();
        await page.evaluate(
          ([text, value]) => {
            Object.assign(window.fakeExcel.cell("Sheet1", "D2"), { formula: text, value });
            window.fakeExcel.select("Sheet1", "D2");
          },
          [formula, shows] as const,
        );
        return { ...opened, card: page.getByRole("region", { name: "Explain this cell" }) };
      }

      it("with its arguments as they are read and its result", async () => {
        const { page, card, trouble } = await openOnFormula("=ALVH.NETTHETA(Book, Market)", 204.7348);
        await card.getByText("Result: 204.7348").waitFor();
        await card.getByText("Sheet1!D2 =ALVH.NETTHETA(Book, Market)").waitFor();
        const text = await card.innerText();
        expect(text).toContain("57 × 9 cells, 8 rows filled, beginning Layer, Underlying, Kind");
        expect(text).toContain("AsOf 2022-02-04 16:15, SPX 4500.53, VIX 23.22");
        expect(text).toContain("Names and values: AsOf, SPX"); // what the argument is, by the catalogue
        expect(await violations(page)).toEqual([]);

        await card.getByRole("button", { name: "Go to Book!A4:I60" }).click();
        await page.waitForFunction(() => window.fakeExcel.activeSheet === "Book");
        expect(trouble).toEqual([]);
        await page.context().close();
      });

      it("with the reason for its error", async () => {
        const { page, card } = await openOnFormula("=ALVH.NETTHETA(Book, Market)", 1);
        await card.getByText("Result: 1").waitFor();
        await page.evaluate(() => {
          window.fakeExcel.cell("Book", "E6").value = "45OO";
          window.fakeExcel.cell("Sheet1", "D2").value = "#VALUE!";
          window.fakeExcel.select("Sheet1", "D3");
        });
        await page.waitForTimeout(400); // another selection is noticed after 150 ms
        await page.evaluate(() => window.fakeExcel.select("Sheet1", "D2"));
        // The sentence of the function itself: test/alvh/book.test.ts.
        await card.getByText('book row 3, Strike: "45OO" is not a number').waitFor();
        expect(await violations(page)).toEqual([]);
        await page.context().close();
      });

      it("in the notation of the reader", async () => {
        const { page, card } = await openOnFormula('=ALVH.BSM.PRICE("put", 100, 95.5, 30)', 2.5, "de-DE");
        await card.getByText('=ALVH.BSM.PRICE("put"; 100; 95,5; 30)').waitFor();
        await card.getByText("Result: 2,5").waitFor();
        await page.context().close();
      });
    });

    describe("keeps a log of rules", () => {
      const entry = (n: number) => ({
        id: `entry ${n}`,
        at: `2026-11-2${n}T06:45:10.000Z`,
        room: "roll",
        rule: `E0${n} Roll`,
        verdict: "DEFER: theta 12.50 a day is above 10.00",
        asOf: "2022-02-04 16:15",
        inputs: { book: "8 × 9 cells, a1b2c3d4", VIX: "23.22" },
        inputHash: "0123456789abcdef",
      });

      /** The pane in a workbook whose log has two entries. */
      async function openLog(look: keyof typeof LOOKS = "light") {
        const opened = await open("Excel", { look });
        const kept = JSON.stringify({ version: 1, state: { entries: [entry(2), entry(1)] } });
        await opened.page.addInitScript((log) => {
          Object.defineProperty(window, "keptSettings", { value: [["alvh.ruleLog", log]] });
        }, kept);
        await opened.page.reload();
        await opened.page.getByRole("tab", { name: "Log" }).click();
        await opened.page.getByText("2 entries, 0 overridden").waitFor();
        return opened;
      }

      it("where an override needs its reason, and then stays with the workbook", async () => {
        const { page } = await openLog();
        await page.getByRole("button", { name: "Override E02 Roll" }).press("Enter");
        const form = page.getByRole("form", { name: "Override E02 Roll" });
        await page.keyboard.type("Rolled to March"); // the first field has the focus
        await page.keyboard.press("Enter");
        await form.getByText("An override needs its reason.").waitFor();
        await page.getByText("2 entries, 0 overridden").waitFor();

        await form.getByLabel("Reason").fill("Fed day ahead");
        await form.getByRole("button", { name: "Record override" }).click();
        await page.getByText("2 entries, 1 overridden").waitFor();
        const recorded = page.getByText("Overridden: Rolled to March. Reason: Fed day ahead");
        await recorded.waitFor();
        expect(await recorded.evaluate((element) => element === document.activeElement)).toBe(true);
        const kept = await page.waitForFunction(() => {
          const log = String(window.fakeExcel.settings.get("alvh.ruleLog"));
          return log.includes("Fed day ahead") ? log : undefined;
        });
        expect(JSON.parse(String(await kept.jsonValue()))).toMatchObject({
          state: {
            entries: [{ verdict: entry(2).verdict, override: { reason: "Fed day ahead" } }, entry(1)],
          },
        });
        await page.context().close();
      });

      it.each([
        ["CSV", "alvh-rule-log.csv", /^\ufeff"Logged \(UTC\)",.*\r\n"2026-11-22 06:45:10",/],
        ["JSON", "alvh-rule-log.json", /"rule": "E02 Roll"/],
      ])("that can be had as %s", async (kind, file, content) => {
        const { page } = await openLog();
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name: `Download ${kind}` }).click(),
        ]);
        expect(download.suggestedFilename()).toBe(file);
        expect(await readFile(await download.path(), "utf8")).toMatch(content);
        await page.context().close();
      });

      it.each(["light", "dark", "contrast"] as const)("that breaks no rule axe knows (%s)", async (look) => {
        const { page } = await openLog(look);
        await page.getByRole("button", { name: "Override E02 Roll" }).click();
        await page.screenshot({ path: `test/e2e/screenshots/pane-log-${look}.png` });
        expect(await violations(page)).toEqual([]);
        await page.context().close();
      });
    });

    it.each([320, 400])("needs no sideways scrolling at %i pixels", async (width) => {
      const { page } = await open("Excel", { tab: "Functions" });
      await page.setViewportSize({ width, height: 700 });
      await page.getByRole("button", { name: /^BSM\.GREEKS/ }).click();
      await page
        .getByRole("button", { name: /^Insert =ALVH/ })
        .first()
        .waitFor();
      const overflow = await page.locator("main").evaluate((main) => main.scrollWidth - main.clientWidth);
      expect(overflow).toBe(0);
      const tabs = await page.getByRole("tablist").boundingBox();
      expect((tabs?.x ?? 0) + (tabs?.width ?? Infinity)).toBeLessThanOrEqual(width - 44);
      expect(tabs?.height).toBeLessThan(80); // three lines at most
      await page.context().close();
    });

    it("leaves the top right corner free, where Excel draws the add-in's menu", async () => {
      const { page } = await open("Excel");
      // 12 + 32 px, Microsoft's guidance for the personality menu.
      const right = await page
        .getByRole("tab")
        .evaluateAll((tabs) => Math.max(...tabs.map((tab) => tab.getBoundingClientRect().right)));
      expect(right).toBeLessThan(350 - 44);
      await page.context().close();
    });

    it("follows Excel's own theme where Excel tells it", async () => {
      const { page } = await open("Excel");
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
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await background()).not.toBe("rgb(255, 255, 255)");
      await page.context().close();
    });
  });

  describe.each(["light", "dark", "contrast"] as const)("in %s colors", (look) => {
    it.each(["Excel", "none"] as const)("breaks no accessibility rule axe knows (host: %s)", async (host) => {
      const { page } = await open(host, { look });
      if (host === "none") await page.getByRole("heading", { name: "Excel is not here" }).waitFor();
      else await page.getByRole("button", { name: "Insert starter sheets" }).waitFor();
      await page.screenshot({ path: `test/e2e/screenshots/pane-${host}-${look}.png` });
      expect(await violations(page)).toEqual([]);
      if (host === "Excel") {
        await page.getByRole("button", { name: "Insert starter sheets" }).click();
        await status(page).getByText("Wrote the sheets").waitFor();
        expect(await violations(page)).toEqual([]);
        await page.getByRole("button", { name: "Insert starter sheets" }).click();
        await status(page).getByText("so nothing was written").waitFor();
        expect(await violations(page)).toEqual([]);
      }
      await page.getByRole("tab", { name: "Functions" }).click();
      await page.getByRole("button", { name: /^BSM\.PRICE/ }).click();
      await page.getByText("ALVH.BSM.PRICE(kind").waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole("searchbox").fill("theta");
      await page.getByText(/^\d+ of \d+ functions$/).waitFor();
      await page.screenshot({ path: `test/e2e/screenshots/pane-functions-${host}-${look}.png` });
      await page.context().close();
    });
  });
});
