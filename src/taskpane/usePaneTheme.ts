import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

/**
 * Fluent's light or dark theme: Excel's own where Excel tells it, else the system's preference. A high contrast
 * theme needs nothing here: the browser forces its colors and Fluent's components are made for that.
 */
export function usePaneTheme(): Theme {
  const isDark = useSyncExternalStore(onThemeChange, () => officeIsDark() ?? darkPreference().matches);
  return isDark ? webDarkTheme : webLightTheme;
}

function darkPreference(): MediaQueryList {
  return window.matchMedia("(prefers-color-scheme: dark)");
}

/** Excel does not announce another theme of its own: it is looked for when the user comes back to the pane. */
function onThemeChange(changed: () => void): () => void {
  const preference = darkPreference();
  preference.addEventListener("change", changed);
  window.addEventListener("focus", changed);
  return () => {
    preference.removeEventListener("change", changed);
    window.removeEventListener("focus", changed);
  };
}

/** Undefined where there is no Office, or an Office that does not tell its theme. */
function officeIsDark(): boolean | undefined {
  if (typeof Office === "undefined") return undefined;
  // Typed as always there; outside a host it is not.
  const context = Office.context as Office.Context | undefined;
  const theme = context?.officeTheme as Partial<Office.OfficeTheme> | undefined;
  return theme?.isDarkTheme ?? isDarkColor(theme?.bodyBackgroundColor);
}

/** Older Excels tell colors alone, such as #262626. */
function isDarkColor(color: string | undefined): boolean | undefined {
  const [, red, green, blue] = /^#?(..)(..)(..)$/.exec(color ?? "") ?? [];
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return parseInt(red, 16) + parseInt(green, 16) + parseInt(blue, 16) < (3 * 255) / 2;
}
