import type { OfficePackage } from "./officePackage";
import { removePart, removeRelationship } from "./relationships";
import { nameParts, sheetParts, WORKBOOK } from "./workbookParts";
import { attribute } from "./xmlText";

/** Takes sheets out of a workbook; formulas that read them must have become values before. */
export function leaveOutSheets(file: OfficePackage, gone: ReadonlySet<string>): void {
  const sheets = sheetParts(file);
  const kept = sheets.filter(({ name }) => !gone.has(name.toLowerCase()));
  if (kept.length === sheets.length) return;
  const newIndex = new Map(kept.map(({ index }, position) => [index, position]));
  let xml = file.text(WORKBOOK);
  xml = xml.replace(/<sheet\b[^>]*?(?:\/>|>\s*<\/sheet>)/g, (whole) =>
    gone.has((attribute(whole, "name") ?? "").toLowerCase()) ? "" : whole,
  );
  for (const { xml: name, sheetIndex } of nameParts(file)) {
    if (sheetIndex === undefined) continue;
    const index = newIndex.get(sheetIndex);
    xml = xml.replace(name, () =>
      index === undefined ? "" : name.replace(/localSheetId="\d+"/, `localSheetId="${index}"`),
    );
  }
  // Views that open on a sheet by its number open on the first one instead.
  xml = xml.replace(/\s(?:activeTab|firstSheet)="\d+"/g, "");
  file.write(WORKBOOK, xml);
  for (const { name, path, relationship } of sheets) {
    if (!gone.has(name.toLowerCase())) continue;
    removeRelationship(file, WORKBOOK, relationship);
    removePart(file, path);
  }
}
