import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./findBrowser.mjs";
import { findOrInstall } from "./findOrInstall.mjs";
import { findProgram } from "./findProgram.mjs";

/** `npm test`: every check and every test. What passes is one line, what fails shows all it has to say. */
const root = join(import.meta.dirname, "..");
const total = { passed: 0, failed: 0, skipped: 0 };

// Beside the checks: it waits for the network most of the time.
const installed = install();
let isBuilt = false;
await together([
  async () => {
    isBuilt = await step("build", "npm run build");
  },
  ...["lint", "types", "generated", "format", "unused", "layers"].map((name) => () => check(name)),
]);
if (isBuilt) {
  await jest("unit and contract tests", "jest.config.js");
  await browserTests();
} else {
  console.log("The tests need the build and were not run.");
}

const counts = [`${total.passed} passed`, `${total.failed} failed`];
if (total.skipped > 0) counts.push(`${total.skipped} skipped`);
console.log(`\n${counts.join(", ")}`);
process.exitCode = total.failed > 0 ? 1 : 0;

function check(name) {
  return step(name, `npm run check:${name}`);
}

/** What the browser tests need: what is wrong with the browser, and which programs are missing. */
async function install() {
  let problem;
  try {
    await findOrInstall(findBrowser, "chromium-headless-shell");
  } catch (error) {
    problem = error.message;
  }
  const missing = [];
  for (const name of ["nginx", "openssl"]) {
    if ((await findOrInstall(() => findProgram(name), name)) === undefined) missing.push(name);
  }
  return { problem, missing };
}

async function browserTests() {
  const { problem, missing } = await installed;
  if (problem !== undefined) {
    total.failed += 1;
    return console.log(`✗ browser tests: ${problem}`);
  }
  if (findBrowser() === undefined) {
    return leftOut(
      "browser tests",
      "no Chrome, Chromium or Edge found. Install one (Debian: apt-get install chromium-headless-shell), or set CHROME_PATH.",
    );
  }
  if (missing.length > 0) {
    const names = missing.join(" and ");
    leftOut("test of the deployment", `no ${names} found. Install it (Debian: apt-get install ${names}).`);
  }
  await jest("browser tests", "jest.e2e.config.js");
}

/** Told, and a failure on a build server, where nobody reads that something was left out. */
function leftOut(title, reason) {
  const mustRun = process.env.CI === "true";
  total[mustRun ? "failed" : "skipped"] += 1;
  console.log(mustRun ? `✗ ${title}: ${reason}` : `- ${title} skipped: ${reason}`);
}

/** One command: a line when it succeeds, its whole output when it does not. */
async function step(title, command) {
  const { status, output, seconds } = await run(command);
  report(status === 0, title, seconds);
  if (status === 0) total.passed += 1;
  else {
    total.failed += 1;
    console.log(output);
  }
  return status === 0;
}

async function jest(title, config) {
  const results = join(tmpdir(), `alvh-${process.pid}-${config}.json`);
  const { status, output, seconds } = await run(
    `node node_modules/jest/bin/jest.js --config ${config} --json --outputFile "${results}"`,
  );
  const counted = readResults(results);
  total.passed += counted.passed;
  total.failed += status === 0 ? counted.failed : Math.max(counted.failed, 1);
  total.skipped += counted.skipped;
  const skipped = counted.skipped > 0 ? `, ${counted.skipped} skipped` : "";
  report(status === 0, `${title}: ${counted.passed} passed, ${counted.failed} failed${skipped}`, seconds);
  if (status !== 0) console.log(output.replaceAll(/^PASS .*\n/gm, ""));
}

function readResults(path) {
  try {
    const results = JSON.parse(readFileSync(path, "utf8"));
    return {
      passed: results.numPassedTests,
      // A file that does not even load has no tests to count.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(path, { force: true });
  }
}

function report(passed, title, seconds) {
  console.log(`${passed ? "✓" : "✗"} ${title} (${seconds.toFixed(1)} s)`);
}

/** Two at a time, the longest first: more would only make them wait for each other. */
async function together(tasks) {
  const waiting = [...tasks];
  const worker = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) await task();
  };
  await Promise.all([worker(), worker()]);
}

/** @returns {Promise<{ status: number | null, output: string, seconds: number }>} */
function run(command) {
  const started = performance.now();
  return new Promise((resolve) => {
    const env = { ...process.env, FORCE_COLOR: "0" };
    const child = spawn(command, { cwd: root, env, shell: true, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    child.on("close", (status) => resolve({ status, output, seconds: (performance.now() - started) / 1000 }));
  });
}
