import { hostError } from "../hostError";

/** Whether Excel can open bytes as a new workbook; the browser workbook cannot. */
export function canOpenCopy(): boolean {
  return typeof (globalThis as { Excel?: { createWorkbook?: unknown } }).Excel?.createWorkbook === "function";
}

/** Opens a file as a new, unsaved workbook in a window of its own. */
export async function openCopy(bytes: Uint8Array): Promise<void> {
  try {
    await Excel.createWorkbook(base64(bytes));
  } catch (error) {
    throw hostError(error);
  }
}

function base64(bytes: Uint8Array): string {
  let text = "";
  // Not all at once: a call bears so many arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

// Of the page; the layer is compiled without the page's other things.
declare function btoa(text: string): string;
