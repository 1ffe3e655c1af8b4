import type { Page } from "playwright-core";
import { describeInBrowser } from "./launchBrowser";
import { openPane, statusOf as status, type OpenPane } from "./openPane";
import { openRoom } from "./openRoom";
import { servedDist } from "./served";

/** Each room that writes: how its writing begins, and what the status line then says. */
const ROOMS = [
  { tab: "Start", button: "Insert the template Hedge plan", wrote: "Wrote the sheet Hedge plan" },
  { tab: "Book", button: "Put on sheet", wrote: "Wrote the sheet Condor" },
  { tab: "Plan", button: "Put on sheet", wrote: "Wrote the sheet Hedge plan" },
  { tab: "Scenario", button: "Put on sheet", wrote: "Wrote the sheet Stress" },
  { tab: "Roll", button: "Put on sheet", wrote: "Wrote the sheet Roll desk" },
  { tab: "Audit", button: "Put on sheet", wrote: "Wrote the sheet Cost audit" },
  { tab: "Log", button: "Put on sheet", wrote: "Wrote the sheet Rule log" },
] as const;

/** What Excel answers, to which requests, and what the user reads: the codes are Office.js's own. */
const FAULTS = [
  {
    what: "the workbook is protected",
    code: "AccessDenied",
    requests: "^worksheets\\.add",
    sentence: /The sheet or the workbook is protected: unprotect it .*, then try again\.$/,
  },
  {
    what: "writing is refused half-way",
    code: "AccessDenied",
    // The first text of the new sheet is written before it is refused.
    requests: "^activate$",
    sentence: /The sheet or the workbook is protected: unprotect it .*, then try again\.$/,
  },
  {
    what: "a cell is being edited",
    code: "InvalidOperationInCellEditMode",
    requests: "",
    sentence: /A cell is being edited: press Enter or Esc in the sheet, then try again\.$/,
  },
  {
    what: "Excel is busy",
    code: "HostIsBusy",
    requests: "",
    sentence: /Excel is busy: close any open dialog or cell edit, wait a moment, then try again\.$/,
  },
] as const;

describeInBrowser("where Excel refuses", () => {
  const served = servedDist();

  /** The pane in a fake Excel with the starter sheets and a log of one verdict, in the room of a tab. */
  async function open(tab: string): Promise<OpenPane> {
    const room = await openPane(served, { tab, kept: [["alvh.ruleLog", KEPT_LOG]], withStarter: true });
    const { page } = room;
    if (tab === "Audit") {
      await page.getByRole("button", { name: "Run the audit" }).click();
      await page.getByRole("button", { name: "Run again" }).waitFor({ timeout: 45_000 });
    }
    return room;
  }

  /** Everything that stands in the workbook: names, sheets, filled cells, charts. */
  const contents = (page: Page) =>
    page.evaluate(() => {
      const { names, sheets } = window.fakeExcel;
      return JSON.stringify({
        names: [...names],
        sheets: sheets.map(({ name, cells, charts }) => ({
          name,
          cells: [...cells].filter(([, { value, formula }]) => value !== "" || formula !== undefined),
          charts: charts.length,
        })),
      });
    });

  const refuse = (page: Page, code: string, requests: string) =>
    page.evaluate(
      ([answer, pattern]) => {
        window.fakeExcel.refuses = {
          code: answer,
          message: "Refused.",
          when: (request) => new RegExp(pattern).test(request),
        };
      },
      [code, requests] as const,
    );

  describe.each(ROOMS)("the room $tab", ({ tab, button, wrote }) => {
    it("says what to do in one sentence, leaves nothing half-written, and writes at the next try", async () => {
      const { page, trouble } = await open(tab);
      const press = () => page.getByRole("button", { name: button, exact: true }).first().click();
      const before = await contents(page);
      for (const { code, requests, sentence } of FAULTS) {
        await refuse(page, code, requests);
        await press();
        await status(page).filter({ hasText: sentence }).waitFor();
        expect(await contents(page)).toBe(before);
      }
      await page.evaluate(() => (window.fakeExcel.refuses = undefined));
      await press();
      await status(page).filter({ hasText: wrote }).waitFor();
      expect(await contents(page)).not.toBe(before);
      expect(trouble).toEqual([]);
    });
  });

  it("the room Functions inserts an example whole or not at all", async () => {
    const { page, trouble } = await open("Functions");
    await page.getByRole("searchbox", { name: "Search functions" }).fill("bsm.price");
    await page.getByRole("button", { name: /^BSM\.PRICE/ }).click();
    const insert = page.getByRole("button", { name: /^Insert =ALVH\.BSM\.PRICE/ }).first();
    await page.evaluate(() => window.fakeExcel.select("Sheet1", "C7"));
    const before = await contents(page);
    for (const { code, sentence } of FAULTS) {
      await refuse(page, code, "^set formulas$");
      await insert.click();
      await status(page).filter({ hasText: sentence }).waitFor();
      expect(await contents(page)).toBe(before);
    }
    // Refused once the formula stands there: then it is told as written, not as refused.
    await refuse(page, "HostIsBusy", "^load values$");
    await insert.click();
    await status(page)
      .filter({ hasText: /^Wrote =ALVH\.BSM\.PRICE\(.*\) into Sheet1!C7\.$/ })
      .waitFor();
    expect(trouble).toEqual([]);
  });

  it("the room Share says what to do under every one of its buttons", async () => {
    const room = await openRoom(served, "Share");
    const frame = room.page.frames().find((one) => one.url().endsWith("pane.html"));
    const sheets = await room.sheets();
    // Each code once, so that no sentence stands there already when its turn comes.
    const faults = FAULTS.filter(({ requests }) => requests !== "^activate$");
    const buttons = ["Look at the workbook", "Thaw", "What would Repair do?", "Repair", "Save .xlsx"];
    for (const button of buttons) {
      for (const { code, sentence } of faults) {
        await frame?.evaluate((answer) => {
          const run = () => Promise.reject(Object.assign(new Error("Refused."), { code: answer }));
          Object.assign(window, { Excel: { ...window.Excel, run } });
        }, code);
        await room.pane.getByRole("button", { name: button, exact: true }).click();
        await room.said(sentence);
      }
    }
    expect(await room.sheets()).toEqual(sheets);
    expect(room.trouble).toEqual([]);
  });

  // Excel tells nobody that a name was deleted: the pane learns it when it writes.
  it.each(["Book", "Plan", "Scenario", "Roll"])(
    "the room %s writes no formula of a name that was deleted meanwhile",
    async (tab) => {
      const { page, trouble } = await open(tab);
      const put = page.getByRole("button", { name: "Put on sheet", exact: true }).first();
      await put.waitFor();
      await page.evaluate(() => window.fakeExcel.names.delete("Market"));
      const before = await contents(page);
      await put.click();
      await status(page)
        .getByText("The workbook has no range or table named Market, so nothing was written")
        .waitFor();
      expect(await contents(page)).toBe(before);
      expect(trouble).toEqual([]);
    },
  );

  it("a name that is gone when cells change is told in its place, and nothing is shown of it", async () => {
    const { page } = await open("Plan");
    await page.getByRole("table", { name: /^Contracts by layer/ }).waitFor();
    await page.evaluate(() => {
      window.fakeExcel.names.delete("Book");
      window.fakeExcel.happen("changed");
    });
    await page.getByText("The workbook has no range or table named Book").first().waitFor();
    expect(await page.getByRole("table", { name: /^Contracts by layer/ }).count()).toBe(0);
    expect(await page.getByRole("button", { name: "Put on sheet" }).count()).toBe(0);
  });

  it("a log that cannot be kept with the workbook says so", async () => {
    const { page } = await open("Log");
    await page.evaluate(() => (window.fakeExcel.settingsRefused = "The document is read-only."));
    await page.getByRole("button", { name: /^Override E19/ }).click();
    await page.getByLabel("What was done instead").fill("Held");
    await page.getByLabel("Reason").fill("Fed day");
    await page.getByRole("button", { name: "Record override" }).click();
    await page.getByText("The document is read-only").first().waitFor();
  });
});

const KEPT_LOG = JSON.stringify({
  version: 1,
  state: {
    entries: [
      {
        id: "one",
        at: "2026-11-20T06:45:10.000Z",
        room: "roll",
        rule: "E19 Roll, defer, hedge or close",
        verdict: "DEFER",
        asOf: "2022-02-04 16:15",
        inputs: { VIX: "23.22" },
        inputHash: "0123456789abcdef",
      },
    ],
  },
});
