import { OfficePackage } from "./officePackage";
import { relationshipsOf, removePart, removeRelationship } from "./relationships";
import { countNotes, removeNotes } from "./sheetNotes";
import { nameParts, sheetParts, WORKBOOK } from "./workbookParts";
import { plainText } from "./xmlText";

/** What a workbook carries beside what is in sight, and whether a copy can leave it out. */
export interface CarriedThing {
  readonly kind: CarriedKind;
  /** One sentence, with the names of what it is about. */
  readonly sentence: string;
  readonly canLeaveOut: boolean;
}

export const CARRIED_KINDS = [
  "hiddenSheets",
  "notes",
  "externalLinks",
  "paneState",
  "authorNames",
  "connections",
  "hiddenNames",
  "printers",
  "customParts",
] as const;
export type CarriedKind = (typeof CARRIED_KINDS)[number];

/** Looks through a file for what its author may not mean to send. */
export function carriedThings(bytes: Uint8Array): CarriedThing[] {
  return carriedBy(OfficePackage.open(bytes));
}

export function carriedBy(file: OfficePackage): CarriedThing[] {
  const things: CarriedThing[] = [];
  const add = (kind: CarriedKind, names: readonly string[], canLeaveOut: boolean) => {
    if (names.length > 0) things.push({ kind, sentence: SENTENCES[kind](names), canLeaveOut });
  };
  const sheets = sheetParts(file);
  add(
    "hiddenSheets",
    sheets.filter(({ state }) => state !== "visible").map(({ name }) => name),
    true,
  );
  add(
    "notes",
    sheets.flatMap(({ name, path }) => {
      const count = countNotes(file, path);
      return count === 0 ? [] : `${name} (${count})`;
    }),
    true,
  );
  add("externalLinks", externalAddresses(file), true);
  add("paneState", paneStateParts(file).length > 0 ? ["kept"] : [], true);
  add("authorNames", authorNames(file), true);
  add("connections", file.has("xl/connections.xml") ? ["kept"] : [], false);
  add(
    "hiddenNames",
    nameParts(file)
      .filter(
        ({ xml, name }) =>
          /^<definedName\b[^>]*\bhidden="(?:1|true)"/.test(xml) && !name.startsWith("_xlnm."),
      )
      .map(({ name }) => name),
    false,
  );
  add(
    "printers",
    file.paths.filter((path) => path.startsWith("xl/printerSettings/")),
    true,
  );
  add(
    "customParts",
    file.paths.filter((path) => /^customXml\/item\d+\.xml$|^docProps\/custom\.xml$/.test(path)),
    true,
  );
  return things;
}

/** Takes away what has a part of its own; hidden sheets and links to other workbooks need the formulas, see shareCopy. */
export function leaveOutParts(file: OfficePackage, kinds: ReadonlySet<CarriedKind>): void {
  if (kinds.has("notes")) {
    for (const { path } of sheetParts(file)) removeNotes(file, path);
    for (const path of file.paths.filter((one) => one.startsWith("xl/persons/")))
      removeWithReferences(file, path);
  }
  if (kinds.has("paneState")) {
    for (const { id, type, target } of relationshipsOf(file, "")) {
      if (type !== "webextensiontaskpanes") continue;
      removeRelationship(file, "", id);
      removePart(file, target);
    }
    for (const path of paneStateParts(file)) removeWithReferences(file, path);
  }
  if (kinds.has("authorNames")) removeAuthorNames(file);
  if (kinds.has("printers")) {
    for (const path of file.paths.filter((one) => one.startsWith("xl/printerSettings/"))) {
      removeWithReferences(file, path);
    }
    for (const { path } of sheetParts(file)) {
      const xml = file.text(path);
      if (xml.includes("<pageSetup"))
        file.write(path, xml.replace(/(<pageSetup\b[^>]*?)\s+r:id="[^"]*"/g, "$1"));
    }
  }
  if (kinds.has("customParts")) {
    for (const path of file.paths.filter((one) =>
      /^customXml\/item\d+\.xml$|^docProps\/custom\.xml$/.test(one),
    )) {
      removeWithReferences(file, path);
    }
  }
}

/** The paths of the add-ins' parts: their settings hold what the pane keeps in a workbook, its rule log too. */
function paneStateParts(file: OfficePackage): string[] {
  return file.paths.filter((path) => /^xl\/webextensions\/[^/]+\.xml$/.test(path));
}

function externalAddresses(file: OfficePackage): string[] {
  return relationshipsOf(file, WORKBOOK)
    .filter(({ type }) => type === "externalLink")
    .map(({ target }) => {
      const address = relationshipsOf(file, target).find(({ isExternal }) => isExternal)?.target ?? target;
      return decoded(address.split(/[\\/]/).at(-1) ?? address);
    });
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    // A stray % is shown as it stands.
    return address;
  }
}

/** Elements of the file's properties that name a person or a firm. */
const NAMING: Readonly<Record<string, RegExp>> = {
  "docProps/core.xml": /(<(?:dc:creator|cp:lastModifiedBy)>)([^<]+)(<\/)/g,
  "docProps/app.xml": /(<(?:Company|Manager)>)([^<]+)(<\/)/g,
};

function authorNames(file: OfficePackage): string[] {
  const names = Object.entries(NAMING).flatMap(([path, pattern]) =>
    [...(file.find(path) ?? "").matchAll(pattern)].map(([, , name = ""]) => plainText(name)),
  );
  return [...new Set(names)];
}

function removeAuthorNames(file: OfficePackage): void {
  for (const [path, pattern] of Object.entries(NAMING)) {
    const xml = file.find(path);
    if (xml !== undefined) file.write(path, xml.replace(pattern, "$1$3"));
  }
}

/** Takes a part away, and whatever relationship leads to it. */
function removeWithReferences(file: OfficePackage, path: string): void {
  for (const rels of file.paths.filter((one) => one.endsWith(".rels"))) {
    const owner = rels.replace(/_rels\/([^/]*)\.rels$/, "$1");
    for (const { id, target } of relationshipsOf(file, owner)) {
      if (target === path) removeRelationship(file, owner, id);
    }
  }
  removePart(file, path);
}

const SENTENCES: Record<CarriedKind, (names: readonly string[]) => string> = {
  hiddenSheets: (names) => `Hidden sheets: ${listed(names)}.`,
  notes: (names) => `Notes and comments, with their authors' names, on ${listed(names)}.`,
  externalLinks: (names) => `Links to other workbooks, with values of theirs: ${listed(names)}.`,
  paneState: () => "What add-ins keep in the workbook: this one's forms and its rule log with your reasons.",
  authorNames: (names) => `Names in the file's properties: ${listed(names)}.`,
  connections: () =>
    "Data connections; remove them in Excel (Data, Queries and Connections) if they must not go.",
  hiddenNames: (names) => `Hidden names: ${listed(names)}; Document Inspector in Excel removes them.`,
  printers: () => "Printer settings, which can name a printer.",
  customParts: () => "Data of other programs and properties of your own (custom XML).",
};

function listed(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(", ");
  return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown;
}

const SHOWN = 5;
