import type { Frame, Page } from "playwright-core";
import type { Block } from "../../src/workbook/putOnSheet";
import { describeInBrowser } from "./launchBrowser";
import { goTo, openPane, statusOf } from "./openPane";
import { openRoom } from "./openRoom";
import { servedDist } from "./served";
import { workbookLayer } from "./workbookLayer";

/** A text that would be an element and run a script, wherever it were taken for markup. */
const HOSTILE = `<img src=x onerror="window.struck='yes'">`;
/** As a sheet may be called: up to 31 characters. */
const SHEET = "<img src=x onerror=struck=1>";
const SCRIPT = `</title></style></svg><script>window.struck='yes'</script><svg onload="window.struck='yes'">`;

describeInBrowser("text that comes from cells and files", () => {
  const served = servedDist();

  /** Elements that only a hostile text can have made, and whether a script of one ran. */
  const harm = (where: Page | Frame) =>
    where.evaluate(() => ({
      made: document.querySelectorAll("img[src='x'], svg[onload], body script:not([src])").length,
      struck: (window as { struck?: string }).struck ?? "no",
    }));
  const NONE = { made: 0, struck: "no" };

  it("stays text in every room of the pane", async () => {
    const entry = {
      id: HOSTILE,
      at: "2026-11-20T06:45:10.000Z",
      room: HOSTILE,
      rule: `rule ${HOSTILE}`,
      verdict: SCRIPT,
      asOf: HOSTILE,
      inputs: { [HOSTILE]: SCRIPT },
      inputHash: HOSTILE,
      override: { at: HOSTILE, decision: `decision ${HOSTILE}`, reason: SCRIPT },
    };
    const log = JSON.stringify({ version: 1, state: { entries: [entry] } });
    const { page, trouble } = await openPane(served, { kept: [["alvh.ruleLog", log]], withStarter: true });
    await page.evaluate(
      ([hostile, script]) => {
        const { fakeExcel } = window;
        // A column more in the book, the layer of a leg, and a row more in the market.
        fakeExcel.cell("Book", "J4").value = hostile;
        fakeExcel.cell("Book", "A5").value = hostile;
        fakeExcel.cell("Market", "A20").value = script;
        fakeExcel.cell("Market", "B20").value = hostile;
        fakeExcel.names.set("Book", "Book!$A$4:$J$60");
        fakeExcel.names.set(hostile, "Book!$A$4:$J$60");
        fakeExcel.tables.set(script, "Book!$A$4:$J$60");
        Object.assign(fakeExcel.cell("Sheet1", "A1"), {
          formula: `=ALVH.BSM.PRICE("${hostile.replaceAll('"', '""')}", 100, 95, 30)`,
          value: "#VALUE!",
        });
        fakeExcel.happen("changed");
      },
      [HOSTILE, SCRIPT] as const,
    );

    const isShown = (text: string) => page.getByText(text, { exact: false }).first().waitFor();
    for (const tab of ["Start", "Book", "Plan", "Scenario", "Roll", "Audit", "Share", "Functions", "Log"]) {
      await goTo(page, tab);
      await page.waitForTimeout(300); // the cells are read anew 150 ms after they change
      expect([tab, await harm(page)]).toEqual([tab, NONE]);
    }
    // The log is open: all of the entry is there to be read.
    await isShown(`rule ${HOSTILE}`);
    await isShown(SCRIPT);
    await isShown(`decision ${HOSTILE}`);

    await goTo(page, "Book");
    await isShown(HOSTILE);
    const ranges = page.getByRole("combobox", { name: "Book" });
    await ranges.click();
    await page.getByRole("option", { name: HOSTILE }).waitFor();
    await page.keyboard.press("Escape");
    await ranges.fill(HOSTILE.replace("x", "y"));
    await ranges.press("Enter");
    await isShown(HOSTILE.replace("x", "y"));
    await page.getByTestId("drop").evaluate((zone, text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([`Date,${text}\n2022-02-04,${text}\n`], `${text}.csv`));
      zone.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
    }, HOSTILE);
    await page.getByRole("alert").filter({ hasText: "it is not a Cboe quote table" }).waitFor();

    await goTo(page, "Functions");
    await page.evaluate(() => window.fakeExcel.select("Sheet1", "B1"));
    await page.waitForTimeout(300);
    await page.evaluate(() => window.fakeExcel.select("Sheet1", "A1"));
    await page.getByRole("region", { name: "Explain this cell" }).getByText(HOSTILE).first().waitFor();
    await page.getByRole("searchbox", { name: "Search functions" }).fill(HOSTILE);
    await page.getByText(`No function matches “${HOSTILE}”.`).waitFor();

    await page.evaluate((text) => {
      window.fakeExcel.refuses = {
        code: "Odd",
        message: text,
        when: (request) => request.startsWith("worksheets.add"),
      };
    }, HOSTILE);
    await goTo(page, "Start");
    await page.getByRole("button", { name: "Insert the template Hedge plan" }).click();
    await statusOf(page).getByText(`Excel refused: ${HOSTILE}`).waitFor();

    expect(await harm(page)).toEqual(NONE);
    expect(trouble).toEqual([]);
  });

  it("stays text in the browser workbook: its charts, its reasons, its sheets, and the report of a copy", async () => {
    const room = await openRoom(served, "Share");
    const { page, pane, said, set, trouble } = room;
    await page.evaluate(await workbookLayer());
    const block: Block = {
      sheetName: SHEET,
      columnWidths: [100, 100],
      cells: [
        { at: "A1", value: SCRIPT },
        { at: "B1", value: HOSTILE },
        { at: "C1", value: SCRIPT },
        ...[1, 2, 3].flatMap((x) => [
          { at: `A${x + 1}`, value: `${x} ${HOSTILE}` },
          { at: `B${x + 1}`, value: 2 * x },
          { at: `C${x + 1}`, value: 3 * x },
        ]),
        { at: "A6", formula: "=ALVH.BSM.PRICE(B1, 100, 95, 30, 0.2, 0.03)" },
      ],
      areas: [],
      charts: [
        {
          kind: "column",
          title: HOSTILE,
          data: "A1:C4",
          seriesBy: "Columns",
          at: "E1",
          to: "K16",
          xTitle: HOSTILE,
          yTitle: SCRIPT,
        },
      ],
    };
    await page.evaluate((one) => window.workbookLayer.putOnSheet(one), block);
    const chart = page.locator(".chart");
    await chart.getByText(HOSTILE, { exact: true }).first().waitFor();
    expect(await chart.innerHTML()).toContain("&lt;img src=x");
    await set("Book", "A5", HOSTILE);
    const reason = await page.evaluate(([sheet]) => window.alvhWorkbook.reason(sheet, "A6"), [
      SHEET,
    ] as const);
    expect(reason).toContain("<img src=x onerror=");
    // Selected, the cell's reason stands below the sheet.
    await page.evaluate(
      (name) =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem(name).getRange("A6").select();
          await context.sync();
        }),
      SHEET,
    );
    await page.locator("#status").getByText("<img src=x onerror=").waitFor();

    await pane.getByRole("button", { name: "Look at the workbook" }).click();
    await said("nothing hidden");
    await pane.getByRole("button", { name: "Make the copy" }).click();
    await said("became values");
    for (const frame of page.frames()) expect(await harm(frame)).toEqual(NONE);
    expect(trouble).toEqual([]);
  });
});
