import { spawnSync } from "node:child_process";
import { findBrowser } from "./findBrowser.mjs";

/**
 * Installs Debian's chromium where that can be done unasked: as root on a machine with apt-get.
 * @returns {string | undefined} the browser, or undefined where there still is none
 */
export function installBrowser() {
  const mayInstall =
    process.platform === "linux" && process.getuid?.() === 0 && runs("apt-get", ["--version"]);
  if (!mayInstall) return undefined;
  console.log("No browser found: installing Debian's chromium…");
  runs("apt-get", ["update"]);
  runs("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]);
  return findBrowser();
}

function runs(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { env, stdio: "ignore" }).status === 0;
}
