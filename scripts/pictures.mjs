import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "./findBrowser.mjs";
import { serve } from "./server.mjs";

/**
 * Takes the pictures of the README and the tutorial, docs/pictures, of the built browser workbook. Run by hand when its
 * looks change.
 */
const root = join(import.meta.dirname, "..");
const pictures = join(root, "docs/pictures");
mkdirSync(pictures, { recursive: true });
const server = await serve(join(root, "dist"), 0);
const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox"] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 840 } });
  await page.goto(server.address);
  await page.evaluate(() => window.alvhWorkbook.ready);
  await page.frameLocator("#pane").getByRole("button", { name: "Insert starter sheets" }).waitFor();
  await page.screenshot({ path: join(pictures, "workbook.png"), animations: "disabled" });
  await takeRoom("Scenario", "scenario", 1190);
  await takeRoom("Share", "tutorial-share", 900, "Look at the workbook");
  await takeSheet("tutorial-theta", '=ALVH.NETTHETA(Book, Market, "layer")', 6, [
    [110],
    [130, "#,##0.00"],
    [110],
    [110],
    [110],
  ]);
  await takeSheet("tutorial-hedge", '=ALVH.LAYER(10, "442", Market)', 5, [
    ...[[70], [95], [95], [60, "0.0"], [90, "0.00"], [50], [55], [60, "0.00"], [60, "0.00"], [70]],
    ...[[80], [60, "0.00"], [90, "#,##0"], [100, "0.00"], [125, "0.0"], [100, "#,##0"]],
  ]);
  await takeSheet("tutorial-roll", "=ALVH.ROLL(Book, Market, ALVH.CONDOR.BOOK(Market, 70, 10))", 12, [
    [400],
    [90],
    [110],
    [70],
    [620],
  ]);
} finally {
  await browser.close();
  await server.close();
}

/** The pane alone in a room, after a button where one is named, with pixels enough that its text can be read. */
async function takeRoom(tab, name, height, button) {
  const page = await browser.newPage({
    viewport: { width: 1200, height },
    deviceScaleFactor: 1.5,
    reducedMotion: "reduce",
  });
  await page.goto(server.address);
  await page.evaluate(() => window.alvhWorkbook.ready);
  const frame = page.locator("#pane");
  await frame.evaluate((element) => Object.assign(element.style, { width: "380px", minWidth: "0" }));
  await page.frameLocator("#pane").getByRole("tab", { name: tab, exact: true }).click();
  await page.frameLocator("#pane").getByText("Loading…").waitFor({ state: "hidden" });
  if (button) await page.frameLocator("#pane").getByRole("button", { name: button }).click();
  await page.waitForTimeout(2500); // pictures are computed and drawn a moment later
  await frame.screenshot({ path: join(pictures, `${name}.png`), animations: "disabled" });
  await page.close();
}

/** A formula typed into A1 of an empty sheet, its columns made wide and given formats, and so many rows of its result. */
async function takeSheet(name, formula, rows, columns) {
  const page = await browser.newPage({ viewport: { width: 1360, height: 700 }, reducedMotion: "reduce" });
  await page.goto(server.address);
  await page.evaluate(() => window.alvhWorkbook.ready);
  await page.getByRole("button", { name: "Hide pane" }).click();
  await page.evaluate(
    async ([text, looks]) => {
      await Excel.run(async (excel) => {
        const sheet = excel.workbook.worksheets.add("Tutorial");
        looks.forEach(([pixels, format], column) => {
          const letter = String.fromCharCode("A".charCodeAt(0) + column);
          const cells = sheet.getRange(`${letter}1:${letter}20`);
          cells.format.columnWidth = pixels * 0.75; // points
          if (format) cells.numberFormat = format;
        });
        await excel.sync();
        sheet.activate();
        await excel.sync();
      });
      await window.alvhWorkbook.set("Tutorial", "A1", text);
    },
    [formula, columns],
  );
  await page.waitForTimeout(1000); // the sheet is drawn a moment later
  const sheet = await page.locator("canvas[id^=univer-sheet-main]").boundingBox();
  await page.mouse.click(sheet.x + 60, sheet.y + 30);
  await page.waitForTimeout(500);
  const width = Math.min(50 + columns.reduce((sum, [pixels]) => sum + pixels, 0), 1360);
  const clip = { x: 0, y: sheet.y - 26, width, height: 26 + 20 + 24 * rows };
  await page.screenshot({ path: join(pictures, `${name}.png`), clip, animations: "disabled" });
  await page.close();
}
