import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "./findBrowser.mjs";
import { serve } from "./server.mjs";

/**
 * Takes a picture of every room of the pane over the starter workbook, 350 pixels wide in light, dark and high
 * contrast, into test/e2e/screenshots/rooms: to be looked at when the pane's looks change. It needs the built dist.
 */
const root = join(import.meta.dirname, "..");
const pictures = join(root, "test/e2e/screenshots/rooms");
const looks = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  contrast: { colorScheme: "dark", forcedColors: "active" },
};
mkdirSync(pictures, { recursive: true });
const server = await serve(join(root, "dist"), 0);
const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox"] });
try {
  for (const [look, media] of Object.entries(looks)) {
    const page = await browser.newPage({
      viewport: { width: 1200, height: 1600 },
      reducedMotion: "reduce",
      ...media,
    });
    await page.goto(server.address);
    await page.evaluate(() => window.alvhWorkbook.ready);
    const frame = page.locator("#pane");
    await frame.evaluate((element) => Object.assign(element.style, { width: "350px", minWidth: "0" }));
    const pane = page.frameLocator("#pane");
    await pane.getByRole("tab").first().waitFor();
    for (const tab of await pane.getByRole("tab").all()) {
      await tab.click();
      await pane.getByText("Loading…").waitFor({ state: "hidden" });
      await page.waitForTimeout(1500); // readings of the sheet and drawings come a moment later
      const room = (await tab.innerText()).toLowerCase();
      await frame.screenshot({ path: join(pictures, `${room}-${look}.png`), animations: "disabled" });
      console.log(`${room}-${look}.png`);
    }
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
