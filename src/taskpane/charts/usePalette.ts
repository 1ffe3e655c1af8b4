import { webDarkTheme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import { usePaneTheme } from "../usePaneTheme";
import { palettes, type Palette } from "./palettes";

/** The palette of the pane's theme, or the reader's own colors where those are forced. */
export function usePalette(): Palette {
  const isDark = usePaneTheme() === webDarkTheme;
  const isForced = useSyncExternalStore(onForcedChange, () => forcedColors().matches);
  return palettes[isForced ? "contrast" : isDark ? "dark" : "light"];
}

function forcedColors(): MediaQueryList {
  return window.matchMedia("(forced-colors: active)");
}

function onForcedChange(changed: () => void): () => void {
  const query = forcedColors();
  query.addEventListener("change", changed);
  return () => {
    query.removeEventListener("change", changed);
  };
}
