/**
 * A table as a CSV file (RFC 4180), marked as UTF-8 so that Excel reads its letters right.
 * @param separator the list separator of the user's Excel, by which alone it tells columns apart.
 */
export function csvText(table: readonly (readonly string[])[], separator: string): string {
  const line = (cells: readonly string[]) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator);
  return `\ufeff${table.map(line).join("\r\n")}\r\n`;
}
