import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "./findBrowser.mjs";
import { serve } from "./server.mjs";

/** Takes the pictures of the README, docs/pictures, of the built browser workbook. Run by hand when its looks change. */
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
  await takeScenarioRoom();
} finally {
  await browser.close();
  await server.close();
}

/** The pane alone, with pixels enough that its text can be read. */
async function takeScenarioRoom() {
  const page = await browser.newPage({
    viewport: { width: 1200, height: 1190 },
    deviceScaleFactor: 1.5,
    reducedMotion: "reduce",
  });
  await page.goto(server.address);
  await page.evaluate(() => window.alvhWorkbook.ready);
  const frame = page.locator("#pane");
  await frame.evaluate((element) => Object.assign(element.style, { width: "380px", minWidth: "0" }));
  const pane = page.frameLocator("#pane");
  await pane.getByRole("tab", { name: "Scenario" }).click();
  await pane.getByRole("figure").first().waitFor();
  await page.waitForTimeout(1500); // the pictures are computed and drawn a moment later
  await frame.screenshot({ path: join(pictures, "scenario.png"), animations: "disabled" });
}
