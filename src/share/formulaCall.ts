/** A call of this add-in in a stored formula. */
export interface Call {
  /** As stored: BSM_PRICE. */
  readonly name: string;
  readonly arguments: readonly string[];
}

/** The arguments of a call, as they stand: commas inside brackets, braces and texts do not part them. */
export function splitArguments(text: string): string[] {
  if (text.trim() === "") return [];
  const marked: number[] = [];
  let depth = 0;
  let position = 0;
  mapPieces(text, (piece, isCode) => {
    if (isCode) {
      for (let index = 0; index < piece.length; index++) {
        const sign = piece[index];
        if (sign === "(" || sign === "{") depth += 1;
        else if (sign === ")" || sign === "}") depth -= 1;
        else if (sign === "," && depth === 0) marked.push(position + index);
      }
    }
    position += piece.length;
  });
  const bounds = [-1, ...marked, text.length];
  return bounds.slice(1).map((end, index) => text.slice((bounds[index] ?? -1) + 1, end).trim());
}

/** Where the bracket that opens at `open` closes; -1 where it does not. */
export function closingBracket(text: string, open: number): number {
  let depth = 0;
  let position = 0;
  let closing = -1;
  mapPieces(text, (piece, isCode) => {
    if (isCode && closing < 0) {
      for (let index = 0; index < piece.length && closing < 0; index++) {
        if (position + index < open) continue;
        if (piece[index] === "(") depth += 1;
        else if (piece[index] === ")") {
          depth -= 1;
          if (depth === 0) closing = position + index;
        }
      }
    }
    position += piece.length;
  });
  return closing;
}

function mapPieces(text: string, visit: (piece: string, isCode: boolean) => void): void {
  text
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\])/)
    .forEach((piece, index) => visit(piece, index % 2 === 0));
}
