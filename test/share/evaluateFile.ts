import { initSync, Model } from "@ironcalc/wasm";
import { strFromU8, unzipSync } from "fflate";
import { readFileSync } from "node:fs";

/**
 * Calculates a file anew in IronCalc, an engine that is not ours, and gives the values of cells. Formulas alone count: what
 * was cached for them is not read. IronCalc's normal distribution is good to about 1e-12.
 */
export function evaluateFile(file: Uint8Array): (sheet: string, address: string) => number | string {
  initSync({ module: readFileSync("node_modules/@ironcalc/wasm/wasm_bg.wasm") });
  const model = new Model("copy", "en", "UTC", "en");
  model.pauseEvaluation();
  const parts = unzipSync(file);
  const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const sheets = [
    ...text("xl/workbook.xml").matchAll(/<sheet [^>]*?name="([^"]*)"[^>]*?r:id="([^"]*)"/g),
  ].map(([, name = "", id = ""]) => ({ name: decoded(name), id }));
  sheets.forEach(({ name }, index) => {
    if (index > 0) model.newSheet();
    model.renameSheet(index, name);
  });
  sheets.forEach(({ id }, index) => {
    const relationship = new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`).exec(
      text("xl/_rels/workbook.xml.rels"),
    )?.[0];
    const target = /Target="([^"]*)"/.exec(relationship ?? "")?.[1] ?? "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    for (const [, address = "", content = ""] of text(path).matchAll(
      /<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>(.*?)<\/c>)/gs,
    )) {
      const { row, column } = placeOf(address);
      const formula = /<f[^>]*>(.*?)<\/f>/s.exec(content)?.[1];
      const value = /<(?:v|t)(?: [^>]*)?>(.*?)<\/(?:v|t)>/s.exec(content)?.[1];
      if (formula !== undefined) {
        const plain = decoded(formula).replace(/_xlfn\.|_xlpm\./g, "");
        model.setUserInput(index, row, column, `=${plain}`);
      } else if (value !== undefined) model.setUserInput(index, row, column, decoded(value));
    }
  });
  model.resumeEvaluation();
  model.evaluate();
  return (sheet, address) => {
    const index = sheets.findIndex(({ name }) => name === sheet);
    const { row, column } = placeOf(address);
    model.updateRangeStyle(
      { sheet: index, row, column, width: 1, height: 1 },
      "num_fmt",
      "0.0000000000000000E+00",
    );
    const shown = model.getFormattedCellValue(index, row, column);
    const number = Number(shown);
    return shown.trim() === "" || Number.isNaN(number) ? shown : number;
  };
}

function placeOf(address: string): { row: number; column: number } {
  const [, letters = "A", digits = "1"] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits), column };
}

function decoded(xml: string): string {
  return xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
