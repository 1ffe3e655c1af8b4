import {
  IUndoRedoService,
  type Injector,
  LocaleType,
  LogLevel,
  Univer,
  UniverInstanceType,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import {
  FormulaCalculationSessionService,
  IActiveDirtyManagerService,
  IDescriptionService,
  IFunctionService,
  SetRangeValuesMutation,
  UniverSheetsCorePreset,
} from "@univerjs/preset-sheets-core";
import enUS from "@univerjs/preset-sheets-core/locales/en-US";
import type { FWorkbook } from "@univerjs/sheets/facade";
import type { FunctionHost } from "./functionHost";

/** The spreadsheet in the page, and the three things its own interface does not offer. */
export interface Spreadsheet {
  api: FUniver;
  workbook: FWorkbook;
  /** Resolves when every pending recalculation is done. */
  calculated(): Promise<void>;
  /** Calls back after each recalculation. */
  onCalculated(callback: () => void): void;
  /** Makes everything written until the returned function is called one step of Undo. */
  groupUndo(): () => void;
  forgetUndo(): void;
}

/** A spreadsheet with one empty sheet in an element of the page, its formulas backed by the given functions. */
export function createSpreadsheet(container: HTMLElement, host: FunctionHost | undefined): Spreadsheet {
  const { plugins } = UniverSheetsCorePreset({ container, ribbonType: "simple" });
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: enUS },
    logLevel: LogLevel.ERROR,
  });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const api = FUniver.newAPI(univer);
  const injector = univer.__getInjector();
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
    id: UNIT,
    name: "ALVH",
    sheetOrder: ["first"],
    sheets: { first: { id: "first", name: "Sheet1" } },
  });

  if (host) {
    injector.get(IFunctionService).registerExecutors(...host.functions);
    injector.get(IDescriptionService).registerDescriptions(host.descriptions);
    api.getFormula().calculationStart(() => host.beginCalculation());
  }

  const undo = injector.get(IUndoRedoService);
  return {
    api,
    workbook: api.getActiveWorkbook()!,
    calculated: watchCalculation(api, injector),
    onCalculated(callback) {
      injector.get(FormulaCalculationSessionService).resultApplied$.subscribe(callback);
    },
    groupUndo() {
      const grouping = undo.__tempBatchingUndoRedo(UNIT);
      return () => grouping.dispose();
    },
    forgetUndo: () => undo.clearUndoRedo(UNIT),
  };
}

const UNIT = "alvh-workbook";

/**
 * Univer gathers changes for a tenth of a second before it recalculates, so "nothing is running" does not mean
 * "nothing is due". Hence the changes are numbered, and each calculation is known by the last change it covers.
 */
function watchCalculation(api: FUniver, injector: Injector): () => Promise<void> {
  const session = injector.get(FormulaCalculationSessionService);
  const triggers = injector.get(IActiveDirtyManagerService);
  let changed = 0;
  let changedAt = 0;
  let started = 0;
  let applied = 0;
  let wake = () => {};

  api.onCommandExecuted((command, options) => {
    // Results are written as local cell values; they are no change of the user's.
    if (!triggers.get(command.id) || (command.id === SetRangeValuesMutation.id && options?.onlyLocal)) return;
    changed += 1;
    changedAt = performance.now();
  });
  api.getFormula().calculationStart(() => (started = changed));
  session.state$.subscribe((state) => {
    if (!state.started || state.stopped || !state.resultApplied) return;
    applied = started;
    wake();
  });

  return async () => {
    while (applied < changed) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, START_LIMIT_MS);
      });
      // A change of style alone starts no calculation.
      if (started < changed && performance.now() - changedAt > START_LIMIT_MS) applied = started = changed;
    }
  };
}

const START_LIMIT_MS = 500;
