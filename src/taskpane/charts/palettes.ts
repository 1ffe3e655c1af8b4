/** Colors of the charts, hex or system colors. Lines differ by their dashes as well, so that no reader depends on color. */
export interface Palette {
  readonly lines: readonly string[];
  /** A single point that matters: the scenario, a break-even. */
  readonly mark: string;
  readonly gain: Shades;
  readonly loss: Shades;
}

/** Behind a figure of some size: from the smallest to the largest, and the text that is read on all of them. */
export interface Shades {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

export type PaletteName = "light" | "dark" | "contrast";

/** Blue and orange, which readers who do not tell red from green still tell apart. */
export const palettes: Readonly<Record<PaletteName, Palette>> = {
  light: {
    lines: ["#0f6cbd", "#a3480b", "#6b3a8f", "#0b6a0b"],
    mark: "#242424",
    gain: { from: "#f3f9fe", to: "#8cc2ee", text: "#14181c" },
    loss: { from: "#fef6f0", to: "#f2a878", text: "#1d1610" },
  },
  dark: {
    lines: ["#62abf5", "#f0a05a", "#c9a0e8", "#7ccf6e"],
    mark: "#ffffff",
    gain: { from: "#23303b", to: "#0f4f84", text: "#ffffff" },
    loss: { from: "#3a2a22", to: "#823a0e", text: "#ffffff" },
  },
  // The reader's own colors; figures stand on plain ground, told apart by their signs.
  contrast: {
    lines: ["LinkText", "CanvasText", "Highlight", "GrayText"],
    mark: "CanvasText",
    gain: { from: "Canvas", to: "Canvas", text: "CanvasText" },
    loss: { from: "Canvas", to: "Canvas", text: "CanvasText" },
  },
};

/** Dashes of the lines, in the order of their colors: pixels drawn and left out. */
export const DASHES = ["0", "7 4", "2 4", "9 3 2 3"] as const;

/** The ground behind a figure: `share` is its size by the largest shown, 0 to 1. */
export function shadeOf({ from, to }: Shades, share: number): string {
  if (!from.startsWith("#")) return from;
  const [start, end] = [channels(from), channels(to)];
  const mixed = start.map((channel, index) => Math.round(channel + share * ((end[index] ?? 0) - channel)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}
