import { evaluateFormula } from "./evaluateFormula.mjs";

/**
 * @typedef {{ name: string, optional: boolean, isRange: boolean }} Parameter
 * @typedef {{ parameters: Parameter[], run: (...values: unknown[]) => unknown }} CellFunction
 */

/**
 * What an ALVH formula gives on a workbook such as the starter's: whose defined names it may use, and whose functions it
 * calls as Excel does.
 * @param {import("../src/workbook/workbookDefinition").WorkbookDefinition} workbook
 * @param {Map<string, CellFunction>} functions by id
 * @returns {{ valueOf: (formula: string) => unknown, namedRange: (name: string) => unknown[][] }}
 */
export function formulasOnWorkbook(workbook, functions) {
  const surroundings = { call, name: namedRange };
  return { valueOf: (formula) => evaluateFormula(formula, surroundings), namedRange };

  /** A range for a range, a single value as a range of one cell, null for what is omitted. */
  function call(name, values) {
    const called = functions.get(name.replace(/^ALVH\./i, "").toUpperCase());
    if (called === undefined) throw new Error(`${name} is no function.`);
    if (values.length > called.parameters.length) throw new Error(`${name} has too many arguments.`);
    const passed = called.parameters.map(({ isRange, optional, name: parameter }, index) => {
      const value = values[index] ?? null;
      if (value === null && !optional) throw new Error(`${name}: ${parameter} is missing.`);
      if (value === null) return null;
      const cells = Array.isArray(value) ? value : [[value]];
      if (isRange) return cells;
      if (cells.length > 1 || cells[0].length > 1)
        throw new Error(`${name}: ${parameter} takes a single value.`);
      return cells[0][0];
    });
    return called.run(...passed);
  }

  /** The cells under a defined name: blank ones too, as Excel passes them on. */
  function namedRange(name) {
    const refersTo = workbook.names.find((entry) => entry.name === name)?.refersTo ?? "";
    const [, sheetName, left, top, right, bottom] =
      /^(\w+)!\$([A-Z])\$(\d+):\$([A-Z])\$(\d+)$/.exec(refersTo) ?? [];
    const sheet = workbook.sheets.find((entry) => entry.name === sheetName);
    if (sheet === undefined) throw new Error(`${name} is no name of the workbook.`);
    const columns = letters(left, right);
    const rows = Array.from({ length: Number(bottom) - Number(top) + 1 }, (_, index) => Number(top) + index);
    return rows.map((row) =>
      columns.map((column) => sheet.cells.find(({ at }) => at === `${column}${row}`)?.value ?? ""),
    );
  }
}

function letters(first, last) {
  const start = first.charCodeAt(0);
  return Array.from({ length: last.charCodeAt(0) - start + 1 }, (_, index) =>
    String.fromCharCode(start + index),
  );
}
