import { readdirSync, readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";
import { describeInBrowser } from "./launchBrowser";
import { goTo, openPane, PANE_LOOK, statusOf, type PaneOpening } from "./openPane";
import { openRoom } from "./openRoom";
import { servedDist } from "./served";

describeInBrowser("the pane, when something fails around it", () => {
  const served = servedDist();
  const open = (opening: PaneOpening = {}) => openPane(served, opening);

  /** Counts the workers that say that they run. */
  const COUNTED = `
    window.running = 0;
    window.Worker = class extends Worker {
      constructor(script) {
        super(script);
        this.addEventListener("message", ({ data }) => (window.running += "ready" in data ? 1 : 0));
      }
    };`;

  const bothRun = (page: Page) =>
    page.waitForFunction(() => (window as unknown as { running: number }).running === 2);

  /** The files of dist that hold a text. */
  const filesWith = (text: string) =>
    readdirSync("dist").filter((name) => name.endsWith(".js") && readFileSync(`dist/${name}`).includes(text));

  describe("a worker", () => {
    const run = (page: Page) => page.getByRole("button", { name: /^Run/ }).click();
    const isDone = (page: Page) =>
      page.getByRole("region", { name: "BACKTEST" }).waitFor({ timeout: 45_000 });

    /** The audit, and both workers as they were started ahead. */
    async function openAudit() {
      const opened = await open({ tab: "Audit", fetchesAhead: true, script: COUNTED });
      await bothRun(opened.page);
      return opened;
    }

    /** What becomes of a worker that is asked for something, whatever its script does. */
    const ENDS: Record<string, () => void> = {
      "that breaks": () => {
        const options = { capture: true, once: true };
        const end = (event: Event) => {
          event.stopImmediatePropagation();
          throw new Error("out of order");
        };
        addEventListener("message", end, options);
      },
      "that ends without a word": () => {
        const options = { capture: true, once: true };
        const end = (event: Event) => {
          event.stopImmediatePropagation();
          self.close();
        };
        addEventListener("message", end, options);
      },
      "that never answers": () => {
        self.postMessage = () => undefined;
      },
    };

    it.each(["that breaks", "that ends without a word"])(
      "%s is replaced, and the audit is worked out all the same",
      async (how) => {
        const { page, trouble } = await openAudit();
        for (const worker of page.workers()) await worker.evaluate(ENDS[how] ?? (() => undefined));
        await run(page);
        await isDone(page);
        await page.getByRole("progressbar").waitFor({ state: "hidden" });
        expect(await page.getByRole("alert").count()).toBe(0);
        expect(trouble).toEqual([]);
      },
    );

    it("that ends as often as it is asked is given up with what to do, and nothing goes on turning", async () => {
      const { page, trouble } = await openAudit();
      await page.evaluate(() => {
        Worker.prototype.postMessage = function () {
          this.terminate();
        };
      });
      await run(page);
      await page
        .getByRole("alert")
        .getByText(/broke off twice.*then try again\.$/)
        .waitFor();
      expect(await page.getByRole("progressbar").count()).toBe(0);
      expect(trouble).toEqual([]);
    });

    it("that never answers can be cancelled, and the next one answers", async () => {
      const { page, trouble } = await openAudit();
      for (const worker of page.workers())
        await worker.evaluate(ENDS["that never answers"] ?? (() => undefined));
      await run(page);
      await page.getByRole("button", { name: "Cancel" }).click();
      await page.getByRole("progressbar").waitFor({ state: "hidden" });
      await run(page);
      await isDone(page);
      expect(trouble).toEqual([]);
    });
  });

  describe("the network", () => {
    it("may go once the pane has rested: every room opens, computes and writes without it", async () => {
      const context = await served.browser.newContext(PANE_LOOK);
      const opening = { context, withStarter: true, fetchesAhead: true, script: COUNTED };
      const { page, trouble } = await open(opening);
      await bothRun(page);
      const scripts = readdirSync("dist").filter((name) => name.endsWith(".js"));
      await page.waitForFunction((names) => {
        const fetched = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
        return names.every((name) => fetched.includes(`/${name}`));
      }, scripts);
      await page.waitForLoadState("networkidle");
      await context.route(/./, (route) => route.abort());
      await context.setOffline(true);
      for (const tab of ["Book", "Plan", "Roll", "Share", "Functions", "Log", "Audit", "Scenario"]) {
        await goTo(page, tab);
        expect(await page.getByRole("alert").count()).toBe(0);
      }
      await page
        .getByText(/^Break-even/)
        .first()
        .waitFor();
      await page.getByRole("radio", { name: "Expression" }).check();
      await page.getByRole("textbox", { name: "Scenario" }).fill("SPX * 0.9");
      await page.getByRole("table", { name: "P&L by layer" }).waitFor();
      await page.getByRole("radio", { name: "Sliders" }).check();
      await page.getByRole("button", { name: "Put on sheet", exact: true }).click();
      await statusOf(page).getByText("Wrote the sheet Stress").waitFor();
      await goTo(page, "Audit");
      await page.getByRole("button", { name: "Run the audit" }).click();
      await page.getByRole("region", { name: "BACKTEST" }).waitFor({ timeout: 45_000 });
      expect(trouble).toEqual([]);
    });

    it("may go before: what could not be fetched says so, and the next try fetches it, a part of a room too", async () => {
      const { page } = await open({ withStarter: true });
      const charts = new Set(filesWith("yAxisTickFormat").map((name) => `/${name}`));
      const isChart = (url: URL) => charts.has(url.pathname);
      await page.route(isChart, (route) => route.abort());
      await page.getByRole("tab", { name: "Scenario", exact: true }).click();
      const failed = page.getByRole("alert").getByText("This room could not be loaded: check the connection");
      await failed.waitFor();
      await page.getByRole("button", { name: "Try again" }).click();
      await failed.waitFor();
      await page.unroute(isChart);
      await page.getByRole("button", { name: "Try again" }).click();
      await page
        .getByText(/^Break-even/)
        .first()
        .waitFor();
    });
  });

  describe("storage", () => {
    /** As browsers forbid it: in frames of other sites, in private windows, on pages without https. */
    const FORBIDDEN = `
      for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
        Object.defineProperty(window, name, { get() { throw new DOMException("The operation is insecure.", "SecurityError"); } });
      Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined });
      delete Crypto.prototype.randomUUID;
      Object.defineProperty(Navigator.prototype, "locks", { get: () => undefined });`;
    const FULL = `
      Storage.prototype.setItem = () => { throw new DOMException("Full.", "QuotaExceededError"); };`;

    it("that is forbidden, and a page without https, leave the pane working; the log says what it lacks", async () => {
      const { page, trouble } = await open({ withStarter: true, script: FORBIDDEN });
      await goTo(page, "Scenario");
      await page
        .getByText(/^Break-even/)
        .first()
        .waitFor();
      await goTo(page, "Plan");
      await page.getByRole("button", { name: /^Log / }).click();
      await statusOf(page)
        .getByText(/^Not done\. The rule log needs a page that is served over https .*, then log again\.$/)
        .waitFor();
      expect(trouble).toEqual([]);
    });

    it.each([
      ["forbidden", FORBIDDEN],
      ["full", FULL],
    ])("that is %s lets the browser workbook open", async (_, script) => {
      const { pane, trouble } = await openRoom(served, "Plan", { script });
      await pane.getByRole("table", { name: /^Contracts by layer/ }).waitFor();
      expect(trouble).toEqual([]);
    });

    it("of the workbook that is full is told with what to do, until it takes something again", async () => {
      const { page, trouble } = await open({ withStarter: true });
      await page.evaluate(() => (window.fakeExcel.settingsRefused = "The settings cannot be saved."));
      await goTo(page, "Audit");
      const told = page.getByText(
        /^Warning: What is set in the pane could not be kept in the workbook \(The settings cannot be saved\): save a copy of your own, or free room .*$/,
      );
      await told.waitFor();
      await page.evaluate(() => (window.fakeExcel.settingsRefused = undefined));
      await goTo(page, "Plan");
      await told.waitFor({ state: "hidden" });
      expect(trouble).toEqual([]);
    });
  });

  describe("two panes over one workbook", () => {
    const ENTRY = {
      id: "first",
      at: "2026-11-20T06:45:10.000Z",
      room: "roll",
      rule: "E19 Roll, defer, hedge or close",
      verdict: "DEFER",
      asOf: "2022-02-04 16:15",
      inputs: {},
      inputHash: "0123456789abcdef",
    };

    /** A file, and panes over it that know nothing of each other. */
    async function openTwo() {
      let file: [string, unknown][] = [
        ["alvh.ruleLog", JSON.stringify({ version: 1, state: { entries: [ENTRY] } })],
      ];
      const context = await served.browser.newContext(PANE_LOOK);
      await context.exposeFunction("readFile", () => file);
      await context.exposeFunction("writeFile", (kept: typeof file) => {
        file = kept;
      });
      const opening = {
        context,
        kept: file,
        script: "window.sharedFile = { read: readFile, write: writeFile };",
      };
      const [one, two] = [await open(opening), await open(opening)];
      const log = () => {
        const text = new Map(file).get("alvh.ruleLog");
        const { state } = JSON.parse(String(text)) as { state: { entries: (typeof ENTRY)[] } };
        return state.entries;
      };
      const logPlan = async (page: Page) => {
        await page.getByRole("button", { name: "Insert starter sheets" }).click();
        await statusOf(page).getByText("Wrote the sheets").waitFor();
        await goTo(page, "Plan");
        await page.getByRole("button", { name: /^Log / }).click();
        await statusOf(page)
          .getByText(/logged/i)
          .waitFor();
      };
      return { one, two, log, logPlan };
    }

    it("keep every entry and every override of both, whoever saves last", async () => {
      const { one, two, log, logPlan } = await openTwo();
      await goTo(two.page, "Log");
      await logPlan(one.page);
      const logged = log().length;
      expect(logged).toBeGreaterThan(3);

      // The second pane, which has not heard of these, overrides its own entry.
      await two.page.getByRole("button", { name: /^Override E19/ }).click();
      await two.page.getByLabel("What was done instead").fill("Held");
      await two.page.getByLabel("Reason").fill("Fed day");
      await two.page.getByRole("button", { name: "Record override" }).click();
      await two.page.getByText("Held. Reason: Fed day").waitFor();
      expect(log()).toHaveLength(logged);
      expect(log().find(({ id }) => id === "first")).toMatchObject({ override: { decision: "Held" } });

      // The first, whose copy of the settings is old, changes a form.
      await goTo(one.page, "Log");
      await one.page.getByText("Held. Reason: Fed day").waitFor();
      expect(log()).toHaveLength(logged);
      expect(log().find(({ id }) => id === "first")).toMatchObject({ override: { reason: "Fed day" } });
      expect([...one.trouble, ...two.trouble]).toEqual([]);
    });

    it("learn of each other's verdicts when the user comes back to one", async () => {
      const { one, two, log, logPlan } = await openTwo();
      await goTo(two.page, "Log");
      await logPlan(one.page);
      await two.page.evaluate(() => window.dispatchEvent(new Event("focus")));
      await two.page
        .getByRole("button", { name: /^Override/ })
        .nth(log().length - 1)
        .waitFor();
      expect([...one.trouble, ...two.trouble]).toEqual([]);
    });
  });

  describe("an action", () => {
    /** Holds Excel's answers back until `go` is called. */
    const hold = (where: Page | Frame) =>
      where.evaluate(() => {
        const host = window.Excel as unknown as { run: (...all: unknown[]) => Promise<unknown> };
        const gate = new Promise<void>((resolve) => Object.assign(window, { go: resolve }));
        const run = (...all: unknown[]) => gate.then(() => host.run(...all));
        Object.assign(window, { Excel: { ...host, run } });
      });
    const go = (where: Page | Frame) => where.evaluate(() => (window as unknown as { go: () => void }).go());

    it("that is asked for twice is done once, and says why the second is not", async () => {
      const { page, trouble } = await open({ withStarter: true });
      await goTo(page, "Plan");
      const put = page.getByRole("button", { name: "Put on sheet", exact: true });
      await put.waitFor();
      await hold(page);
      await put.dblclick();
      await statusOf(page).getByText("Still at what was asked before: wait until it is done").waitFor();
      await go(page);
      await statusOf(page).getByText("Wrote the sheet Hedge plan").waitFor();
      const sheets = await page.evaluate(() => window.fakeExcel.sheets.map(({ name }) => name));
      expect(sheets.filter((name) => name.startsWith("Hedge plan"))).toEqual(["Hedge plan"]);
      expect(trouble).toEqual([]);
    });

    it("that waits for Excel says what Excel may be waiting for", async () => {
      const { page } = await open({ context: await served.browser.newContext(PANE_LOOK) });
      await page.clock.install();
      await hold(page);
      await page.getByRole("button", { name: "Insert starter sheets" }).click();
      await statusOf(page).getByText("Working…", { exact: true }).waitFor();
      await page.clock.fastForward(11_000);
      await statusOf(page).getByText("if a cell is being edited or a dialog is open").waitFor();
      await go(page);
      await page.clock.fastForward(1000);
      await statusOf(page).getByText("Wrote the sheets").waitFor();
    });

    it("goes on to its end while another room is open, and is told there", async () => {
      const { page, trouble } = await open({ withStarter: true });
      await goTo(page, "Plan");
      const put = page.getByRole("button", { name: "Put on sheet", exact: true });
      await put.waitFor();
      await hold(page);
      await put.click();
      await goTo(page, "Functions");
      await go(page);
      await statusOf(page).getByText("Wrote the sheet Hedge plan").waitFor();
      expect(trouble).toEqual([]);
    });

    it("that makes a copy ends with Cancel or with another room: none is made, and it says so", async () => {
      const { page, pane, said, trouble } = await openRoom(served, "Share");
      const frame = page.frames().find((one) => one.url().endsWith("pane.html"));
      if (frame === null || frame === undefined) throw new Error("The page has no pane.");
      for (const how of ["Cancel", "another room"]) {
        await pane.getByRole("button", { name: "Look at the workbook" }).click();
        await said("nothing hidden");
        await hold(frame);
        await pane.getByRole("button", { name: "Make the copy" }).click();
        if (how === "Cancel") await pane.getByRole("button", { name: "Cancel" }).click();
        else await pane.getByRole("tab", { name: "Functions", exact: true }).click();
        await go(frame);
        await said("Cancelled: no copy was made.");
        await pane.getByRole("tab", { name: "Share", exact: true }).click();
        await pane.getByRole("button", { name: "Look at the workbook" }).waitFor();
        expect(await pane.getByRole("button", { name: "Download the copy" }).count()).toBe(0);
      }
      expect(trouble).toEqual([]);
    });
  });

  describe("an error that nobody expected", () => {
    it("is told in the status line, thrown or rejected", async () => {
      const { page } = await open();
      await page.getByRole("button", { name: "Insert starter sheets" }).waitFor();
      await page.evaluate(() => {
        setTimeout(() => {
          throw new Error("the first is out of order.");
        });
      });
      await statusOf(page)
        .getByText(
          /^Not done\. Something went wrong in the pane \(the first is out of order\): .* open it anew\.$/,
        )
        .waitFor();
      await page.evaluate(() => void Promise.reject(new Error("the second was refused")));
      await statusOf(page).getByText("(the second was refused)").waitFor();
    });

    it("that stops the whole pane leaves a sentence in its place", async () => {
      const { page } = await open({ script: "window.matchMedia = undefined;" });
      await page
        .getByRole("alert")
        .getByText(/^The pane stopped \(.*\): close it and open it anew\./)
        .waitFor();
    });
  });
});
