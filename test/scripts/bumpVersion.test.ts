import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { VERSION_PLACES } from "../../scripts/bumpVersion.mjs";

const FILES = [
  "package.json",
  "package-lock.json",
  "scripts/bumpVersion.mjs",
  ...Object.keys(VERSION_PLACES),
];

/** Every version that the files in a folder state, by place. */
function stated(folder: string): Record<string, unknown> {
  const text = (name: string) => readFileSync(join(folder, name), "utf8");
  const lock = JSON.parse(text("package-lock.json"));
  return {
    "package.json": JSON.parse(text("package.json")).version,
    "package-lock.json": lock.version,
    "package-lock.json, its own package": lock.packages[""].version,
    "manifest.xml": /<Version>(.*)<\/Version>/.exec(text("manifest.xml"))?.[1],
    "src/alvh/version.ts": /VERSION = "(.*)"/.exec(text("src/alvh/version.ts"))?.[1],
    "src/functions/meta.ts": /@example =ALVH\.VERSION\(\) is "(.*)"/.exec(text("src/functions/meta.ts"))?.[1],
    "docs/functions.md": /ALVH\.VERSION\(\)[^"\n]*"([^"\n]*)"/.exec(text("docs/functions.md"))?.[1],
  };
}

const everywhere = (version: string) => ({
  "package.json": version,
  "package-lock.json": version,
  "package-lock.json, its own package": version,
  "manifest.xml": `${version}.0`,
  "src/alvh/version.ts": version,
  "src/functions/meta.ts": version,
  "docs/functions.md": version,
});

test("every place states the version of package.json", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(stated(".")).toEqual(everywhere(version));
});

describe("npm version, in a copy", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "alvh-version-"));
    for (const name of FILES) cpSync(name, join(folder, name));
    git("init", "--quiet");
    git("config", "user.name", "Test");
    git("config", "user.email", "test@example.com");
    git("add", ".");
    git("commit", "--quiet", "--message", "before");
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function run(command: string, ...args: string[]) {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: folder,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    return { status, stdout, said: stdout + stderr };
  }

  const git = (...args: string[]) => run("git", ...args);

  test("raises every place, in one commit with a tag", () => {
    const { status, said } = run("npm", "version", "7.8.9");
    expect([status, said]).toEqual([0, said]);
    expect(stated(folder)).toEqual(everywhere("7.8.9"));
    expect(git("status", "--porcelain").stdout).toBe("");
    expect(git("tag").stdout.trim()).toBe("v7.8.9");
    const { stdout } = git("show", "--name-only", "--format=", "HEAD");
    const changed = ["package.json", "package-lock.json", ...Object.keys(VERSION_PLACES)];
    expect(stdout.trim().split("\n").sort()).toEqual(changed.sort());
  });

  test("refuses a version that Office cannot read, and changes no place", () => {
    const before = stated(folder);
    const { status, said } = run("npm", "version", "8.0.0-beta.1");
    expect(status).not.toBe(0);
    expect(said).toContain("Version 8.0.0-beta.1 is not three numbers");
    expect(stated(folder)["manifest.xml"]).toBe(before["manifest.xml"]);
  });
});
