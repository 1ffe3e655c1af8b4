import { chromium, type Browser } from "playwright-core";
import { findBrowser } from "../../scripts/findBrowser.mjs";

/** The installed browser without a window, and without the calls home that browsers make of their own accord. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser() ?? "",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** `describe`, reported as skipped where no browser is installed. */
export const describeInBrowser = findBrowser() === undefined ? describe.skip : describe;
