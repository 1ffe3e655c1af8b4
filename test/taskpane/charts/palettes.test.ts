import { DASHES, palettes, shadeOf } from "../../../src/taskpane/charts/palettes";

/** WCAG 2.2, "contrast ratio": of the relative luminances of two sRGB colors. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Fluent's colorNeutralBackground1 of the web themes. */
const GROUNDS = { light: "#ffffff", dark: "#292929" } as const;

describe.each(["light", "dark"] as const)("the %s palette", (name) => {
  const { lines, mark, gain, loss } = palettes[name];

  test("lines and marks stand out from the ground: 3 to 1 (WCAG 1.4.11)", () => {
    for (const color of [...lines, mark]) expect(contrast(color, GROUNDS[name])).toBeGreaterThanOrEqual(3);
  });

  test("figures can be read on every shade: 4.5 to 1 (WCAG 1.4.3)", () => {
    for (const shades of [gain, loss]) {
      for (let share = 0; share <= 1; share += 0.05) {
        expect(contrast(shadeOf(shades, share), shades.text)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  test("a larger figure has a deeper shade", () => {
    for (const shades of [gain, loss]) {
      expect(contrast(shadeOf(shades, 1), GROUNDS[name])).toBeGreaterThan(1.2);
      expect(contrast(shadeOf(shades, 1), GROUNDS[name])).toBeGreaterThan(
        contrast(shadeOf(shades, 0), GROUNDS[name]),
      );
    }
  });
});

test("shades go from one end to the other", () => {
  const shades = { from: "#000000", to: "#ff8040", text: "#ffffff" };
  expect([0, 0.5, 1].map((share) => shadeOf(shades, share))).toEqual(["#000000", "#804020", "#ff8040"]);
});

test("in forced colors all is the reader's own, and lines differ by their dashes", () => {
  const { lines, mark, gain, loss } = palettes.contrast;
  for (const color of [...lines, mark, shadeOf(gain, 0.7), shadeOf(loss, 0.7)])
    expect(color).toMatch(/^[A-Z][A-Za-z]+$/);
  expect(new Set(DASHES).size).toBe(lines.length);
});
