import type { PaneRoom } from "./paneRoom";
import { picture } from "./picture";

const LOOKS = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  "high-contrast": { colorScheme: "dark", forcedColors: "active" },
} as const;

/** The narrowest and the widest that Excel lets the pane be without a drag, pixels. */
const WIDTHS = [320, 400];

/** A room that fills its page in light, dark and high contrast, narrow and wide: it breaks no rule that axe knows, and needs no sideways scrolling. */
export async function inEveryLook(
  { page, overflow, violations }: Pick<PaneRoom, "page" | "overflow" | "violations">,
  name: string,
): Promise<void> {
  for (const [look, colours] of Object.entries(LOOKS)) {
    await page.emulateMedia(colours);
    const wide: number[] = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 1000 });
      await picture(page, `${name}-${look}-${width}`);
      wide.push(await overflow());
    }
    const seen = { look, overflow: wide, violations: await violations() };
    expect(seen).toEqual({ look, overflow: WIDTHS.map(() => 0), violations: [] });
  }
}
