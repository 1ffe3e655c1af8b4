import { readSelectedCell } from "../../../workbook/explainCell";
import { readRange } from "../../../workbook/readRange";
import { watchRange, watchSelection } from "../../../workbook/watch";
import catalogue from "../../functionCatalogue.json";
import { formulaCalls } from "./formulaCalls";
import { readExplanation, type CellExplanation, type FormulaCell } from "./readExplanation";

/**
 * Shows the explanation of the last selected cell that holds an ALVH formula, anew whenever the selection, the cell or a cell
 * that its formula reads is another, until what it returns is called. A cell without such a formula leaves it standing, so
 * that one can go and look at an argument. `fail` is told what is wrong, and undefined when a selection was read again.
 */
export function followExplanation(
  show: (explanation: CellExplanation) => void,
  fail: (sentence: string | undefined) => void,
): () => void {
  let isOver = false;
  let turn = 0;
  let stopCell = () => {};

  const explain = async (cell: FormulaCell): Promise<void> => {
    stopCell();
    turn += 1;
    const mine = turn;
    const isStale = () => isOver || mine !== turn;
    const explanation = await readExplanation(cell, catalogue);
    if (isStale()) return;
    show(explanation);

    const again = async () => {
      const now = await asItStands(cell);
      if (!isStale()) await explain(now);
    };
    /** What changed between the reading above and the beginning of the watches. */
    const catchUp = async () => {
      const now = await asItStands(cell);
      const next = await readExplanation(now, catalogue);
      if (!isStale() && JSON.stringify(next) !== JSON.stringify(explanation)) await explain(now);
    };
    const watches = [cell.address, ...explanation.references].map(
      (reference) => (changed: () => void) => watchRange(reference, changed),
    );
    stopCell = whileWatching(watches, { begun: catchUp, changed: again }, fail);
  };

  const look = async () => {
    const selected = await readSelectedCell();
    if (isOver) return;
    fail(undefined);
    if (formulaCalls(selected.formula).length > 0) await explain(selected);
  };
  const stopSelection = whileWatching([watchSelection], { begun: look, changed: look }, fail);

  return () => {
    isOver = true;
    stopSelection();
    stopCell();
  };
}

/** The cell with the value that it has now, and with its formula where it is still the selected one. */
async function asItStands(cell: FormulaCell): Promise<FormulaCell> {
  const selected = await readSelectedCell();
  if (selected.address === cell.address) return selected;
  const { values } = await readRange(cell.address);
  return { ...cell, value: values[0]?.[0] };
}

type Watch = (changed: () => void) => Promise<() => Promise<void>>;

/** Acts once all watches have begun and at every change, until what it returns is called. */
function whileWatching(
  watches: readonly Watch[],
  actions: { begun: () => Promise<void>; changed: () => Promise<void> },
  fail: (sentence: string) => void,
): () => void {
  let isOver = false;
  const act = (action: () => Promise<unknown>) => {
    if (isOver) return;
    action().catch((error: unknown) => {
      if (!isOver) fail(error instanceof Error ? error.message : String(error));
    });
  };
  const stops = watches.map((watch) => watch(() => act(actions.changed)));
  act(() => Promise.all(stops).then(() => act(actions.begun)));
  return () => {
    isOver = true;
    for (const stop of stops)
      stop.then(
        (end) => end().catch(reportError),
        () => undefined, // a watch that never began has been told above
      );
  };
}
