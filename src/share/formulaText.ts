import { closingBracket, splitArguments } from "./formulaCall";
import { columnIndex, columnLetters, COLUMNS, ROWS } from "./cellAddress";

/**
 * Formulas as files store them, and as people read them. Excel stores a call of this add-in as `_xldudf_ALVH_BSM_PRICE(…)`
 * and newer functions with a prefix of their own; no id of a function holds an underscore, so that both ways are unique.
 */

/** Whether a formula calls this add-in; what stands between quotes does not count. */
export function callsAlvh(formula: string): boolean {
  if (!/ALVH/i.test(formula)) return false;
  return codeOf(formula).some((code) => CALL.test(code));
}

/** A stored formula as the formula bar shows it, with its "=". */
export function readableFormula(stored: string): string {
  const text = mapCode(stored, (code) =>
    code
      .replace(/_xldudf_ALVH_([A-Z0-9_]+)/gi, (_, name: string) => `ALVH.${name.replaceAll("_", ".")}`)
      .replace(/_xlfn\.(?:_xlws\.)?|_xlws\.|_xlpm\./gi, ""),
  );
  return `=${withHashes(text)}`;
}

/** A formula as files store it, without "=": calls of this add-in and newer functions with their prefixes. */
export function storedFormula(formula: string): string {
  const plain = formula.replace(/^=/, "");
  const withAnchors = plain.includes("#") ? plain.replace(SPILL, "_xlfn.ANCHORARRAY($1)") : plain;
  const prefixed = mapCode(withAnchors, (code) =>
    code
      .replace(/(?:_xldudf_ALVH_|\bALVH\.)([A-Z0-9_.]+)(?=\s*\()/gi, (_, name: string) => {
        return `_xldudf_ALVH_${name.toUpperCase().replaceAll(".", "_")}`;
      })
      .replace(PREFIXED, (whole, prefix: string | undefined, name: string) => {
        if (prefix !== undefined && prefix !== "") return whole;
        return `${WORKSHEET_ONLY.has(name.toUpperCase()) ? "_xlfn._xlws." : "_xlfn."}${name.toUpperCase()}`;
      }),
  );
  return withParameters(prefixed);
}

/** The names that LET and LAMBDA define are stored with a prefix too. */
function withParameters(stored: string): string {
  if (!/_xlfn\.(?:LET|LAMBDA)\(/i.test(stored)) return stored;
  const names = new Set<string>();
  for (const match of stored.matchAll(/_xlfn\.(LET|LAMBDA)\(/gi)) {
    const open = match.index + match[0].length - 1;
    const given = splitArguments(stored.slice(open + 1, closingBracket(stored, open)));
    const isLet = match[1]?.toUpperCase() === "LET";
    given.forEach((one, index) => {
      if (index < given.length - 1 && (!isLet || index % 2 === 0))
        names.add(one.replace(/^_xlpm\./, "").toLowerCase());
    });
  }
  return mapCode(stored, (code) =>
    code.replace(/(?<![\p{L}\p{N}_.!])[\p{L}_][\p{L}\p{N}_]*(?![\p{L}\p{N}_.(!])/gu, (word) =>
      names.has(word.toLowerCase()) ? `_xlpm.${word}` : word,
    ),
  );
}

/** Changes what stands outside texts in double quotes, sheet names in single ones and brackets. */
function mapCode(formula: string, change: (code: string) => string): string {
  if (!/["'[]/.test(formula)) return change(formula);
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\])/)
    .map((piece, index) => (index % 2 === 0 ? change(piece) : piece))
    .join("");
}

/** A formula filled some rows down and columns right: what has no $ moves along. */
export function filledFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return mapCode(formula, (code) =>
    code
      .replace(CELL, (whole, columnFixed: string, letters: string, rowFixed: string, digits: string) => {
        const column = columnFixed === "$" ? columnIndex(letters) : columnIndex(letters) + columns;
        const row = rowFixed === "$" ? Number(digits) : Number(digits) + rows;
        if (columnIndex(letters) >= COLUMNS || Number(digits) > ROWS) return whole;
        if (column < 0 || column >= COLUMNS || row < 1 || row > ROWS) return "#REF!";
        return `${columnFixed}${columnLetters(column)}${rowFixed}${row}`;
      })
      .replace(WHOLE_COLUMNS, (_, fixed1: string, from: string, fixed2: string, to: string) => {
        const moved = (fixed: string, letters: string) =>
          fixed === "$" ? letters : columnLetters(columnIndex(letters) + columns);
        return `${fixed1}${moved(fixed1, from)}:${fixed2}${moved(fixed2, to)}`;
      })
      .replace(WHOLE_ROWS, (_, fixed1: string, from: string, fixed2: string, to: string) => {
        const moved = (fixed: string, digits: string) =>
          fixed === "$" ? digits : String(Number(digits) + rows);
        return `${fixed1}${moved(fixed1, from)}:${fixed2}${moved(fixed2, to)}`;
      }),
  );
}

/** The formula with each reference to a spill, Plan!A3#, put as `place` says: a fixed range, or undefined to leave it. */
export function withFixedSpills(
  stored: string,
  place: (sheet: string | undefined, cell: string) => string | undefined,
): string {
  if (!stored.includes("ANCHORARRAY")) return stored;
  return stored.replace(ANCHOR_ARRAY, (whole, sheet: string | undefined, cell: string) => {
    const name = sheet === undefined ? undefined : unquotedSheet(sheet.slice(0, -1));
    const fixed = place(name, cell.replaceAll("$", ""));
    return fixed === undefined ? whole : `${sheet ?? ""}${fixed}`;
  });
}

/** Whether a formula names one of some sheets, as Sheet!A1 or 'My sheet'!A1. Names are compared without case. */
export function namesSheet(formula: string, sheets: ReadonlySet<string>): boolean {
  if (sheets.size === 0 || !formula.includes("!")) return false;
  const outsideTexts = formula.replace(/"(?:[^"]|"")*"/g, '""');
  for (const [, quoted, plain] of outsideTexts.matchAll(/'((?:[^']|'')*)'!|([^\s'"!,;:()+\-*/^&=<>{}]+)!/g)) {
    const names = (quoted?.replaceAll("''", "'") ?? plain ?? "").split(":");
    if (names.some((name) => sheets.has(name.toLowerCase()))) return true;
  }
  return false;
}

/** Whether a formula uses one of some names; names in lower case. */
export function usesName(formula: string, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  return codeOf(formula).some((code) =>
    [...code.matchAll(/[\p{L}_\\][\p{L}\p{N}_.\\?]*/gu)].some(([word]) => names.has(word.toLowerCase())),
  );
}

/** Whether a formula reads another workbook: [1]Sheet1!A1. */
export function readsOtherWorkbook(formula: string): boolean {
  return /(?:^|[^\p{L}\p{N}_\]])'?\[\d+\]/u.test(formula.replace(/"(?:[^"]|"")*"/g, '""'));
}

/** The name of a sheet as it stands in formulas, without its quotes. */
export function unquotedSheet(name: string): string {
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

const SPILL = /((?:(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Z]{1,3}\$?\d{1,7})#/giu;

const CALL = /_xldudf_ALVH_|(?<![\p{L}\p{N}_.])ALVH\.[A-Z]/iu;

const CELL = /(?<![\p{L}\p{N}_.$\\])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!])/giu;
const WHOLE_COLUMNS = /(?<![\p{L}\p{N}_.$\\])(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\p{L}\p{N}_.($])/giu;
const WHOLE_ROWS = /(?<![\p{L}\p{N}_.$\\])(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\p{L}\p{N}_.(])/gu;

const ANCHOR_ARRAY =
  /(?:_xlfn\.)?ANCHORARRAY\(((?:'(?:[^']|'')*'|[^\s'"!,;:()+\-*/^&=<>{}]+)!)?(\$?[A-Z]{1,3}\$?\d{1,7})\)/gi;

function withHashes(text: string): string {
  return text
    .replace(ANCHOR_ARRAY, (_, sheet: string | undefined, cell: string) => `${sheet ?? ""}${cell}#`)
    .replace(/\bSINGLE\(([^()]*)\)/gi, "@$1");
}

/** Functions newer than the file format, which stores them with a prefix. */
const NEWER = [
  ..."LET LAMBDA MAP REDUCE SCAN MAKEARRAY BYROW BYCOL SEQUENCE UNIQUE SORTBY RANDARRAY XLOOKUP XMATCH".split(
    " ",
  ),
  ..."CHOOSECOLS CHOOSEROWS TAKE DROP HSTACK VSTACK TOROW TOCOL WRAPROWS WRAPCOLS EXPAND".split(" "),
  ..."TEXTSPLIT TEXTBEFORE TEXTAFTER ARRAYTOTEXT VALUETOTEXT IFNA IFS SWITCH CONCAT TEXTJOIN MAXIFS MINIFS".split(
    " ",
  ),
  ..."NORM.S.DIST NORM.S.INV NORM.DIST NORM.INV FILTER SORT".split(" "),
];
const WORKSHEET_ONLY = new Set(["FILTER", "SORT"]);
const PREFIXED = new RegExp(
  `(?<![\\p{L}\\p{N}_])((?:_xlfn\\.)?(?:_xlws\\.)?)(?<![\\p{L}\\p{N}])(${NEWER.map((name) => name.replaceAll(".", "\\.")).join("|")})(?=\\()`,
  "giu",
);

function codeOf(formula: string): string[] {
  const pieces: string[] = [];
  mapCode(formula, (code) => {
    pieces.push(code);
    return code;
  });
  return pieces;
}
