import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addinOrigin } from "../../scripts/addinOrigin.mjs";
import { readDist } from "./support/builtFunctions";
import { elementAt, everyElement, readXml } from "./support/readXml";

/**
 * The manifest as Excel reads it. The order of elements is the order of Microsoft's schema, which Excel enforces
 * by refusing the add-in without a word.
 */
const dist = join(process.cwd(), "dist");
const manifest = readXml(readDist("manifest.xml"));
const overrides = elementAt(manifest, "VersionOverrides");
const host = elementAt(overrides, "Hosts", "Host");
const resources = elementAt(overrides, "Resources").children.flatMap(({ children }) => children);
const origin = addinOrigin(process.env["ADDIN_ORIGIN"]);

function resource(id: string | undefined): string {
  return resources.find(({ attributes }) => attributes["id"] === id)?.attributes["DefaultValue"] ?? "";
}

test("Microsoft's own reader finds an add-in for Excel, whose version is that of the package", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(officeAddinManifest(join(dist, "manifest.xml"))).toMatchObject({
    manifestType: "xml",
    officeAppType: "TaskPaneApp",
    hosts: ["Workbook"],
    version: `${version}.0`,
    permissions: "ReadWriteDocument",
    defaultLocale: "en-US",
  });
});

test("the id is the one that installed add-ins are known by: it never changes", () => {
  expect(elementAt(manifest, "Id").text).toBe("569566c4-af28-4970-9324-9fca5215ca26");
});

test("elements stand in the order of the schema", () => {
  const names = ({ children }: { children: { name: string }[] }) => children.map(({ name }) => name);
  expect(names(manifest)).toEqual([
    "Id",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
  ]);
  expect(names(overrides)).toEqual(["Hosts", "Resources"]);
  expect(names(host)).toEqual(["Runtimes", "AllFormFactors", "DesktopFormFactor"]);
  expect(names(elementAt(host, "AllFormFactors", "ExtensionPoint"))).toEqual([
    "Script",
    "Page",
    "Metadata",
    "Namespace",
  ]);
  expect(names(elementAt(host, "DesktopFormFactor"))).toEqual(["GetStarted", "ExtensionPoint"]);
  expect(names(elementAt(overrides, "Resources"))).toEqual([
    "bt:Images",
    "bt:Urls",
    "bt:ShortStrings",
    "bt:LongStrings",
  ]);
});

test("it requires CustomFunctionsRuntime 1.3 and SharedRuntime 1.1, and no more", () => {
  const sets = elementAt(manifest, "Requirements", "Sets").children.map(({ attributes }) => attributes);
  expect(sets).toEqual([
    { Name: "SharedRuntime", MinVersion: "1.1" },
    { Name: "CustomFunctionsRuntime", MinVersion: "1.3" },
  ]);
});

test("pane and functions share one long-lived page, under the namespace ALVH", () => {
  const runtime = elementAt(host, "Runtimes", "Runtime");
  const functions = elementAt(host, "AllFormFactors", "ExtensionPoint");
  const page = elementAt(functions, "Page", "SourceLocation").attributes["resid"];
  const action = everyElement(host).find(({ name }) => name === "Action")!;
  expect(runtime.attributes).toEqual({ resid: page, lifetime: "long" });
  expect(action.attributes["xsi:type"]).toBe("ShowTaskpane");
  expect(elementAt(action, "SourceLocation").attributes["resid"]).toBe(page);
  expect(resource(page)).toBe(
    elementAt(manifest, "DefaultSettings", "SourceLocation").attributes["DefaultValue"],
  );
  expect(resource(elementAt(functions, "Namespace").attributes["resid"])).toBe("ALVH");
});

test("every resource is used, and every one that is used is there", () => {
  const used = everyElement(host).flatMap(({ attributes }) => attributes["resid"] ?? []);
  const defined = resources.map(({ attributes }) => attributes["id"] ?? "");
  expect([...new Set(used)].sort()).toEqual([...defined].sort());
  expect(new Set(defined).size).toBe(defined.length);
  expect(defined.filter((id) => id.length > 32)).toEqual([]);
});

test("texts are within Excel's limits: 125 characters, or 250 where the schema has a long one", () => {
  const tooLong = everyElement(elementAt(overrides, "Resources")).flatMap((group) =>
    group.children.filter(
      ({ name, attributes }) =>
        name === "bt:String" &&
        attributes["DefaultValue"]!.length > (group.name === "bt:LongStrings" ? 250 : 125),
    ),
  );
  expect(tooLong).toEqual([]);
  expect(elementAt(manifest, "DisplayName").attributes["DefaultValue"]!.length).toBeLessThanOrEqual(125);
  expect(elementAt(manifest, "Description").attributes["DefaultValue"]!.length).toBeLessThanOrEqual(250);
});

test("every address is at the add-in's https origin, and its file is in dist", () => {
  const addresses = everyElement(manifest)
    .map(({ attributes }) => attributes["DefaultValue"] ?? "")
    .filter((value) => value.includes("://"));
  expect(addresses.length).toBeGreaterThan(8);
  for (const address of addresses) {
    expect(address).toMatch(/^https:/);
    expect(new URL(address).origin).toBe(origin);
    expect([address, existsSync(join(dist, new URL(address).pathname))]).toEqual([address, true]);
  }
});

test.each([16, 32, 64, 80, 128])("the icon of %i pixels has %i pixels", (size) => {
  expect(pixels(`assets/icon-${size}.png`)).toEqual([size, size]);
});

test("an icon is named for the size it is drawn at", () => {
  const images = everyElement(host).filter(({ name }) => name === "bt:Image");
  for (const { attributes } of images) {
    const size = Number(attributes["size"]);
    expect(pixels(new URL(resource(attributes["resid"])).pathname)).toEqual([size, size]);
  }
  expect(new Set(images.map(({ attributes }) => attributes["size"]))).toEqual(
    new Set(["16", "32", "64", "80"]),
  );
});

/** What office-addin-manifest reads; in a process of its own, since Jest cannot load the packages beneath it. */
function officeAddinManifest(path: string): unknown {
  const read = `import manifest from "office-addin-manifest";
    console.log(JSON.stringify(await manifest.OfficeAddinManifest.readManifestFile(process.argv[1])));`;
  return JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "-e", read, path], { encoding: "utf8" }),
  );
}

/** Width and height as the header of a PNG states them. */
function pixels(name: string): [number, number] {
  const file = readFileSync(join(dist, name));
  expect(file.subarray(1, 4).toString()).toBe("PNG");
  return [file.readUInt32BE(16), file.readUInt32BE(20)];
}
