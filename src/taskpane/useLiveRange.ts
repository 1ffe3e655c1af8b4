import { useEffect, useState } from "react";
import type { CellValue } from "../alvh/cellValue";
import { readRange } from "../workbook/readRange";
import { watchRange } from "../workbook/watch";

/** The cells of a reference as they stand, read anew whenever they change; `attempt` changes to look once more. */
export function useLiveRange(
  reference: string,
  inExcel: boolean,
  attempt: number,
): { values?: CellValue[][]; problem?: string } {
  const [reading, setReading] = useState<Reading>({ reference });

  useEffect(() => {
    if (!inExcel) return undefined;
    let isOver = false;
    let latest = 0;
    let stopWatching: (() => Promise<void>) | undefined;

    const read = async () => {
      latest += 1;
      const mine = latest;
      const next = await readRange(reference).then(
        ({ values }): Reading => ({ reference, values }),
        (error: unknown): Reading => ({ reference, problem: sentence(error) }),
      );
      if (!isOver && mine === latest) setReading((last) => (isSame(last, next) ? last : next));
    };
    const watch = async () => {
      await read();
      if (isOver) return;
      const stop = await watchRange(reference, () => void read());
      if (isOver) return stop();
      stopWatching = stop;
      // What changed before the watch began.
      await read();
    };
    watch().catch((error: unknown) => {
      if (!isOver) setReading((last) => ({ ...last, problem: sentence(error) }));
    });

    return () => {
      isOver = true;
      stopWatching?.().catch(reportError);
    };
  }, [reference, inExcel, attempt]);

  // Cells of another reference are never shown under this one.
  return reading.reference === reference ? reading : {};
}

interface Reading {
  reference: string;
  values?: CellValue[][];
  problem?: string;
}

function isSame(a: Reading, b: Reading): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
