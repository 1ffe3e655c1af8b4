import { hostError } from "./hostError";
import { readInExcel } from "./readInExcel";
import { readRange } from "./readRange";

/**
 * Calls back when cells of a reference were changed or recalculated to something else, or when the reference came to
 * stand for other cells or for none. Resolves to what ends the watch: of what is read from then on, no change is missed.
 */
export async function watchRange(reference: string, changed: () => void): Promise<() => Promise<void>> {
  const look = () =>
    readRange(reference).then(
      ({ address, values }) => JSON.stringify([address, values]),
      (error: unknown) => hostError(error).message,
    );
  let last: string | undefined;
  const compare = debounced(async () => {
    const now = await look();
    if (last === undefined || now === last) return;
    last = now;
    changed();
  });
  // Of all sheets: a name may come to stand for cells elsewhere.
  const handlers = await readInExcel(async (context) => {
    const { worksheets } = context.workbook;
    const added = [
      worksheets.onChanged.add(compare.call),
      worksheets.onCalculated.add(compare.call),
      worksheets.onDeleted.add(compare.call),
    ];
    await context.sync();
    return added;
  });
  last = await look();
  return () => {
    compare.cancel();
    return removeAll(handlers);
  };
}

/**
 * Calls back with the address of the selected cells when they become others. Resolves to what ends the watch: of what is
 * selected from then on, no change is missed.
 */
export async function watchSelection(changed: (address: string) => void): Promise<() => Promise<void>> {
  let last: string | undefined;
  let hasBegun = false;
  const compare = debounced(async () => {
    const now = await selectedAddress();
    if (!hasBegun || now === last) return;
    last = now;
    if (now !== undefined) changed(now);
  });
  const handlers = await readInExcel(async (context) => {
    const added = [context.workbook.onSelectionChanged.add(compare.call)];
    await context.sync();
    return added;
  });
  last = await selectedAddress();
  hasBegun = true;
  return () => {
    compare.cancel();
    return removeAll(handlers);
  };
}

const DELAY_MS = 150;

// Of the page; the layer is compiled without the page's other things.
declare function setTimeout(action: () => void, milliseconds: number): number;
declare function clearTimeout(timer: number | undefined): void;

/** Undefined while no one range is selected (a chart, several areas) or Excel is too busy to say. */
function selectedAddress(): Promise<string | undefined> {
  return Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange().load("address");
    await context.sync();
    return range.address;
  }).catch(() => undefined);
}

/** One call when nothing more has come for a while, and never two at a time. */
function debounced(action: () => Promise<void>): { call: () => Promise<void>; cancel: () => void } {
  let timer: number | undefined;
  let running = false;
  let isCancelled = false;
  const start = () => {
    clearTimeout(timer);
    if (isCancelled) return;
    timer = setTimeout(run, DELAY_MS);
  };
  const run = () => {
    if (running) {
      start();
      return;
    }
    running = true;
    void action().finally(() => {
      running = false;
    });
  };
  return {
    call: () => {
      start();
      return Promise.resolve();
    },
    cancel: () => {
      isCancelled = true;
      clearTimeout(timer);
    },
  };
}

/** Handlers belong to the context in which they were added. */
async function removeAll(handlers: { context: unknown; remove(): void }[]): Promise<void> {
  for (const handler of handlers) handler.remove();
  const [first] = handlers;
  try {
    await (first?.context as Excel.RequestContext).sync();
  } catch (error) {
    throw hostError(error);
  }
}
