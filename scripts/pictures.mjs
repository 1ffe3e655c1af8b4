import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "./findBrowser.mjs";
import { serve } from "./server.mjs";

/** Takes docs/pictures/workbook.png of the built browser workbook. Run by hand when its looks change. */
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
} finally {
  await browser.close();
  await server.close();
}
