import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { serve } from "./server.mjs";

/** `npm start`: builds the add-in and the browser workbook, serves them and opens the workbook. */
const root = join(import.meta.dirname, "..");
const port = portFrom(process.env.PORT);

// The port first: who has to choose another one should not wait for the build to learn it.
const server = await serve(join(root, "dist"), port).catch((error) => {
  const problem = error.code === "EADDRINUSE" ? "is in use" : `could not be opened (${error.message})`;
  stop(
    `Port ${port} ${problem}. Stop the program that uses it, or choose another port by the environment ` +
      `variable PORT, for example: PORT=${port === 8080 ? 8081 : 8080} npm start`,
  );
});

console.log("Building the add-in and the browser workbook…");
const build = spawnSync("npm run build", { cwd: root, stdio: "inherit", shell: true });
if (build.status !== 0) stop("The build failed: see above.");

const address = `${server.address}/workbook/`;
console.log(`\nThe browser workbook is at ${address}\nStop it with Ctrl+C.`);
openInBrowser(address);

/** @param {string | undefined} setting */
function portFrom(setting) {
  if (setting === undefined || setting === "") return 3000;
  const number = Number(setting);
  if (Number.isInteger(number) && number >= 1 && number <= 65535) return number;
  stop(`PORT (${JSON.stringify(setting)}) must be a whole number from 1 to 65535, such as 3000.`);
}

/** Only where a desktop is there to show it; a failure is no matter, the address is printed. */
function openInBrowser(url) {
  if (process.env.CI) return;
  const opener = {
    win32: ["cmd", ["/c", "start", "", url]],
    darwin: ["open", [url]],
    linux: process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ["xdg-open", [url]] : undefined,
  }[process.platform];
  if (!opener) return;
  const [command, args] = opener;
  spawn(command, args, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
