import type { OfficePackage } from "./officePackage";
import { CONTENT_TYPES } from "./officePackage";
import { attribute, xmlText } from "./xmlText";

/** A part that another one refers to. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: worksheet, comments, vmlDrawing. */
  readonly type: string;
  /** Path of the part in the package; for a place outside the file its address. */
  readonly target: string;
  readonly isExternal: boolean;
}

export function relationshipsOf(file: OfficePackage, path: string): Relationship[] {
  const xml = file.find(relationshipsPath(path)) ?? "";
  return [...xml.matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)].map(([, tag = ""]) => {
    const isExternal = attribute(tag, "TargetMode") === "External";
    const target = attribute(tag, "Target") ?? "";
    return {
      id: attribute(tag, "Id") ?? "",
      type: (attribute(tag, "Type") ?? "").split("/").at(-1) ?? "",
      target: isExternal ? target : resolved(path, target),
      isExternal,
    };
  });
}

/** Adds a part of the package to those that `path` refers to, and gives the id of the relationship. */
export function addRelationship(file: OfficePackage, path: string, type: string, target: string): string {
  const known = new Set(relationshipsOf(file, path).map(({ id }) => id));
  let number = known.size + 1;
  while (known.has(`rId${number}`)) number += 1;
  const id = `rId${number}`;
  const xml = file.find(relationshipsPath(path)) ?? EMPTY;
  const entry = `<Relationship Id="${id}" Type="${TYPES}${type}" Target="/${xmlText(target)}"/>`;
  file.write(
    relationshipsPath(path),
    xml
      .replace(/<Relationships([^>]*)\/>\s*$/, "<Relationships$1></Relationships>")
      .replace(/<\/Relationships>\s*$/, () => `${entry}</Relationships>`),
  );
  return id;
}

export function removeRelationship(file: OfficePackage, path: string, id: string): void {
  const xml = file.find(relationshipsPath(path));
  if (xml === undefined) return;
  file.write(
    relationshipsPath(path),
    xml.replace(
      /<(?:\w+:)?Relationship\b([^>]*?)(?:\/>|>\s*<\/(?:\w+:)?Relationship>)/g,
      (whole, tag: string) => (attribute(tag, "Id") === id ? "" : whole),
    ),
  );
}

/** Takes a part away with its content type and its own relationships; parts that only it refers to go too. */
export function removePart(file: OfficePackage, path: string): void {
  const owned = relationshipsOf(file, path).filter(({ isExternal }) => !isExternal);
  file.remove(path);
  file.remove(relationshipsPath(path));
  const types = file.text(CONTENT_TYPES);
  file.write(
    CONTENT_TYPES,
    types.replace(/<Override\b([^>]*?)(?:\/>|>\s*<\/Override>)/g, (whole, tag: string) =>
      attribute(tag, "PartName") === `/${path}` ? "" : whole,
    ),
  );
  if (owned.length === 0) return;
  const stillUsed = new Set(
    file.paths
      .filter((other) => other.endsWith(".rels"))
      .flatMap((rels) => relationshipsOf(file, ownerOf(rels)).map(({ target }) => target)),
  );
  for (const { target } of owned) if (file.has(target) && !stillUsed.has(target)) removePart(file, target);
}

export function addContentType(file: OfficePackage, path: string, type: string): void {
  const types = file.text(CONTENT_TYPES);
  file.write(
    CONTENT_TYPES,
    types.replace(
      /<\/Types>\s*$/,
      () => `<Override PartName="/${xmlText(path)}" ContentType="${type}"/></Types>`,
    ),
  );
}

export function addDefaultContentType(file: OfficePackage, extension: string, type: string): void {
  const types = file.text(CONTENT_TYPES);
  if (new RegExp(`<Default\\b[^>]*Extension="${extension}"`, "i").test(types)) return;
  file.write(
    CONTENT_TYPES,
    types.replace(
      /<Types\b[^>]*>/,
      (start) => `${start}<Default Extension="${extension}" ContentType="${type}"/>`,
    ),
  );
}

/** A path that no part has yet: xl/comments3.xml. */
export function freePath(file: OfficePackage, before: string, after: string): string {
  let number = 1;
  while (file.has(`${before}${number}${after}`)) number += 1;
  return `${before}${number}${after}`;
}

const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

const EMPTY =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf("/");
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
}

function ownerOf(rels: string): string {
  return rels.replace(/_rels\/([^/]*)\.rels$/, "$1");
}

/** A target is given from the folder of the part, or from the root of the package. */
function resolved(path: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = path.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}
