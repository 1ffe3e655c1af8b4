/**
 * Imported text as it may be written to a cell: what a spreadsheet would take for a formula (it begins with = + - @, a
 * tab or a line break) gets an apostrophe in front, which makes it text. Numbers are not text and never come here.
 */
export function neutraliseText(text: string): string {
  return /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/.test(text) ? `'${text}` : text;
}
