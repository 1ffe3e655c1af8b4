import { cellAddress, type CellPlace } from "./cellAddress";
import type { OfficePackage } from "./officePackage";
import {
  addContentType,
  addDefaultContentType,
  addRelationship,
  freePath,
  relationshipsOf,
  removePart,
  removeRelationship,
} from "./relationships";
import { attribute, xmlText } from "./xmlText";

/** A note to be put on a cell. */
export interface CellNote extends CellPlace {
  readonly text: string;
}

/** Who the notes are by: nobody's account name goes into a copy. */
const AUTHOR = "ALVH for Excel";

/**
 * Puts notes on the cells of a sheet: new ones, or a paragraph more in a note that is there. A cell with a threaded
 * comment keeps it as it is, since Excel would write over what is added; its address is given back.
 */
export function addNotes(file: OfficePackage, sheetPath: string, notes: readonly CellNote[]): string[] {
  if (notes.length === 0) return [];
  const threaded = threadedCells(file, sheetPath);
  const comments = commentsOf(file, sheetPath);
  const existing = new Set(comments === undefined ? [] : commentedCells(file.text(comments)));
  const fresh: CellNote[] = [];
  const appended = new Map<string, string>();
  const skipped: string[] = [];
  for (const note of notes) {
    const address = cellAddress(note);
    if (threaded.has(address)) skipped.push(address);
    else if (existing.has(address)) appended.set(address, note.text);
    else fresh.push(note);
  }
  writeComments(file, sheetPath, comments, fresh, appended);
  if (fresh.length > 0) writeShapes(file, sheetPath, fresh);
  return skipped;
}

/** The number of notes and threaded comments on a sheet. */
export function countNotes(file: OfficePackage, sheetPath: string): number {
  const comments = commentsOf(file, sheetPath);
  return comments === undefined ? 0 : commentedCells(file.text(comments)).length;
}

/** Takes every note and threaded comment off a sheet. */
export function removeNotes(file: OfficePackage, sheetPath: string): void {
  for (const { id, type, target } of relationshipsOf(file, sheetPath)) {
    if (type !== "comments" && type !== "threadedComment") continue;
    removeRelationship(file, sheetPath, id);
    removePart(file, target);
  }
  const shapes = shapesOf(file, sheetPath);
  if (shapes !== undefined) file.write(shapes, withoutShapes(file.text(shapes), isNote));
}

/** Takes the notes away that this add-in put there, and its paragraphs out of others'. */
export function removeOwnNotes(file: OfficePackage, sheetPath: string, lead: string): void {
  const path = commentsOf(file, sheetPath);
  if (path === undefined) return;
  const xml = file.text(path);
  const own = String(authorIndex(xml));
  const gone = new Set<string>();
  const rest = xml.replace(COMMENT, (whole, tag: string) => {
    if (attribute(tag, "authorId") === own) {
      gone.add(attribute(tag, "ref") ?? "");
      return "";
    }
    return whole.replace(OWN_RUN, (run) => (run.includes(lead) ? "" : run));
  });
  file.write(path, rest);
  const shapes = shapesOf(file, sheetPath);
  if (shapes === undefined) return;
  file.write(
    shapes,
    withoutShapes(file.text(shapes), (shape) => {
      const row = /<x:Row>(\d+)<\/x:Row>/.exec(shape)?.[1];
      const column = /<x:Column>(\d+)<\/x:Column>/.exec(shape)?.[1];
      return isNote(shape) && gone.has(cellAddress({ row: Number(row), column: Number(column) }));
    }),
  );
}

const COMMENT = /<comment\b([^>]*)(?<!\/)>[\s\S]*?<\/comment>/g;
const OWN_RUN = /<r><t xml:space="preserve">\n\n[\s\S]*?<\/t><\/r>/g;

/** Not by a pattern: drawings of the old kind need not be well-formed, and one that never closes would take for ever. */
function withoutShapes(xml: string, goes: (shape: string) => boolean): string {
  return xml
    .split(/(?<=<\/v:shape>)/)
    .map((piece) => {
      const start = piece.search(/<v:shape\b/);
      return start >= 0 && piece.endsWith("</v:shape>") && goes(piece.slice(start))
        ? piece.slice(0, start)
        : piece;
    })
    .join("");
}

function isNote(shape: string): boolean {
  return shape.includes('ObjectType="Note"');
}

function commentsOf(file: OfficePackage, sheetPath: string): string | undefined {
  return relationshipsOf(file, sheetPath).find(({ type, target }) => type === "comments" && file.has(target))
    ?.target;
}

function shapesOf(file: OfficePackage, sheetPath: string): string | undefined {
  const id = attribute(/<legacyDrawing\b([^>]*)>/.exec(file.text(sheetPath))?.[1] ?? "", "r:id");
  return relationshipsOf(file, sheetPath).find((one) => one.id === id && file.has(one.target))?.target;
}

function threadedCells(file: OfficePackage, sheetPath: string): Set<string> {
  const cells = new Set<string>();
  for (const { type, target } of relationshipsOf(file, sheetPath)) {
    if (type !== "threadedComment") continue;
    for (const [, tag = ""] of (file.find(target) ?? "").matchAll(/<threadedComment\b([^>]*)>/g)) {
      cells.add(attribute(tag, "ref") ?? "");
    }
  }
  return cells;
}

function commentedCells(xml: string): string[] {
  return [...xml.matchAll(/<comment\b([^>]*)>/g)].map(([, tag = ""]) => attribute(tag, "ref") ?? "");
}

function authorIndex(xml: string): number {
  const authors = [...xml.matchAll(/<author(?:\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/author>)/g)];
  return authors.findIndex(([, name]) => name === AUTHOR);
}

function writeComments(
  file: OfficePackage,
  sheetPath: string,
  known: string | undefined,
  fresh: readonly CellNote[],
  appended: ReadonlyMap<string, string>,
): void {
  if (known === undefined) {
    const path = freePath(file, "xl/comments", ".xml");
    const list = fresh.map((note) => commentXml(note, 0)).join("");
    file.write(
      path,
      `${XML}<comments xmlns="${MAIN}"><authors><author>${AUTHOR}</author></authors><commentList>${list}</commentList></comments>`,
    );
    addContentType(file, path, "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml");
    addRelationship(file, sheetPath, "comments", path);
    return;
  }
  let xml = file.text(known);
  if (authorIndex(xml) < 0) xml = xml.replace("</authors>", `<author>${AUTHOR}</author></authors>`);
  const author = authorIndex(xml);
  xml = xml.replace(COMMENT, (whole, tag: string) => {
    const text = appended.get(attribute(tag, "ref") ?? "");
    return text === undefined ? whole : whole.replace("</text>", () => `${run(`\n\n${text}`)}</text>`);
  });
  const list = fresh.map((note) => commentXml(note, author)).join("");
  file.write(
    known,
    xml
      .replace("<commentList/>", "<commentList></commentList>")
      .replace("</commentList>", () => `${list}</commentList>`),
  );
}

function commentXml(note: CellNote, author: number): string {
  return `<comment ref="${cellAddress(note)}" authorId="${author}"><text>${run(note.text)}</text></comment>`;
}

function run(text: string): string {
  return `<r><t xml:space="preserve">${xmlText(text)}</t></r>`;
}

/** Excel finds a note's box in a drawing of the old kind, VML; without one it calls the file damaged. */
function writeShapes(file: OfficePackage, sheetPath: string, notes: readonly CellNote[]): void {
  const known = shapesOf(file, sheetPath);
  const path = known ?? freePath(file, "xl/drawings/vmlDrawing", ".vml");
  const xml = known === undefined ? undefined : file.text(known);
  const taken = [...(xml ?? "").matchAll(/_x0000_s(\d+)/g)].map(([, id]) => Number(id));
  const block = xml === undefined ? 1 : Math.floor(taken.reduce((a, b) => Math.max(a, b), 1024) / BLOCK) + 1;
  const shapes = notes.map((note, index) => shapeXml(note, block * BLOCK + 1 + index)).join("");
  if (xml !== undefined) {
    const type = xml.includes('id="_x0000_t202"') ? "" : SHAPE_TYPE;
    file.write(
      path,
      xml.replace(/<\/xml>\s*$/, () => `${type}${shapes}</xml>`),
    );
    return;
  }
  const blocks = Array.from({ length: Math.ceil(notes.length / BLOCK) }, (_, index) => block + index);
  file.write(
    path,
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join(",")}"/></o:shapelayout>${SHAPE_TYPE}${shapes}</xml>`,
  );
  addDefaultContentType(file, "vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
  const id = addRelationship(file, sheetPath, "vmlDrawing", path);
  file.write(sheetPath, withLegacyDrawing(file.text(sheetPath), id));
}

/** Office numbers shapes in blocks of so many. */
const BLOCK = 1024;

const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

function shapeXml({ row, column }: CellNote, id: number): string {
  const anchor = [column + 1, 15, row, 2, column + 5, 31, row + 5, 9].join(",");
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}

/** The elements of a sheet have an order, which Excel insists on: these come after the drawing of the notes. */
function withLegacyDrawing(xml: string, id: string): string {
  const element = `<legacyDrawing xmlns:r="${RELATIONSHIPS}" r:id="${id}"/>`;
  const dataEnd = Math.max(xml.indexOf("</sheetData>"), xml.indexOf("<sheetData/>"));
  const later =
    /<(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst|mc:AlternateContent)\b/;
  const rest = xml.slice(dataEnd);
  const found = later.exec(rest);
  const at = dataEnd + (found?.index ?? rest.lastIndexOf("</worksheet>"));
  return `${xml.slice(0, at)}${element}${xml.slice(at)}`;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
