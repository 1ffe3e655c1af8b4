import { cellAddress } from "./cellAddress";
import { callsAlvh, storedFormula } from "./formulaText";
import { OfficePackage } from "./officePackage";
import { cellWithFormula, formulaOf, mapCells, withoutResult } from "./sheetCells";
import type { FormulaChange } from "./thawFile";
import { isProtected, nameParts, sheetParts, WORKBOOK } from "./workbookParts";
import { xmlText } from "./xmlText";

/**
 * A file whose formulas of the add-in are stored as Excel wants them. Formulas typed while it was absent are stored as they
 * were typed (ALVH.NETTHETA), and stay #NAME? for ever; those cells lose that value, so that Excel calculates them anew.
 */
export function repairFile(bytes: Uint8Array): FormulaChange {
  const file = OfficePackage.open(bytes);
  const changed: string[] = [];
  const protectedSheets: string[] = [];
  for (const { name, path, hasCells } of sheetParts(file)) {
    if (!hasCells) continue;
    const xml = file.text(path);
    const found: string[] = [];
    const repaired = mapCells(xml, (cell) => {
      const formula = formulaOf(cell);
      if (formula === undefined || !callsAlvh(formula.text)) return undefined;
      const stored = storedFormula(formula.text);
      const isName = /<v>#NAME\?<\/v>/.test(cell.content);
      if (stored === formula.text && !isName) return undefined;
      // Cells that share a formula keep it: Excel stores its text once.
      if (formula.kind === "shared") {
        found.push(`${name}!${cellAddress(cell)}`);
        return `<c${cell.tag}>${cell.content.replace(/(<f\b[^>]*(?<!\/)>)[\s\S]*?(<\/f>)/, (_, open: string, close: string) => `${open}${xmlText(stored)}${close}`)}</c>`;
      }
      found.push(`${name}!${cellAddress(cell)}`);
      const blank = isName ? withoutResult(cell) : cell;
      const metadata = /\scm="[^"]*"/.exec(cell.tag)?.[0] ?? "";
      return cellWithFormula(
        blank,
        xmlText(stored),
        formula.kind === "array" ? formula.range : undefined,
        metadata,
      );
    });
    if (found.length === 0) continue;
    if (isProtected(xml)) {
      protectedSheets.push(name);
      continue;
    }
    changed.push(...found);
    file.write(path, repaired);
  }
  repairNames(file, changed);
  // Excel calculates everything when it opens the file.
  file.write(
    WORKBOOK,
    file
      .text(WORKBOOK)
      .replace(
        /<calcPr\b([^>]*?)\/?>(?:<\/calcPr>)?/,
        (_, tag: string) => `<calcPr${tag.replace(/\sfullCalcOnLoad="[^"]*"/, "")} fullCalcOnLoad="1"/>`,
      ),
  );
  return { bytes: file.bytes(), changed, protectedSheets, remarks: [] };
}

function repairNames(file: OfficePackage, changed: string[]): void {
  let xml = file.text(WORKBOOK);
  for (const { name, formula, xml: element } of nameParts(file)) {
    const stored = callsAlvh(formula) ? storedFormula(formula) : formula;
    if (stored === formula) continue;
    xml = xml.replace(element, () => element.replace(/>[\s\S]*</, () => `>${xmlText(stored)}<`));
    changed.push(name);
  }
  file.write(WORKBOOK, xml);
}
