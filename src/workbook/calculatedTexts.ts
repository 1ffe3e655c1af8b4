/**
 * What cells show once they are calculated: a custom function answers a moment after its formula is written. After
 * two seconds it is what they show by then.
 */
export async function calculatedTexts(
  context: Excel.RequestContext,
  cells: Excel.Range[],
  isPending: (text: string) => boolean,
): Promise<string[]> {
  for (let attempt = 0; ; attempt += 1) {
    for (const cell of cells) cell.load("text");
    await context.sync();
    const texts = cells.map((cell) => cell.text[0]?.[0] ?? "");
    if (attempt === ATTEMPTS || !texts.some(isPending)) return texts;
    await new Promise<void>((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** What Excel shows while a custom function is at work. */
export const BUSY = "#BUSY!";

const ATTEMPTS = 20;
const PAUSE_MS = 100;

// Of the page; the layer is compiled without the page's other things.
declare function setTimeout(action: () => void, milliseconds: number): number;
