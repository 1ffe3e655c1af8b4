import type { ShareResult } from "./shareCopy";
import type { FormulaChange } from "./thawFile";

/** What was done to a file, a sentence a line: the first says it all, the others what to know. */
export function reportLines(result: ShareResult | FormulaChange): string[] {
  return "frozen" in result ? shareLines(result) : changeLines(result);
}

function shareLines({ frozen, native, carried, withoutValue, remarks }: ShareResult): string[] {
  return [
    frozen + native === 0
      ? "The workbook holds no formula of the add-in: the copy is as it was, with a sheet that says so."
      : `${counted(frozen, "formula")} became ${frozen === 1 ? "a value" : "values"}${native === 0 ? "" : ` and ${counted(native, "formula")} native`}, each told in a note and on the sheet How this was made.`,
    ...(withoutValue.length === 0
      ? []
      : [
          `${some(withoutValue)} ${withoutValue.length === 1 ? "has" : "have"} no figure to show: let Excel calculate the workbook where the add-in is, save it, and share it again.`,
        ]),
    ...carried.map(({ sentence }) => `The copy also carries: ${sentence}`),
    ...remarks,
  ];
}

function changeLines({ changed, protectedSheets, remarks }: FormulaChange): string[] {
  return [
    changed.length === 0
      ? "There was no formula to bring back."
      : `${counted(changed.length, "formula")} live again: ${some(changed)}.`,
    ...(protectedSheets.length === 0
      ? []
      : [
          `Protected and left as ${protectedSheets.length === 1 ? "it was" : "they were"}: ${protectedSheets.join(", ")}.`,
        ]),
    ...remarks,
  ];
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

function some(places: readonly string[]): string {
  const shown = places.slice(0, SHOWN).join(", ");
  return places.length > SHOWN ? `${shown} and ${places.length - SHOWN} more` : shown;
}

const SHOWN = 5;
