import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationType,
  generateRandomId,
  type IStyleBase,
} from "@univerjs/core";
import { AddCfCommand, CFRuleType, CFSubRuleType } from "@univerjs/preset-sheets-conditional-formatting";
import { AddSheetDataValidationCommand } from "@univerjs/preset-sheets-data-validation";
import type { FRange } from "@univerjs/sheets/facade";
import type { Spreadsheet } from "./spreadsheet";

/** What rules need of the host's context. */
interface Context {
  readonly spreadsheet: Spreadsheet;
  note(action: () => unknown): void;
  /** Done once, after all else of this `sync`, however often it is asked for. */
  noteLast(action: () => unknown): void;
}

interface ValidationRule {
  list?: { source: string };
  decimal?: { formula1: number; formula2: number; operator: "Between" };
}

/** `range.dataValidation` of Office.js: a list or a decimal number between two, and what is said of anything else. */
export class DataValidation {
  private own: ValidationRule = {};
  private message = "";

  constructor(
    private readonly context: Context,
    private readonly resolve: () => FRange,
  ) {}

  set rule(rule: ValidationRule) {
    this.context.note(() => (this.own = rule));
    this.context.note(() => this.context.noteLast(this.apply));
  }

  set errorAlert({ message }: { message: string }) {
    this.context.note(() => (this.message = message));
    this.context.note(() => this.context.noteLast(this.apply));
  }

  private readonly apply = (): void => {
    const { list, decimal } = this.own;
    const range = this.resolve();
    this.context.spreadsheet.api.syncExecuteCommand(AddSheetDataValidationCommand.id, {
      unitId: range.getUnitId(),
      subUnitId: range.getSheetId(),
      rule: {
        uid: generateRandomId(),
        ranges: [range.getRange()],
        allowBlank: true,
        ...(list ? { type: DataValidationType.LIST, formula1: list.source } : {}),
        ...(decimal
          ? {
              type: DataValidationType.DECIMAL,
              operator: DataValidationOperator.BETWEEN,
              formula1: String(decimal.formula1),
              formula2: String(decimal.formula2),
            }
          : {}),
        error: this.message,
        showErrorMessage: true,
        errorStyle: DataValidationErrorStyle.STOP,
      },
    });
  };
}

interface ScaleEnd {
  type: "LowestValue" | "Number" | "HighestValue";
  color: string;
}

/**
 * `range.conditionalFormats` of Office.js: a colour for figures below one, and a scale of colours through 0. As
 * formulas, since Univer's own rules of these kinds do not see the cells into which a formula spills.
 */
export class ConditionalFormats {
  constructor(
    private readonly context: Context,
    private readonly resolve: () => FRange,
  ) {}

  /** Of the two kinds it is the one whose properties are set. */
  add(): { cellValue: CellValueFormat; colorScale: ColorScaleFormat } {
    const add: AddRule = (rule) => this.addRule(rule);
    return {
      cellValue: new CellValueFormat(this.context, add),
      colorScale: new ColorScaleFormat(this.context, add),
    };
  }

  private addRule(rule: Rule): void {
    const range = this.resolve();
    const [first = "", last = first] = range.getA1Notation().split(":");
    const all = [first, last].map((cell) => cell.replace(/([A-Z]+)(\d+)/, "$$$1$$$2")).join(":");
    this.context.spreadsheet.api.syncExecuteCommand(AddCfCommand.id, {
      unitId: range.getUnitId(),
      subUnitId: range.getSheetId(),
      rule: {
        ranges: [range.getRange()],
        stopIfTrue: false,
        rule: {
          type: CFRuleType.highlightCell,
          subType: CFSubRuleType.formula,
          value: `=AND(ISNUMBER(${first}),${rule.holds(first, all)})`,
          style: rule.style,
        },
      },
    });
  }
}

/** When a cell, the first of all, is dressed in the style. */
interface Rule {
  holds: (cell: string, all: string) => string;
  style: IStyleBase;
}

type AddRule = (rule: Rule) => void;

class CellValueFormat {
  readonly format: { font: { color: string } };
  private color = "";

  constructor(
    private readonly context: Context,
    private readonly add: AddRule,
  ) {
    const setColor = (color: string) => this.context.note(() => (this.color = color));
    this.format = {
      font: {
        set color(color: string) {
          setColor(color);
        },
      },
    };
  }

  set rule({ formula1 }: { formula1: string; operator: "LessThan" }) {
    this.context.note(() =>
      this.context.noteLast(() =>
        this.add({ holds: (cell) => `${cell}<${formula1}`, style: { cl: { rgb: this.color } } }),
      ),
    );
  }
}

class ColorScaleFormat {
  constructor(
    private readonly context: Context,
    private readonly add: AddRule,
  ) {}

  /** In bands of a fifth on either side of 0, from the palest to the full colour. */
  set criteria({ minimum, maximum }: Record<"minimum" | "midpoint" | "maximum", ScaleEnd>) {
    this.context.note(() => {
      // The rule that was added last counts first.
      for (const share of BANDS) {
        this.add({
          holds: (cell, all) => `${cell}<0,${cell}<=${share}*MIN(${all})`,
          style: { bg: { rgb: mixed(minimum.color, share + BAND) }, ...DARK_TEXT },
        });
        this.add({
          holds: (cell, all) => `${cell}>0,${cell}>=${share}*MAX(${all})`,
          style: { bg: { rgb: mixed(maximum.color, share + BAND) }, ...DARK_TEXT },
        });
      }
    });
  }
}

const BAND = 0.2;
const BANDS = [0.01, 0.2, 0.4, 0.6, 0.8];
const DARK_TEXT: IStyleBase = { cl: { rgb: "#1B2733" } };

/** A colour thinned with white. */
function mixed(color: string, share: number): string {
  const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const hex = parts.map((part) =>
    Math.round(255 - (255 - part) * share)
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${hex.join("")}`;
}
