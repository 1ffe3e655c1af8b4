import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Nanoseconds per option that QuantLib (C++) takes: the fastest of some passes over the options. */
export interface QuantLib {
  readonly greeks: (options: Float64Array, passes: number) => number;
  readonly implied: (options: Float64Array, passes: number) => number;
  readonly close: () => void;
}

/** The driver built from bench/quantlib/options.cpp, or why it cannot be. */
export function buildQuantLib(): QuantLib | string {
  const folder = mkdtempSync(join(tmpdir(), "alvh-quantlib-"));
  const close = (): void => {
    rmSync(folder, { recursive: true });
  };
  const driver = join(folder, "options");
  const compiler = process.env.CXX ?? "g++";
  try {
    execFileSync(compiler, ["-O2", "-o", driver, join("bench", "quantlib", "options.cpp"), "-lQuantLib"], {
      stdio: "pipe",
    });
  } catch {
    close();
    return "QuantLib C++ is absent: it needs g++ and QuantLib's headers (Debian: apt-get install g++ libquantlib0-dev)";
  }
  const timed =
    (what: string) =>
    (options: Float64Array, passes: number): number => {
      const file = join(folder, "options.bin");
      writeFileSync(file, Buffer.from(options.buffer, options.byteOffset, options.byteLength));
      return Number(execFileSync(driver, [file, String(passes), what], { encoding: "utf8" }));
    };
  return { greeks: timed("greeks"), implied: timed("implied"), close };
}
