import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The rows of a comma-separated table as objects; lines that start with # say where it comes from and are left out. */
export function readTable(path: string): Record<string, string>[] {
  const lines = readFileSync(path, "utf8").split(/\r?\n/);
  const [header, ...rows] = lines.filter((line) => line !== "" && !line.startsWith("#"));
  const names = (header ?? "").split(",");
  return rows.map((row) => {
    const cells = row.split(",");
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""]));
  });
}

/** A table of this folder. */
export function goldenTable(name: string): Record<string, string>[] {
  return readTable(join(__dirname, name));
}
