import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { shippedPackages } from "./shippedPackages.mjs";

/** How packages name the files that their licence wants passed on; what they have taken in from others has one too. */
const FILES = /^(licen[cs]es?|copying|notice|third[-_]?party)([-_.].*)?$/i;

/** Where the words begin that a licence wants passed on, after the line that says who holds the rights. */
const GRANTS = {
  MIT: /Permission is hereby granted[\s\S]*/,
  ISC: /Permission to use, copy[\s\S]*/,
  "Apache-2.0": /Apache License\s+Version 2\.0[\s\S]*/,
};

/** The licences of what ships, word for word, each text once: what dist/licences.txt holds. */
export function licenceTexts() {
  const packages = shippedPackages().map((one) => ({ ...one, texts: licenceFiles(one.folder) }));
  const users = new Map();
  for (const { name, version, license, folder, texts } of packages) {
    const own = texts.length > 0 ? texts : [`${copyright(folder)}\n\n${grant(license, packages)}`];
    for (const text of own) users.set(text, [...(users.get(text) ?? []), `${name} ${version}`]);
  }
  const blocks = [...users].map(([text, names]) => `${names.join("\n")}\n\n${text}`);
  const title = "What ALVH for Excel is made with, and under which licences.";
  return `${[title, ...blocks].join(`\n\n${"=".repeat(80)}\n\n`)}\n`;
}

/** The words of a licence for a package that only names it, from one that brings them. */
function grant(license, packages) {
  const words = packages
    .filter((other) => other.license === license)
    .flatMap(({ texts }) => texts)
    .map((text) => GRANTS[license]?.exec(text)?.[0])
    .find((found) => found !== undefined);
  if (words === undefined)
    throw new Error(`No package brings the words of ${license}, which one only names.`);
  return words;
}

/** The texts in a package's own folder and in the folder of its build. */
function licenceFiles(folder) {
  return [folder, join(folder, "dist")]
    .filter((place) => existsSync(place))
    .flatMap((place) =>
      readdirSync(place)
        .sort()
        .filter((name) => FILES.test(name))
        .map((name) => join(place, name)),
    )
    .filter((file) => !/\.(m?js|cjs|ts|json)$/.test(file))
    .map((file) => readFileSync(file, "utf8").replaceAll("\r\n", "\n").trim());
}

/** For a package that brings no text: who holds the rights, as it says itself. */
function copyright(folder) {
  const {
    author,
    contributors = [],
    repository,
  } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const people = [author, ...contributors]
    .map((one) => (typeof one === "object" ? one.name : one))
    .filter(Boolean);
  const address = typeof repository === "object" ? repository.url : repository;
  return `Copyright ${people.length > 0 ? people.join(", ") : `its authors, ${address ?? "see the package"}`}`;
}
