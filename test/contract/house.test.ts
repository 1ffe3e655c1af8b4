import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

test.each(["core", "alvh"])("every file of src/%s has a test that mirrors it", (layer) => {
  const files = readdirSync(join("src", layer), { recursive: true, encoding: "utf8" });
  const untested = files
    .filter((name) => name.endsWith(".ts") && !name.endsWith("Settings.ts")) // tables: settings.test checks them all
    .filter((name) => !existsSync(join("test", layer, name.replace(/\.ts$/, ".test.ts"))));
  expect(untested).toEqual([]);
});
