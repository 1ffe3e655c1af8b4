import type { Locator, Page } from "playwright-core";

/** Whether the tests take pictures: all of them take a minute. */
export const takesPictures = Boolean(process.env["PICTURES"]);

/** A picture to look at, in test/e2e/screenshots, where PICTURES is set. */
export async function picture(of: Page | Locator, name: string): Promise<void> {
  if (!takesPictures) return;
  const page = "page" in of ? of.page() : of;
  await page.waitForTimeout(PAUSE_MS);
  await of.screenshot({ path: `test/e2e/screenshots/${name}.png` });
}

/** The sheet is drawn a moment after its cells change, milliseconds. */
const PAUSE_MS = 400;
