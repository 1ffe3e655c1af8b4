import { type IUndoRedoItem, LocalUndoRedoService } from "@univerjs/core";

/**
 * Univer's undo with several steps as one. Its own grouping takes the steps back in the order in which they were
 * made, which leaves a cell that was written twice with its first new content.
 */
export class GroupedUndo extends LocalUndoRedoService {
  private current: { unitID: string; steps: IUndoRedoItem[] } | undefined;

  /**
   * Everything done to a workbook until the returned function is called is one step. A group within a group belongs
   * to the outer one. What its editors do (documents of their own, in Univer) stays apart. `lastStep` is asked at
   * the end for one more step, which is done again last and taken back first.
   */
  group(unitID: string, lastStep: () => IUndoRedoItem | undefined = () => undefined): () => void {
    if (this.current) return () => {};
    const steps: IUndoRedoItem[] = [];
    this.current = { unitID, steps };
    return () => {
      this.current = undefined;
      if (steps.length === 0) return;
      const last = lastStep();
      if (last) steps.push(last);
      super.pushUndoRedo({
        unitID,
        undoMutations: [...steps].reverse().flatMap((step) => step.undoMutations),
        redoMutations: steps.flatMap((step) => step.redoMutations),
      });
    };
  }

  override pushUndoRedo(step: IUndoRedoItem): void {
    if (step.unitID === this.current?.unitID) this.current.steps.push(step);
    else super.pushUndoRedo(step);
  }
}
