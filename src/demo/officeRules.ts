import { DataValidationErrorStyle, DataValidationOperator, DataValidationType } from "@univerjs/core";
import {
  AddCfCommand,
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFValueType,
} from "@univerjs/preset-sheets-conditional-formatting";
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
        uid: crypto.randomUUID(),
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
  formula?: string;
}

/** `range.conditionalFormats` of Office.js: a colour for figures below one, and a scale of three colours. */
export class ConditionalFormats {
  constructor(
    private readonly context: Context,
    private readonly resolve: () => FRange,
  ) {}

  /** Of the two kinds it is the one whose properties are set. */
  add(): { cellValue: CellValueFormat; colorScale: ColorScaleFormat } {
    const add = (rule: object) => this.addRule(rule);
    return {
      cellValue: new CellValueFormat(this.context, add),
      colorScale: new ColorScaleFormat(this.context, add),
    };
  }

  private addRule(rule: object): void {
    const range = this.resolve();
    this.context.spreadsheet.api.syncExecuteCommand(AddCfCommand.id, {
      unitId: range.getUnitId(),
      subUnitId: range.getSheetId(),
      rule: { ranges: [range.getRange()], stopIfTrue: false, rule },
    });
  }
}

class CellValueFormat {
  readonly format: { font: { color: string } };
  private color = "";

  constructor(
    private readonly context: Context,
    private readonly add: (rule: object) => void,
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
        this.add({
          type: CFRuleType.highlightCell,
          subType: CFSubRuleType.number,
          operator: CFNumberOperator.lessThan,
          value: Number(formula1),
          style: { cl: { rgb: this.color } },
        }),
      ),
    );
  }
}

class ColorScaleFormat {
  constructor(
    private readonly context: Context,
    private readonly add: (rule: object) => void,
  ) {}

  set criteria({ minimum, midpoint, maximum }: Record<"minimum" | "midpoint" | "maximum", ScaleEnd>) {
    this.context.note(() =>
      this.add({
        type: CFRuleType.colorScale,
        config: [minimum, midpoint, maximum].map(({ type, color, formula }, index) => ({
          index,
          color,
          value: { type: VALUE_TYPES[type], ...(formula === undefined ? {} : { value: Number(formula) }) },
        })),
      }),
    );
  }
}

const VALUE_TYPES = {
  LowestValue: CFValueType.min,
  Number: CFValueType.num,
  HighestValue: CFValueType.max,
};
