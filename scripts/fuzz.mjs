import { spawnSync } from "node:child_process";
import { join } from "node:path";

/**
 * `npm run fuzz [-- start of a function's id]`: 100,000 generated calls of each function of dist/, and whole columns.
 * The same seed makes the same calls; FUZZ_SEED sets another, FUZZ_CALLS and FUZZ_MILLISECONDS (of a function) the bounds.
 */
const root = join(import.meta.dirname, "..");
const env = {
  FUZZ_CALLS: "100000",
  FUZZ_MILLISECONDS: "600000",
  FUZZ_ONLY: process.argv[2] ?? "",
  ...process.env,
};
const jest = [join(root, "node_modules/jest/bin/jest.js"), "test/contract/fuzz.test.ts"];
process.exitCode = spawnSync(process.execPath, jest, { cwd: root, env, stdio: "inherit" }).status ?? 1;
