import { useEffect, useState } from "react";
import { readSelectedCell } from "../../../workbook/explainCell";
import { readRange } from "../../../workbook/readRange";
import { watchRange, watchSelection } from "../../../workbook/watch";
import catalogue from "../../functionCatalogue.json";
import { formulaCalls } from "./formulaCalls";
import { readExplanation, type CellExplanation, type FormulaCell } from "./readExplanation";

/**
 * The explanation of the last selected cell that holds an ALVH formula. It follows the selection and the cells that the
 * formula reads; a cell without such a formula leaves it standing, so that one can go and look at an argument.
 */
export function useExplanation(inExcel: boolean): { explanation?: CellExplanation; problem?: string } {
  const [cell, setCell] = useState<FormulaCell>();
  const [explanation, setExplanation] = useState<CellExplanation>();
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    if (!inExcel) return undefined;
    const look = async () => {
      const selected = await readSelectedCell();
      if (formulaCalls(selected.formula).length > 0) setCell(selected);
    };
    return whileWatching(
      [(changed) => watchSelection(changed)],
      async () => {
        await look();
        setProblem(undefined);
      },
      setProblem,
    );
  }, [inExcel]);

  useEffect(() => {
    if (cell === undefined) return undefined;
    let isOver = false;
    const explain = async () => {
      const next = await readExplanation(cell, catalogue);
      if (!isOver) setExplanation(next);
      return next;
    };
    const again = async () => {
      const selected = await readSelectedCell();
      const isStillSelected = selected.address === cell.address;
      const value = isStillSelected ? selected.value : (await readRange(cell.address)).values[0]?.[0];
      // A new object even where all is the same: an argument may have changed and the error not.
      if (!isOver) setCell({ ...cell, ...(isStillSelected ? { formula: selected.formula } : {}), value });
    };
    let stop: (() => void) | undefined;
    explain().then(
      ({ references }) => {
        if (isOver) return;
        const watches = [cell.address, ...references].map(
          (reference) => (changed: () => void) => watchRange(reference, changed),
        );
        stop = whileWatching(watches, again, setProblem, false);
      },
      (error: unknown) => {
        setProblem(sentence(error));
      },
    );
    return () => {
      isOver = true;
      stop?.();
    };
  }, [cell]);

  return {
    ...(explanation === undefined ? {} : { explanation }),
    ...(problem === undefined ? {} : { problem }),
  };
}

type Watch = (changed: () => void) => Promise<() => Promise<void>>;

/** Acts at once (unless told not to) and at every change, until what it returns is called. */
function whileWatching(
  watches: readonly Watch[],
  action: () => Promise<void>,
  fail: (sentence: string) => void,
  atOnce = true,
): () => void {
  let isOver = false;
  const act = () => {
    if (isOver) return;
    action().catch((error: unknown) => {
      if (!isOver) fail(sentence(error));
    });
  };
  if (atOnce) act();
  const stops = watches.map((watch) => watch(act));
  for (const stop of stops) {
    stop.catch((error: unknown) => {
      if (!isOver) fail(sentence(error));
    });
  }
  return () => {
    isOver = true;
    // A watch that never began has been reported above.
    for (const stop of stops)
      stop.then(
        (end) => end().catch(reportError),
        () => undefined,
      );
  };
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
