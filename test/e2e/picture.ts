import type { Locator, Page } from "playwright-core";

/** A picture to look at, in test/e2e/screenshots: taken where PICTURES is set, for all of them take a minute. */
export async function picture(of: Page | Locator, name: string): Promise<void> {
  if (!process.env["PICTURES"]) return;
  const page = "page" in of ? of.page() : of;
  await page.waitForTimeout(PAUSE_MS);
  await of.screenshot({ path: `test/e2e/screenshots/${name}.png` });
}

/** The sheet is drawn a moment after its cells change, milliseconds. */
const PAUSE_MS = 400;
