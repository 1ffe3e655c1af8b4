import { readFileSync } from "node:fs";
import { VERSION } from "../../src/alvh/version";

test("is the version of package.json", () => {
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect(VERSION).toBe(manifest.version);
});
