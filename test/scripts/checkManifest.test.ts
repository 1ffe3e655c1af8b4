import { readFileSync } from "node:fs";
import { manifestProblems } from "../../scripts/checkManifest.mjs";

const manifest = readFileSync("manifest.xml", "utf8");
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const icon = (path: string): Buffer | undefined =>
  path.endsWith(".png") ? readFileSync(`.${path}`) : undefined;

test("the manifest has no problem", () => {
  expect(manifestProblems(manifest, version, icon)).toEqual([]);
});

test.each<[string, string | RegExp, string, string]>([
  ["an order that Excel refuses", /( *<Version>.*\n)( *<ProviderName>.*\n)/, "$2$1", "ProviderName stands where the schema has Version"], // prettier-ignore
  ["an element that is not closed", "</Requirements>", "", "not closed"],
  ["an element that no add-in has", "<Permissions>ReadWriteDocument</Permissions>", "<Rights />", "Rights"],
  ["an id that is no GUID", /<Id>.*<\/Id>/, "<Id>alvh</Id>", "Id alvh is no GUID"],
  ["another version", /<Version>.*<\/Version>/, "<Version>9.9.9.0</Version>", "Version is 9.9.9.0"],
  ["a newer requirement", 'MinVersion="1.3"', 'MinVersion="1.4"', "requires CustomFunctionsRuntime 1.4"],
  ["a resource that is missing", '<bt:Url id="Support.Url"', '<bt:Url id="Help.Url"', "resid Support.Url is used and not defined"], // prettier-ignore
  ["a resource that nobody uses", '<bt:Url id="Support.Url"', '<bt:Url id="Help.Url"', "resource Help.Url is defined and not used"], // prettier-ignore
  ["an address without https", "https://localhost:3000/support.html", "http://localhost:3000/support.html", "is not https"], // prettier-ignore
  ["an icon of another size", "assets/icon-80.png", "assets/icon-64.png", "has 64 x 64 pixels and not 80"],
  ["an icon that is no file", "assets/icon-80.png", "assets/icon.svg", "is no file of the add-in"],
  ["a text that is too long", 'DefaultValue="ALVH is ready"', `DefaultValue="${"x".repeat(126)}"`, "GetStarted.Title has 126 characters"], // prettier-ignore
])("it tells of %s", (_fault, from, to, words) => {
  const broken = manifest.replace(from, to);
  expect(broken).not.toBe(manifest);
  expect(manifestProblems(broken, version, icon).join("\n")).toContain(words);
});
