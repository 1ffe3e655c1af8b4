import { spawn } from "node:child_process";
import { once } from "node:events";

/**
 * A program that is there, or that Debian's package brings where that can be done unasked: as root on a machine with
 * apt-get. A package that starts a service, as nginx does on port 80 of some machines, is let do so: the tests take a port of
 * their own.
 * @param {() => string | undefined} find
 * @param {string} debianPackage
 * @returns {Promise<string | undefined>} the program, or undefined where there still is none
 */
export async function findOrInstall(find, debianPackage) {
  const found = find();
  if (found !== undefined || !(await mayInstall())) return found;
  console.log(`Installing Debian's ${debianPackage}…`);
  await runs("apt-get", ["update"]);
  await runs("apt-get", ["install", "--yes", "--no-install-recommends", debianPackage]);
  return find();
}

async function mayInstall() {
  return process.platform === "linux" && process.getuid?.() === 0 && (await runs("apt-get", ["--version"]));
}

async function runs(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    const [code] = await once(spawn(command, args, { env, stdio: "ignore" }), "close");
    return code === 0;
  } catch {
    return false; // there is no such command
  }
}
