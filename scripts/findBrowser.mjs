import { isExecutable } from "./findProgram.mjs";

/**
 * An installed Chrome, Chromium or Edge: the program's path, or undefined where there is none.
 * CHROME_PATH wins; when it is set but cannot be run that is an error, never a silent second choice.
 * @param {NodeJS.ProcessEnv} [environment]
 * @param {NodeJS.Platform} [platform]
 * @param {(path: string) => boolean} [canRun]
 * @returns {string | undefined}
 */
export function findBrowser(environment = process.env, platform = process.platform, canRun = isExecutable) {
  const chosen = environment.CHROME_PATH;
  if (chosen) {
    if (canRun(chosen)) return chosen;
    throw new Error(
      `CHROME_PATH (${chosen}) is not a program that can be run: give the path of Chrome, Chromium or Edge.`,
    );
  }
  return usualPlaces(environment, platform).find(canRun);
}

/** @returns {string[]} */
function usualPlaces(environment, platform) {
  if (platform === "darwin") {
    const programs = ["Google Chrome", "Chromium", "Microsoft Edge"];
    const folders = ["/Applications", `${environment.HOME}/Applications`];
    return folders.flatMap((folder) =>
      programs.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform === "win32") {
    const programs = [
      "Google\\Chrome\\Application\\chrome.exe",
      "Chromium\\Application\\chrome.exe",
      "Microsoft\\Edge\\Application\\msedge.exe",
    ];
    const folders = [environment.PROGRAMFILES, environment["PROGRAMFILES(X86)"], environment.LOCALAPPDATA];
    return folders.filter(Boolean).flatMap((folder) => programs.map((name) => `${folder}\\${name}`));
  }
  const programs = [
    // Chromium without windows, as the tests want it: the rest of a browser costs them a tenth of their time.
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge",
  ];
  const folders = [...(environment.PATH ?? "").split(":"), "/usr/bin", "/snap/bin"].filter(Boolean);
  return programs.flatMap((name) => folders.map((folder) => `${folder}/${name}`));
}
