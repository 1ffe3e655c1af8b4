import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

/**
 * Fluent's light or dark theme: Excel's own where Excel tells it, else the system's preference. A high contrast
 * theme needs nothing here: the browser forces its colors and Fluent's components are made for that.
 */
export function usePaneTheme(): Theme {
  const systemIsDark = useSyncExternalStore(onSystemChange, () => darkPreference().matches);
  return (officeIsDark() ?? systemIsDark) ? webDarkTheme : webLightTheme;
}

function darkPreference(): MediaQueryList {
  return window.matchMedia("(prefers-color-scheme: dark)");
}

function onSystemChange(changed: () => void): () => void {
  const preference = darkPreference();
  preference.addEventListener("change", changed);
  return () => {
    preference.removeEventListener("change", changed);
  };
}

/** Undefined where there is no Office, or an Office that does not tell its theme. */
function officeIsDark(): boolean | undefined {
  if (typeof Office === "undefined") return undefined;
  // Typed as always there; outside a host it is not.
  const context = Office.context as Office.Context | undefined;
  const theme = context?.officeTheme as Partial<Office.OfficeTheme> | undefined;
  return theme?.isDarkTheme;
}
