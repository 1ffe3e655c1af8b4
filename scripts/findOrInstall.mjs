import { spawnSync } from "node:child_process";

/**
 * A program that is there, or that Debian's package brings where that can be done unasked: as root on a machine with
 * apt-get. A package that starts a service, as nginx does on port 80 of some machines, is let do so: the tests take a port of
 * their own.
 * @param {() => string | undefined} find
 * @param {string} debianPackage
 * @returns {string | undefined} the program, or undefined where there still is none
 */
export function findOrInstall(find, debianPackage) {
  const found = find();
  if (found !== undefined || !mayInstall()) return found;
  console.log(`Installing Debian's ${debianPackage}…`);
  runs("apt-get", ["update"]);
  runs("apt-get", ["install", "--yes", "--no-install-recommends", debianPackage]);
  return find();
}

function mayInstall() {
  return process.platform === "linux" && process.getuid?.() === 0 && runs("apt-get", ["--version"]);
}

function runs(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { env, stdio: "ignore" }).status === 0;
}
