import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "./findBrowser.mjs";

/** Draws assets/icon-*.png from assets/icon.svg. Run by hand when the drawing changes; the pictures are committed. */
const assets = join(import.meta.dirname, "../assets");
const svg = readFileSync(join(assets, "icon.svg"), "utf8");
const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const size of [16, 32, 64, 80, 128]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`);
  await page.screenshot({ path: join(assets, `icon-${size}.png`), omitBackground: true });
}
await browser.close();
