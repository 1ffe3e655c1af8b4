import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tradersWorkbook } from "../share/tradersWorkbook";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "alvh-share-test-"));
  writeFileSync(join(folder, "in.xlsx"), tradersWorkbook());
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const share = (...words: string[]) =>
  spawnSync(process.execPath, ["scripts/share.mjs", ...words], { encoding: "utf8" });

test("npm run share writes a copy and says what became of the formulas, and thaws it", () => {
  const [input, copy, back] = ["in", "copy", "back"].map((name) => join(folder, `${name}.xlsx`)) as [
    string,
    string,
    string,
  ];
  const shared = share(input, copy);
  expect(shared.status).toBe(0);
  expect(shared.stdout).toMatch(/^11 formulas became values/);
  expect(readFileSync(copy).subarray(0, 2).toString()).toBe("PK");
  expect(share(copy, back, "--thaw").stdout).toMatch(/^11 formulas live again/);
}, 60_000);

test("a dry run writes nothing", () => {
  const dry = share(join(folder, "in.xlsx"), join(folder, "no.xlsx"), "--native", "--dry-run");
  expect(dry.stdout).toContain("Nothing was written.");
  expect(existsSync(join(folder, "no.xlsx"))).toBe(false);
}, 60_000);

test("what cannot be read, or would be written over, is refused with a sentence", () => {
  const input = join(folder, "in.xlsx");
  writeFileSync(join(folder, "bad.xlsx"), "no workbook");
  expect(share(join(folder, "bad.xlsx"), join(folder, "x.xlsx"))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("no .xlsx workbook"),
  });
  expect(share(input, input).stderr).toContain("another name");
  expect(share(input, join(folder, "x.xlsx"), "--nativ").stderr).toContain("There is no option --nativ.");
}, 60_000);
