import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { functionIds } from "./functionIds";
import { inEveryLook } from "./inEveryLook";
import { describeInBrowser } from "./launchBrowser";
import { openPane, PANE_LOOK, statusOf as status, type OpenPane, type PaneOpening } from "./openPane";
import { paneRoom } from "./paneRoom";
import { realOfficeJs } from "./realOfficeJs";
import { servedDist } from "./served";

describeInBrowser("the pane", () => {
  const served = servedDist();

  async function open(opening: PaneOpening = {}): Promise<OpenPane> {
    const room = await openPane(served, opening);
    await room.page.getByRole("heading", { level: 1 }).waitFor();
    return room;
  }

  /** Microsoft's own Office.js, and no Excel around it. */
  async function openWithoutExcel() {
    const page = await served.newPage(PANE_LOOK);
    page.setDefaultTimeout(20_000);
    const room = paneRoom(page, page);
    await page.route(/^https:/, async (route) => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({ contentType: "text/javascript", body: await realOfficeJs(pathname) });
    });
    await page.goto(`${served.address}/taskpane.html`);
    await page.getByRole("heading", { name: "Excel is not here" }).waitFor();
    return room;
  }

  describe("with the real Office.js and no Excel around", () => {
    it("says so, offers the browser workbook, and still lists the functions", async () => {
      const { page, trouble } = await openWithoutExcel();
      const link = page.getByRole("link", { name: "Open the browser workbook" });
      expect(await link.evaluate((a) => (a as HTMLAnchorElement).href)).toBe(`${served.address}/workbook/`);
      const rooms = await page.getByRole("tab").allInnerTexts();
      expect(rooms).toContain("Functions");
      for (const needsSheet of ["Book", "Plan", "Log"]) expect(rooms).not.toContain(needsSheet);
      await page.getByRole("tab", { name: "Functions" }).click();
      await page.getByRole("button", { name: /^BSM\.PRICE/ }).click();
      await page.getByText("ALVH.BSM.PRICE(kind").waitFor();
      expect(await page.getByRole("button", { name: /^Insert/ }).count()).toBe(0);
      expect(await page.getByRole("heading", { name: "Explain this cell" }).count()).toBe(0);
      expect(trouble).toEqual([]);
    });
  });

  it("says what to do where Office.js cannot be fetched", async () => {
    const page = await served.newPage(PANE_LOOK);
    await page.route(/^https:/, (route) => route.abort());
    await page.goto(`${served.address}/taskpane.html`);
    await page.getByRole("heading", { name: "Excel is not here" }).waitFor();
  });

  describe("in Excel (a fake one)", () => {
    it("has every function associated before the pane's own code is fetched", async () => {
      const { page } = await open();
      expect((await page.evaluate(() => window.associated)).sort()).toEqual(functionIds());
      const fetched = await page.evaluate(() =>
        performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname.slice(1)),
      );
      const scripts = fetched.filter((path) => path.endsWith(".js"));
      const lazy = scripts.findIndex((path) => /^\w+\.[0-9a-f]{8}\.js$/.test(path));
      expect(scripts.indexOf("functions.js")).toBeGreaterThanOrEqual(0);
      expect(lazy).toBeGreaterThan(scripts.indexOf("functions.js"));
    });

    it("finds a function by a word and inserts its example into the selected cell", async () => {
      const { page, trouble } = await open({ tab: "Functions" });
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
    });

    it("says which words it knows when nothing matches", async () => {
      const { page } = await open({ tab: "Functions" });
      await page.getByRole("searchbox", { name: "Search functions" }).fill("zzz");
      await page.getByText("No function matches “zzz”.").waitFor();
    });

    it("inserts the starter sheets once, and then says that they are there", async () => {
      const { page, trouble } = await open();
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
    });

    it("says what to do when a cell is being edited", async () => {
      const { page } = await open();
      await page.evaluate(() => {
        window.fakeExcel.refuses = {
          code: "InvalidOperationInCellEditMode",
          message: "no",
          when: () => true,
        };
      });
      await page.getByRole("button", { name: "Insert starter sheets" }).click();
      await status(page).getByText("press Enter or Esc").waitFor();
    });

    it("can be used with the keyboard alone", async () => {
      const { page } = await open();
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
    });

    it("opens in the room where the workbook was left", async () => {
      const { page } = await open({ tab: "Log" });
      await page.waitForFunction(() => window.fakeExcel.settings.has("alvh.room"));
      const kept = await page.evaluate(() => [...window.fakeExcel.settings]);
      await page.addInitScript((settings) => {
        Object.defineProperty(window, "keptSettings", { value: settings });
      }, kept);
      await page.reload();
      await page.getByRole("heading", { level: 1, name: "Rule log" }).waitFor();
      expect(await page.getByRole("tab", { selected: true }).innerText()).toBe("Log");
    });

    it("says in its own place that a room could not be loaded, and loads it at the next try", async () => {
      const { page } = await open();
      await page.route(/\/\w+\.[0-9a-f]{8}\.js$/, (route) => route.abort());
      await page.getByRole("tab", { name: "Log" }).click();
      await page
        .getByRole("alert")
        .getByText("This room could not be loaded: check the connection")
        .waitFor();
      await page.unroute(/\/\w+\.[0-9a-f]{8}\.js$/);
      await page.getByRole("button", { name: "Try again" }).click();
      await page.getByText("No rule is logged yet").waitFor();
    });

    describe("explains the selected cell", () => {
      /** The starter sheets, and a formula of ours in D2 of the first sheet showing a value. */
      async function openOnFormula(formula: string, shows: string | number, locale = "en-US") {
        const opened = await open({ tab: "Functions", withStarter: true, look: { locale } });
        const { page } = opened;
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
        const { page, card, trouble, violations } = await openOnFormula(
          "=ALVH.NETTHETA(Book, Market)",
          204.7348,
        );
        await card.getByText("Result: 204.7348").waitFor();
        await card.getByText("Sheet1!D2 =ALVH.NETTHETA(Book, Market)").waitFor();
        const text = await card.innerText();
        expect(text).toContain("57 × 9 cells, 8 rows filled, beginning Layer, Underlying, Kind");
        expect(text).toContain("AsOf 2022-02-04 16:15, SPX 4500.53, VIX 23.22");
        expect(text).toContain("Names and values: AsOf, SPX"); // what the argument is, by the catalogue
        expect(await violations()).toEqual([]);

        await card.getByRole("button", { name: "Go to Book!A4:I60" }).click();
        await page.waitForFunction(() => window.fakeExcel.activeSheet === "Book");
        expect(trouble).toEqual([]);
      });

      it("with the reason for its error", async () => {
        const { page, card, violations } = await openOnFormula("=ALVH.NETTHETA(Book, Market)", 1);
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
        expect(await violations()).toEqual([]);
      });

      it("in the notation of the reader", async () => {
        const { card } = await openOnFormula('=ALVH.BSM.PRICE("put", 100, 95.5, 30)', 2.5, "de-DE");
        await card.getByText('=ALVH.BSM.PRICE("put"; 100; 95,5; 30)').waitFor();
        await card.getByText("Result: 2,5").waitFor();
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
      async function openLog() {
        const log = JSON.stringify({ version: 1, state: { entries: [entry(2), entry(1)] } });
        const opened = await open({ tab: "Log", kept: [["alvh.ruleLog", log]] });
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
      });

      it("that breaks no rule axe knows", async () => {
        const room = await openLog();
        await room.page.getByRole("button", { name: "Override E02 Roll" }).click();
        await inEveryLook(room, "pane-log");
      });
    });

    it.each([320, 400])("needs no sideways scrolling at %i pixels", async (width) => {
      const { page } = await open({ tab: "Functions" });
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
    });

    it("leaves the top right corner free, where Excel draws the add-in's menu", async () => {
      const { page } = await open();
      // 12 + 32 px, Microsoft's guidance for the personality menu.
      const right = await page
        .getByRole("tab")
        .evaluateAll((tabs) => Math.max(...tabs.map((tab) => tab.getBoundingClientRect().right)));
      expect(right).toBeLessThan(350 - 44);
    });

    it("follows Excel's own theme where Excel tells it, and else the system's", async () => {
      const background = (page: Page) =>
        page
          .locator(".fui-FluentProvider")
          .first()
          .evaluate((pane) => getComputedStyle(pane).backgroundColor);
      const { page } = await open();
      expect(await background(page)).toBe("rgb(255, 255, 255)");
      await page.addInitScript(() => {
        Object.defineProperty(window, "excelIsDark", { value: true });
      });
      await page.reload();
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await background(page)).not.toBe("rgb(255, 255, 255)");
      const onDarkSystem = await open({ look: { colorScheme: "dark" } });
      expect(await background(onDarkSystem.page)).not.toBe("rgb(255, 255, 255)");
    });
  });

  it.each(["Excel", "none"] as const)("breaks no accessibility rule axe knows (host: %s)", async (host) => {
    const room = host === "none" ? await openWithoutExcel() : await open();
    const { page } = room;
    await inEveryLook(room, `pane-${host}`);
    if (host === "Excel") {
      await page.getByRole("button", { name: "Insert starter sheets" }).click();
      await room.said("Wrote the sheets");
      await inEveryLook(room, "pane-written");
      await page.getByRole("button", { name: "Insert starter sheets" }).click();
      await room.said("so nothing was written");
      await inEveryLook(room, "pane-refused");
    }
    await page.getByRole("tab", { name: "Functions" }).click();
    await page.getByRole("button", { name: /^BSM\.PRICE/ }).click();
    await page.getByText("ALVH.BSM.PRICE(kind").waitFor();
    await inEveryLook(room, `pane-functions-${host}`);
    await page.getByRole("searchbox").fill("theta");
    await page.getByText(/^\d+ of \d+ functions$/).waitFor();
    await inEveryLook(room, `pane-functions-found-${host}`);
  });
});
