import type { Page } from "playwright-core";
import type { PaneRoom } from "./paneRoom";
import { picture } from "./picture";

const LOOKS = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  "high-contrast": { colorScheme: "light", forcedColors: "active" },
  "high-contrast-dark": { colorScheme: "dark", forcedColors: "active" },
} as const;

/** Of the pane, pixels. The narrow one comes last: there axe asks. */
const WIDTHS = [400, 320];

/**
 * A room that fills its page in light, dark and high contrast, wide and narrow: it needs no sideways scrolling, and
 * breaks no rule that axe knows where it is narrow. Leaves the page narrow and light.
 */
export async function inEveryLook(
  { page, overflow, violations }: Pick<PaneRoom, "page" | "overflow" | "violations">,
  name: string,
): Promise<void> {
  for (const [look, colours] of Object.entries(LOOKS)) {
    await page.emulateMedia(colours);
    const wide: number[] = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 1000 });
      await redrawn(page);
      await picture(page, `${name}-${look}-${width}`);
      wide.push(await overflow());
    }
    const seen = { look, overflow: wide, violations: await violations() };
    expect(seen).toEqual({ look, overflow: WIDTHS.map(() => 0), violations: [] });
  }
  await page.emulateMedia(LOOKS.light);
  await redrawn(page);
}

/** After another size or other colours: charts are measured in one frame, drawn in the next. */
const redrawn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
  });
