import { readInExcel } from "./readInExcel";

export interface NamedRange {
  reference: string;
  kind: "name" | "table";
  address: string;
}

/** Every name of the workbook that stands for cells, and every table, by their names. */
export function listRanges(): Promise<NamedRange[]> {
  return readInExcel(async (context) => {
    const names = context.workbook.names.load("items/name, items/visible");
    const tables = context.workbook.tables.load("items/name");
    await context.sync();

    const candidates = [
      ...names.items
        .filter(({ visible }) => visible)
        .map((item) => ({ reference: item.name, kind: "name" as const, range: item.getRangeOrNullObject() })),
      ...tables.items.map((item) => ({
        reference: item.name,
        kind: "table" as const,
        range: item.getRange(),
      })),
    ];
    for (const { range } of candidates) range.load("address");
    await context.sync();

    return candidates
      .filter(({ range }) => !range.isNullObject)
      .map(({ reference, kind, range }) => ({ reference, kind, address: range.address }))
      .sort((one, other) => one.reference.localeCompare(other.reference, "en"));
  });
}
