/** What an action has added to the workbook so far. */
export interface Added {
  /** Sheets that it made. */
  sheets: readonly string[];
  /** Names that it may have defined, each with its cells, such as Stress and A4:B9. */
  names: readonly { name: string; sheet: string; address: string }[];
}

/**
 * Deletes what an action added that could not be finished, if Excel lets it. A name that stands for other cells is
 * somebody else's, who may have defined it a moment ago. The refusal that led here is what the user needs to read.
 */
export async function takeBack(
  context: Excel.RequestContext,
  { sheets, names }: Added,
  more: () => void = () => undefined,
): Promise<void> {
  try {
    const { workbook } = context;
    const found = names.map(({ name, sheet, address }) => {
      const item = workbook.names.getItemOrNullObject(name);
      return {
        item,
        now: item.getRangeOrNullObject().load("address"),
        ours: workbook.worksheets.getItem(sheet).getRange(address).load("address"),
      };
    });
    await context.sync();
    for (const { item, now, ours } of found) {
      if (!now.isNullObject && now.address === ours.address) item.delete();
    }
    more();
    for (const name of sheets) workbook.worksheets.getItem(name).delete();
    await context.sync();
  } catch {
    // There is nothing left to try.
  }
}
