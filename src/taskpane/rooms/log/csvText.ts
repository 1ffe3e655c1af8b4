/** A table as a CSV file (RFC 4180), marked as UTF-8 so that Excel reads its letters right. */
export function csvText(table: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  return `\ufeff${table.map(line).join("\r\n")}\r\n`;
}
