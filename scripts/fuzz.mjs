import { build } from "esbuild";
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";

/**
 * `npm run fuzz [-- start of a function's id]`: 100,000 generated calls of each function of dist/, and whole columns.
 * The same seed makes the same calls, on any number of workers. FUZZ_SEED sets another seed, FUZZ_CALLS and FUZZ_MINUTES
 * the bounds, FUZZ_WORKERS how many run side by side, FUZZ_SENTENCES=1 shows what the errors say.
 * All functions take some twenty minutes on two cores; one that has not had its calls when the minutes are over fails.
 */
const root = join(import.meta.dirname, "..");
const calls = Number(process.env.FUZZ_CALLS ?? 100_000);
const minutes = Number(process.env.FUZZ_MINUTES ?? 120);
const seed = Number(process.env.FUZZ_SEED ?? 20221104);
const workers = Number(process.env.FUZZ_WORKERS ?? Math.min(availableParallelism(), 8));
const wanted = process.argv[2] ?? "";

/** Calls between two looks at the clock: a function's calls are made in pieces of so many, each from a seed of its own. */
const PIECE = 5000;

/** A piece that takes longer hangs: its worker is killed, which is a find. */
const MOST_MINUTES = 20;

const started = performance.now();
const minutesSince = () => ((performance.now() - started) / 60_000).toFixed(1);
const isOver = () => performance.now() - started > minutes * 60_000;
const totals = new Map();
let pieces;
let left = 0;

const folder = mkdtempSync(join(tmpdir(), "alvh-fuzz-"));
try {
  const worker = join(folder, "worker.cjs");
  const bundle = { bundle: true, platform: "node", format: "cjs", outfile: worker };
  await build({ entryPoints: [join(root, "test/contract/support/fuzzWorker.ts")], ...bundle });
  await Promise.all(Array.from({ length: workers }, () => work(worker)));
} finally {
  rmSync(folder, { recursive: true });
}
report();

/** One worker, given a piece after another until none is left or the time is over. One that breaks down is a find, and another goes on. */
async function work(file) {
  for (let lost = await piecesUntilLost(file); lost; lost = await piecesUntilLost(file)) addLost(lost);
}

/** @returns {Promise<{ piece: object, reason: string } | undefined>} the piece in which the worker broke down */
function piecesUntilLost(file) {
  const worker = fork(file, [String(seed)], { cwd: root, serialization: "advanced" });
  return new Promise((resolve, reject) => {
    let piece;
    let watch;
    const next = () => {
      clearTimeout(watch);
      piece = isOver() ? undefined : pieces.shift();
      if (piece === undefined) return worker.disconnect();
      worker.send(piece);
      watch = setTimeout(() => worker.kill("SIGKILL"), MOST_MINUTES * 60_000);
    };
    worker.on("error", reject);
    worker.on("exit", (status, signal) => {
      clearTimeout(watch);
      if (status === 0) return resolve();
      const reason = `the worker ended with ${signal ?? status}`;
      if (piece === undefined) reject(new Error(reason));
      else resolve({ piece, reason });
    });
    worker.on("message", ({ ids, result }) => {
      if (ids !== undefined) pieces ??= piecesOf(ids.filter((id) => id.startsWith(wanted)));
      else add(result);
      next();
    });
  });
}

function addLost({ piece: { id, part }, reason }) {
  const where = typeof part === "number" ? `calls ${part * PIECE + 1} to ${(part + 1) * PIECE}` : part;
  const find = `${id}, ${where}: ${reason}`;
  add({ id, calls: 0, slowestMs: 0, seconds: 0, finds: [[find, find]], sentences: [] });
}

/** All functions get their first piece before any gets its second: what is wrong shows early. */
function piecesOf(ids) {
  for (const id of ids)
    totals.set(id, { calls: 0, slowestMs: 0, seconds: 0, finds: new Map(), sentences: new Set() });
  const count = Math.ceil(calls / PIECE);
  const generated = Array.from({ length: count }, (_, part) =>
    ids.map((id) => ({ id, part, calls: Math.min(PIECE, calls - part * PIECE) })),
  );
  const all = [...ids.map((id) => ({ id, part: "whole columns" })), ...generated.flat()];
  left = all.length;
  return all;
}

function add({ id, calls: done, slowestMs, seconds, finds, sentences }) {
  const total = totals.get(id);
  total.calls += done;
  total.seconds += seconds;
  total.slowestMs = Math.max(total.slowestMs, slowestMs);
  for (const sentence of sentences) total.sentences.add(sentence);
  left -= 1;
  if (left % totals.size === 0) console.log(`${minutesSince()} minutes: ${left} pieces of calls are left`);
  for (const [kind, find] of finds) {
    if (!total.finds.has(kind)) console.log(`✗ ${find}\n`);
    total.finds.set(kind, find);
  }
}

function report() {
  const rows = [...totals].map(([id, total]) => [
    id,
    total.calls.toLocaleString("en"),
    total.slowestMs.toFixed(0),
    total.seconds.toFixed(0),
    String(total.finds.size),
  ]);
  const head = ["function", "calls", "slowest call ms", "processor s", "finds"];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column].length)),
  );
  for (const row of [head, ...rows]) {
    const [name, ...figures] = row.map((text, column) =>
      column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]),
    );
    console.log([name, ...figures].join("  "));
  }
  if (process.env.FUZZ_SENTENCES) {
    for (const [id, { sentences }] of totals)
      for (const sentence of sentences) console.log(`${id}: ${sentence}`);
  }
  const short = [...totals].filter(([, total]) => total.calls < calls);
  const why = isOver() ? `${minutes} minutes were over: set FUZZ_MINUTES` : "a worker broke down";
  for (const [id, total] of short) console.log(`✗ ${id} had ${total.calls} of ${calls} calls: ${why}`);
  const sumOf = (figure) => [...totals.values()].reduce((sum, total) => sum + figure(total), 0);
  const finds = sumOf((total) => total.finds.size);
  const seconds = sumOf((total) => total.seconds).toFixed(0);
  console.log(
    `${totals.size} functions, seed ${seed}, ${workers} workers, ${minutesSince()} minutes, ${seconds} s of processor: ${finds} finds`,
  );
  if (totals.size === 0) console.log(`✗ no function's id starts with ${wanted}`);
  process.exitCode = short.length > 0 || finds > 0 || totals.size === 0 ? 1 : 0;
}
