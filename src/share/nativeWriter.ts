import { cellAddress, areaOf } from "./cellAddress";
import { closedForm, GREEKS_ORDER, strikeForm, type Measure, type OptionTerms } from "./closedForms";
import { closingBracket, splitArguments, type Call } from "./formulaCall";
import { storedFormula } from "./formulaText";
import type { FrozenCell } from "./frozenCells";
import { NativeBooks } from "./nativeBooks";
import type { OfficePackage } from "./officePackage";
import type { WorkbookRanges } from "./workbookRanges";
import type { SheetPart } from "./workbookParts";

/** Stored formulas by address; `range` makes the formula of the first cell an array formula. */
export type NativeFormulas = ReadonlyMap<string, { readonly text: string; readonly range?: string }>;

/** Writes formulas that recalculate without the add-in, where the arithmetic allows it. */
export class NativeWriter {
  private readonly books: NativeBooks;

  constructor(
    ranges: WorkbookRanges,
    sheets: readonly SheetPart[],
    private readonly useLet: boolean,
  ) {
    this.books = new NativeBooks(ranges, sheets, useLet);
  }

  /** The formulas that take the place of a cell's, for it and the cells that its result fills; undefined: none. */
  formulasFor(cell: FrozenCell, sheet: SheetPart): NativeFormulas | undefined {
    const call = wholeCall(cell.stored);
    const table = call === undefined ? undefined : this.tableFor(call, cell, sheet);
    if (table !== undefined) return table;
    const text = this.withoutCalls(cell.stored, sheet);
    if (text === undefined) return undefined;
    return new Map([
      [
        cellAddress(cell),
        { text: storedFormula(text), ...(cell.range === undefined ? {} : { range: cell.range }) },
      ],
    ]);
  }

  addSheets(file: OfficePackage): void {
    this.books.addSheets(file);
  }

  /** A result that fills several cells, each of which gets a formula of its own. */
  private tableFor(call: Call, cell: FrozenCell, sheet: SheetPart): NativeFormulas | undefined {
    const greeks = /^(BSM|BLACK76)_GREEKS$/.exec(call.name);
    if (greeks !== null) return this.greeksRow(greeks[1] === "BLACK76", call, cell, sheet);
    const table = this.books.tableFor(call, cell, sheet);
    if (table === undefined) return undefined;
    const formulas = new Map<string, { text: string }>();
    table.forEach((row, r) => {
      row.forEach((text, c) => {
        if (text === undefined) return;
        const address = cellAddress({ row: cell.row + r, column: cell.column + c });
        formulas.set(address, { text: storedFormula(text) });
      });
    });
    return formulas;
  }

  private greeksRow(
    onForward: boolean,
    call: Call,
    cell: FrozenCell,
    sheet: SheetPart,
  ): NativeFormulas | undefined {
    const count = onForward ? 6 : 7;
    if (call.arguments.length > count) return undefined; // with a header row
    const area = cell.range === undefined ? undefined : areaOf(cell.range);
    if (
      area === undefined ||
      area.bottom !== area.top ||
      area.right - area.left !== GREEKS_ORDER.length - 1
    ) {
      return undefined;
    }
    const terms = this.optionTerms(call.arguments, onForward, sheet);
    if (terms === undefined) return undefined;
    return new Map(
      GREEKS_ORDER.map((measure, index) => [
        cellAddress({ row: cell.row, column: cell.column + index }),
        { text: storedFormula(optionForm(measure, terms, onForward, this.useLet)) },
      ]),
    );
  }

  /** The formula with each call of the add-in replaced, or undefined where one has no native form. */
  private withoutCalls(formula: string, sheet: SheetPart): string | undefined {
    let rest = formula;
    let done = "";
    for (;;) {
      const found = firstCall(rest);
      if (found === undefined) return CALL_LEFT.test(rest) ? undefined : done + rest;
      const native = this.callForm(found.call, sheet);
      if (native === undefined) return undefined;
      done += `${rest.slice(0, found.start)}(${native})`;
      rest = rest.slice(found.end);
    }
  }

  private callForm({ name, arguments: given }: Call, sheet: SheetPart): string | undefined {
    const option = /^(BSM|BLACK76)_([A-Z]+)$/.exec(name);
    if (option === null) return this.books.scalarFor({ name, arguments: given }, sheet);
    const onForward = option[1] === "BLACK76";
    const [kind, second, ...others] = given;
    switch (option[2]) {
      case "STRIKE": {
        // kind, delta, spot, dte, vol, rate, yield: as the others, with the delta where they have the spot.
        const [spot, ...rest] = others;
        const terms = this.optionTerms([kind, spot, "1", ...rest], onForward, sheet);
        const delta = this.argument(second, sheet);
        return terms === undefined || delta === undefined ? undefined : strikeForm(terms, bracketed(delta));
      }
      case "PROB": {
        const touch = given[onForward ? 6 : 7] ?? "";
        if (!/^(TRUE|FALSE|0|1|)$/i.test(touch)) return undefined;
        const terms = this.optionTerms(given.slice(0, onForward ? 6 : 7), onForward, sheet);
        const measure = /^(TRUE|1)$/i.test(touch) ? "TOUCH" : "PROB";
        return terms === undefined ? undefined : closedForm(measure, terms, this.useLet);
      }
      default: {
        const measure = GREEKS_ORDER.find((one) => one === option[2]);
        if (measure === undefined) return undefined;
        const terms = this.optionTerms(given, onForward, sheet);
        return terms === undefined ? undefined : optionForm(measure, terms, onForward, this.useLet);
      }
    }
  }

  private optionTerms(
    given: readonly (string | undefined)[],
    onForward: boolean,
    sheet: SheetPart,
  ): OptionTerms | undefined {
    const read = given.map((one) => this.argument(one, sheet));
    if (read.some((one, index) => one === undefined && given[index] !== undefined)) return undefined;
    const [kind, spot, strike, days, vol, rate, dividendYield] = read;
    if (!kind || !spot || !strike || !days || !vol || !rate) return undefined;
    return {
      side: sideForm(kind),
      spot,
      strike,
      days: bracketed(days),
      vol,
      rate,
      dividendYield: onForward ? rate : dividendYield || "0",
    };
  }

  /** An argument as a piece of a formula: calls in it are replaced too. */
  private argument(text: string | undefined, sheet: SheetPart): string | undefined {
    return text === undefined ? undefined : this.withoutCalls(text, sheet);
  }
}

const CALL = /_xldudf_ALVH_([A-Z0-9_]+)\(/i;
const CALL_LEFT = /_xldudf_ALVH_/i;

function firstCall(formula: string): { call: Call; start: number; end: number } | undefined {
  const match = CALL.exec(formula);
  if (match === null) return undefined;
  const open = match.index + match[0].length - 1;
  const close = closingBracket(formula, open);
  if (close < 0) return undefined;
  const name = (match[1] ?? "").toUpperCase();
  return {
    call: { name, arguments: splitArguments(formula.slice(open + 1, close)) },
    start: match.index,
    end: close + 1,
  };
}

/** The call that a formula consists of, or undefined where it is more than one. */
function wholeCall(formula: string): Call | undefined {
  const found = firstCall(formula);
  return found !== undefined && found.start === 0 && found.end === formula.length ? found.call : undefined;
}

/** BLACK76.RHO holds the forward, where the rate only discounts. */
function optionForm(measure: Measure, terms: OptionTerms, onForward: boolean, useLet: boolean): string {
  if (onForward && measure === "RHO") {
    return `0-${bracketed(terms.days)}/365*(${closedForm("PRICE", terms, useLet)})*0.01`;
  }
  return closedForm(measure, terms, useLet);
}

/** 1 or -1 for a word, or a formula that makes it of a cell. */
function sideForm(kind: string): string {
  const word = /^"\s*(.*?)\s*"$/.exec(kind)?.[1]?.toLowerCase();
  if (word === "call" || word === "c") return "1";
  if (word === "put" || word === "p") return "(0-1)";
  return `IF(LOWER(LEFT(TRIM(${kind}),1))="c",1,0-1)`;
}

function bracketed(piece: string): string {
  return /^[\p{L}\p{N}_.$!':]+$/u.test(piece) ? piece : `(${piece})`;
}
