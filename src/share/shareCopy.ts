import type { CellValue } from "../alvh/cellValue";
import { Assumptions } from "./assumptions";
import { carriedBy, leaveOutParts, type CarriedKind, type CarriedThing } from "./carriedThings";
import { cellAddress } from "./cellAddress";
import {
  callsAlvh,
  namesSheet,
  readableFormula,
  readsOtherWorkbook,
  usesName,
  withFixedSpills,
} from "./formulaText";
import { frozenCells, freezeReason, textOf } from "./frozenCells";
import type { FreezeRules, FrozenCell, SharedFormula, SheetFindings } from "./frozenCells";
import { leaveOutSheets } from "./leaveOutSheets";
import { addMadeSheet, KEPT, type MadeRow } from "./madeSheet";
import { NativeWriter, type NativeFormulas } from "./nativeWriter";
import { OfficePackage } from "./officePackage";
import { relationshipsOf, removePart, removeRelationship } from "./relationships";
import { cellWithFormula, errorOf, formulaOf, frozenCell, mapCells, withoutResult } from "./sheetCells";
import type { SheetCell } from "./sheetCells";
import { addNotes, type CellNote } from "./sheetNotes";
import {
  nameParts,
  sharedTexts,
  sheetParts,
  SheetValues,
  WORKBOOK,
  type NamePart,
  type SheetPart,
} from "./workbookParts";
import { WorkbookRanges } from "./workbookRanges";
import { plainText, xmlText } from "./xmlText";

export interface ShareOptions {
  /** Puts a native Excel formula where there is one, in place of the value. */
  readonly native?: boolean;
  /** Native formulas may use LET, which needs Excel 2021 or 365; without it any Excel since 2010 recalculates. */
  readonly let?: boolean;
  readonly leaveOut?: readonly CarriedKind[];
  /** Told how far it is, from 0 to 1; awaited, so that a page can draw and a caller can stop by throwing. */
  readonly progress?: (share: number) => Promise<void> | void;
}

export interface ShareResult {
  readonly bytes: Uint8Array;
  /** Formulas that became values. */
  readonly frozen: number;
  /** Formulas that became native ones. */
  readonly native: number;
  /** What else the copy carries. */
  readonly carried: CarriedThing[];
  /** Cells that show no figure, since the workbook held none: Sheet!A1. */
  readonly withoutValue: string[];
  /** Sentences on what was changed outside cells, or could not be. */
  readonly remarks: string[];
}

/**
 * A copy of a workbook for someone without the add-in: each of its formulas as a value, with the formula in a note and on a
 * sheet that says how the copy was made. Parts that nothing here understands keep their bytes.
 */
export async function shareCopy(bytes: Uint8Array, options: ShareOptions = {}): Promise<ShareResult> {
  return await new Copy(bytes, options).make();
}

class Copy {
  private readonly file: OfficePackage;
  private readonly leaveOut: ReadonlySet<CarriedKind>;
  private readonly remarks: string[] = [];
  private readonly removed: MadeRow[] = [];
  /** Whether a native formula stands where no figure was: only then is the copy to be calculated on opening. */
  private needsCalculation = false;

  constructor(
    bytes: Uint8Array,
    private readonly options: ShareOptions,
  ) {
    this.file = OfficePackage.open(bytes);
    this.leaveOut = new Set(options.leaveOut ?? []);
  }

  async make(): Promise<ShareResult> {
    const { file } = this;
    leaveOutParts(file, this.leaveOut);
    // Before the copy's own notes and sheet are in it.
    const carried = carriedBy(file).filter(({ kind }) => !this.leaveOut.has(kind));
    const texts = sharedTexts(file);
    const sheets = sheetParts(file);
    const gone = this.leaveOut.has("hiddenSheets") ? sheets.filter(({ state }) => state !== "visible") : [];
    const goneNames = new Set(gone.map(({ name }) => name.toLowerCase()));
    const kept = sheets.filter(({ name, hasCells }) => hasCells && !goneNames.has(name.toLowerCase()));
    const names = nameParts(file);
    const rules = this.rulesFor(names, goneNames);

    // Read before anything changes: what the sheets hold now is what the copy shows.
    const values = new SheetValues(file, texts);
    const ranges = new WorkbookRanges(sheets, names, values);
    const findings = new Map<SheetPart, SheetFindings>();
    for (const [index, sheet] of kept.entries()) {
      findings.set(sheet, frozenCells(file, sheet, texts, rules));
      await this.options.progress?.((0.4 * (index + 1)) / kept.length);
    }
    const native = this.options.native
      ? new NativeWriter(ranges, sheets, this.options.let ?? false)
      : undefined;
    const spills = spillsOf(findings);
    const assumptions = new Assumptions(ranges);
    const rows: MadeRow[] = [];
    const withoutValue: string[] = [];
    const moments = new Set<string>();
    let [frozen, natives, done] = [0, 0, 0];
    for (const [sheet, found] of findings) {
      const plans = new Map<string, CellPlan>();
      for (const cell of found.frozen) {
        const formula = readableFormula(cell.stored);
        const used = ranges.rangesIn(formula, sheet);
        const asOf = assumptions.asOf(used, formula);
        if (asOf !== "") moments.add(asOf);
        // A name that calls the add-in goes, and so must formulas that use it.
        const mayBeNative = cell.reason === "alvh" && !usesName(cell.stored, rules.alvhNames);
        const formulas = mayBeNative ? native?.formulasFor(cell, sheet) : undefined;
        if (formulas === undefined) frozen += 1;
        else natives += 1;
        plans.set(cellAddress(cell), { cell, formula, native: formulas });
        rows.push({
          sheet: sheet.name,
          cell: cellAddress(cell),
          formula,
          result: shown(cell.value),
          asOf,
          range: cell.range ?? "",
          kept: this.keptAs(cell, formulas !== undefined),
        });
      }
      for (const address of found.withoutValue) {
        if (plans.get(address)?.native === undefined) withoutValue.push(`${sheet.name}!${address}`);
        else this.needsCalculation = true;
      }
      this.rewriteSheet(sheet, found, plans, spills, rules);
      done += 1;
      await this.options.progress?.(0.4 + (0.5 * done) / findings.size);
    }
    this.rewriteNames(names, rules, spills);
    this.dropCalculatedColumns(kept);
    this.remarkOnCharts(rules);
    this.rewriteWorkbook();
    leaveOutSheets(file, goneNames);
    native?.addSheets(file);
    addMadeSheet(file, [...rows, ...this.removed], assumptions.lines, [...moments]);
    const result = file.bytes();
    await this.options.progress?.(1);
    return { bytes: result, frozen, native: natives, carried, withoutValue, remarks: this.remarks };
  }

  /** Which formulas go: those that call the add-in themselves or by a name, and those that read what is left out. */
  private rulesFor(names: readonly NamePart[], goneSheets: ReadonlySet<string>): FreezeRules {
    const leavesOutOtherWorkbooks = this.leaveOut.has("externalLinks");
    const alvhNames = closure(names, (formula, known) => callsAlvh(formula) || usesName(formula, known));
    const goneNames = closure(
      names,
      (formula, known) =>
        namesSheet(formula, goneSheets) ||
        (leavesOutOtherWorkbooks && readsOtherWorkbook(formula)) ||
        usesName(formula, known),
    );
    return { alvhNames, goneSheets, goneNames, leavesOutOtherWorkbooks };
  }

  private keptAs({ reason }: FrozenCell, isNative: boolean): string {
    if (reason === "leftOut") return KEPT.leftOut;
    if (isNative) return KEPT.native;
    return this.options.native ? KEPT.notNative : KEPT.value;
  }

  private rewriteSheet(
    sheet: SheetPart,
    { shared }: SheetFindings,
    plans: ReadonlyMap<string, CellPlan>,
    spills: Spills,
    rules: FreezeRules,
  ): void {
    const { file } = this;
    const moved = sharedWithSpills(shared, sheet, spills);
    const covered = nativeByCell(plans);
    const changed = mapCells(file.text(sheet.path), (cell) => {
      const address = cellAddress(cell);
      const plan = plans.get(address);
      const nativeFormula = covered.get(address);
      if (nativeFormula !== undefined) {
        return cellWithFormula(
          errorOf(cell) === "#NAME?" ? withoutResult(cell) : cell,
          xmlText(nativeFormula.text),
          nativeFormula.range,
        );
      }
      if (plan !== undefined) return frozenCell(cell);
      return withoutSpills(cell, sheet, moved, shared, spills);
    });
    file.write(sheet.path, this.withoutRules(changed, sheet, spills, rules));
    const notes: CellNote[] = [...plans.values()].map(({ cell, formula, native }) => ({
      row: cell.row,
      column: cell.column,
      text: noteText(cell, formula, native !== undefined, this.options.native ?? false),
    }));
    const skipped = addNotes(file, sheet.path, notes);
    if (skipped.length > 0) {
      this.remarks.push(
        `On ${sheet.name} ${skipped.join(", ")} has a threaded comment, which keeps its place: the formula stands on the sheet How this was made alone.`,
      );
    }
  }

  /** Conditional formats and validation that call the add-in do nothing without it: they go, and are listed. */
  private withoutRules(xml: string, sheet: SheetPart, spills: Spills, rules: FreezeRules): string {
    const place = (name: string | undefined, cell: string) => spills.get(spillKey(name ?? sheet.name, cell));
    const fixed = (text: string) => xmlText(withFixedSpills(plainText(text), place));
    const goes = (piece: string, tag: string): string | undefined => {
      const formulas = [...piece.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, "g"))].map(
        ([, text = ""]) => plainText(text),
      );
      return formulas.find((formula) => freezeReason(formula, rules) !== undefined);
    };
    const list = (kind: string, range: string, formula: string) =>
      this.removed.push({
        sheet: sheet.name,
        cell: range,
        formula: readableFormula(formula),
        result: kind,
        asOf: "",
        range: "",
        kept: KEPT.removed,
      });
    return xml
      .replace(
        /<conditionalFormatting\b([^>]*)(?<!\/)>([\s\S]*?)<\/conditionalFormatting>/g,
        (_, tag: string, body: string) => {
          const range = /sqref="([^"]*)"/.exec(tag)?.[1] ?? "";
          const left = body.replace(/<cfRule\b[^>]*?(?:\/>|>[\s\S]*?<\/cfRule>)/g, (rule) => {
            const formula = goes(rule, "formula");
            if (formula === undefined) {
              return rule.replace(
                /(<formula>)([\s\S]*?)(<\/formula>)/g,
                (whole, open: string, text: string, close: string) =>
                  text.includes("ANCHORARRAY") ? `${open}${fixed(text)}${close}` : whole,
              );
            }
            list("conditional format", range, formula);
            return "";
          });
          return left.trim() === "" ? "" : `<conditionalFormatting${tag}>${left}</conditionalFormatting>`;
        },
      )
      .replace(
        /<dataValidations\b([^>]*)(?<!\/)>([\s\S]*?)<\/dataValidations>/g,
        (_, tag: string, body: string) => {
          let count = 0;
          const left = body.replace(
            /<dataValidation\b([^>]*?)(?:\/>|>[\s\S]*?<\/dataValidation>)/g,
            (rule, attributes: string) => {
              const formula = goes(rule, "formula1") ?? goes(rule, "formula2");
              if (formula === undefined) {
                count += 1;
                return rule.replace(
                  /(<formula[12]>)([\s\S]*?)(<\/formula[12]>)/g,
                  (whole, open: string, text: string, close: string) =>
                    text.includes("ANCHORARRAY") ? `${open}${fixed(text)}${close}` : whole,
                );
              }
              list("validation", /sqref="([^"]*)"/.exec(attributes)?.[1] ?? "", formula);
              return "";
            },
          );
          return count === 0
            ? ""
            : `<dataValidations${tag.replace(/count="\d+"/, `count="${count}"`)}>${left}</dataValidations>`;
        },
      )
      .replace(/<x14:(cfRule|dataValidation)\b[^>]*(?<!\/)>[\s\S]*?<\/x14:\1>/g, (rule, kind: string) => {
        const formula = goes(rule, "xm:f");
        if (formula === undefined) return rule;
        this.remarks.push(
          `${sheet.name} has a ${kind === "cfRule" ? "conditional format" : "validation"} that calls the add-in (${readableFormula(formula)}); it stays and does nothing without it.`,
        );
        return rule;
      });
  }

  private rewriteNames(names: readonly NamePart[], rules: FreezeRules, spills: Spills): void {
    let xml = this.file.text(WORKBOOK);
    for (const { name, formula, xml: element } of names) {
      const key = name.toLowerCase();
      if (rules.alvhNames.has(key) || rules.goneNames.has(key)) {
        xml = xml.replace(element, "");
        this.removed.push({
          sheet: "",
          cell: name,
          formula: readableFormula(formula),
          result: "name",
          asOf: "",
          range: "",
          kept: KEPT.removed,
        });
        continue;
      }
      const fixed = withFixedSpills(formula, (sheet, cell) => spills.get(spillKey(sheet ?? "", cell)));
      if (fixed !== formula) {
        xml = xml.replace(element, () => element.replace(/>[\s\S]*</, () => `>${xmlText(absolute(fixed))}<`));
      }
    }
    this.file.write(WORKBOOK, xml.replace(/<definedNames\b[^>]*>\s*<\/definedNames>/, ""));
  }

  /** A table fills new rows with its columns' formulas, which without the add-in are #NAME?. */
  private dropCalculatedColumns(sheets: readonly SheetPart[]): void {
    for (const { path } of sheets) {
      for (const { type, target } of relationshipsOf(this.file, path)) {
        const xml = type === "table" ? this.file.find(target) : undefined;
        if (xml === undefined || !xml.includes("ALVH")) continue;
        this.file.write(
          target,
          xml.replace(
            /<(calculatedColumnFormula|totalsRowFormula)\b[^>]*(?<!\/)>([\s\S]*?)<\/\1>/g,
            (whole, _, text: string) => (callsAlvh(plainText(text)) ? "" : whole),
          ),
        );
      }
    }
  }

  private remarkOnCharts(rules: FreezeRules): void {
    for (const path of this.file.paths.filter((one) => /^xl\/charts\/[^/]+\.xml$/.test(one))) {
      const formulas = [...this.file.text(path).matchAll(/<(?:\w+:)?f>([\s\S]*?)<\/(?:\w+:)?f>/g)].map(
        ([, text = ""]) => plainText(text).replace(/^\[0\]!/, ""),
      );
      const broken = formulas.find((formula) => freezeReason(formula, rules) !== undefined);
      if (broken === undefined) continue;
      this.remarks.push(
        `A chart draws ${broken}, which the copy does not hold: it shows its last picture until somebody changes it.`,
      );
    }
  }

  private rewriteWorkbook(): void {
    const { file } = this;
    let xml = file.text(WORKBOOK);
    xml = xml.replace(/<calcPr\b[^>]*>/, (tag) => {
      const plain = tag.replace(/\s(?:fullCalcOnLoad|forceFullCalc)="[^"]*"/g, "");
      return this.needsCalculation ? plain.replace("<calcPr", '<calcPr fullCalcOnLoad="1"') : plain;
    });
    // Excel notes the folder in which the author last saved.
    xml = xml.replace(
      /<mc:AlternateContent\b[^>]*(?<!\/)>(?:(?!<\/mc:AlternateContent>)[\s\S])*?absPath[\s\S]*?<\/mc:AlternateContent>/g,
      "",
    );
    xml = xml.replace(/<x15ac:absPath\b[^>]*\/>/g, "");
    for (const { id, type, target } of relationshipsOf(file, WORKBOOK)) {
      const goes = type === "calcChain" || (type === "externalLink" && this.leaveOut.has("externalLinks"));
      if (!goes) continue;
      removeRelationship(file, WORKBOOK, id);
      removePart(file, target);
    }
    if (this.leaveOut.has("externalLinks")) {
      xml = xml.replace(/<externalReferences\b[^>]*(?<!\/)>[\s\S]*?<\/externalReferences>/, "");
    }
    file.write(WORKBOOK, xml);
  }
}

interface CellPlan {
  readonly cell: FrozenCell;
  readonly formula: string;
  readonly native: NativeFormulas | undefined;
}

/** The fixed range of each spill that becomes values, by sheet and anchor. */
type Spills = ReadonlyMap<string, string>;

function spillKey(sheet: string, cell: string): string {
  return `${sheet.toLowerCase()}!${cell.toUpperCase()}`;
}

function spillsOf(findings: ReadonlyMap<SheetPart, SheetFindings>): Spills {
  const spills = new Map<string, string>();
  for (const [sheet, { frozen }] of findings) {
    for (const cell of frozen)
      spills.set(spillKey(sheet.name, cellAddress(cell)), cell.range ?? cellAddress(cell));
  }
  return spills;
}

/** Names that a rule holds for, and those that use them, and so on; in lower case. */
function closure(
  names: readonly NamePart[],
  holds: (formula: string, known: ReadonlySet<string>) => boolean,
): Set<string> {
  const found = new Set<string>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const { name, formula } of names) {
      if (!found.has(name.toLowerCase()) && holds(formula, found)) found.add(name.toLowerCase());
    }
  }
  return found;
}

function nativeByCell(plans: ReadonlyMap<string, CellPlan>): Map<string, { text: string; range?: string }> {
  const formulas = new Map<string, { text: string; range?: string }>();
  for (const { native } of plans.values()) {
    for (const [address, formula] of native ?? []) formulas.set(address, formula);
  }
  return formulas;
}

/** Groups of cells with one formula that refers to a spill: each of their cells needs a formula of its own. */
function sharedWithSpills(
  shared: ReadonlyMap<string, SharedFormula>,
  sheet: SheetPart,
  spills: Spills,
): Set<string> {
  const groups = [...shared].filter(
    ([, { text }]) => text.includes("ANCHORARRAY") && sheet.hasCells && spills.size > 0,
  );
  return new Set(groups.map(([index]) => index));
}

/** An ordinary formula that refers to a spill by its anchor, Plan!A3#: without the spilling formula that is #REF!. */
function withoutSpills(
  cell: SheetCell,
  sheet: SheetPart,
  moved: ReadonlySet<string>,
  shared: ReadonlyMap<string, SharedFormula>,
  spills: Spills,
): string | undefined {
  if (spills.size === 0) return undefined;
  const isMember = moved.size > 0 && cell.content.includes('t="shared"');
  if (!isMember && !cell.content.includes("ANCHORARRAY")) return undefined;
  const formula = formulaOf(cell);
  if (formula === undefined) return undefined;
  if (isMember && !moved.has(formula.sharedIndex ?? "")) return undefined;
  const text = textOf(formula, cell, new Map(shared));
  const fixed = withFixedSpills(text, (name, anchor) => spills.get(spillKey(name ?? sheet.name, anchor)));
  if (fixed === text && !isMember) return undefined;
  const metadata = /\scm="[^"]*"/.exec(cell.tag)?.[0] ?? "";
  return cellWithFormula(
    cell,
    xmlText(fixed),
    formula.kind === "array" ? formula.range : undefined,
    metadata,
  );
}

/** References in names stand still wherever they are used. */
function absolute(formula: string): string {
  return formula.replace(/(!)([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})/g, "$1$$$2$$$3:$$$4$$$5");
}

function noteText(cell: FrozenCell, formula: string, isNative: boolean, wantedNative: boolean): string {
  const lead = cell.reason === "leftOut" ? "Formula here before (what it read was left out):" : NOTE_LEAD;
  const kept = isNative
    ? "\nHere as a native formula: it recalculates."
    : wantedNative
      ? "\nHere as a value: it does not recalculate."
      : "";
  const range = cell.range === undefined ? "" : `\nIts result fills ${cell.range}.`;
  return `${lead}\n${formula}${range}${kept}`.slice(0, LONGEST_NOTE);
}

/** By which a note of ours is known. */
export const NOTE_LEAD = "ALVH formula here before:";

const LONGEST_NOTE = 32_000;

function shown(value: CellValue): CellValue {
  return value === undefined ? "(no value)" : value;
}
