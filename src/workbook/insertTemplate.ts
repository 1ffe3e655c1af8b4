import { type Block, putBlock } from "./putOnSheet";
import { runInExcel } from "./runInExcel";
import { bookSheet } from "./starter/bookSheet";
import { marketSheet } from "./starter/marketSheet";
import { starterWorkbook } from "./starterWorkbook";
import type { Template } from "./templates/templates";
import type { SheetDefinition } from "./workbookDefinition";

/**
 * Adds a template's sheet next to what is there, and says what it wrote. It reads the workbook's ranges Book and
 * Market; where one is missing, the starter's sheet of that name comes with it. One Undo takes all of it back.
 */
export function insertTemplate({ definition }: Template): Promise<string> {
  return runInExcel(async (context) => {
    const ranges = [marketSheet, bookSheet].map((sheet) => ({
      sheet,
      found: context.workbook.names.getItemOrNullObject(sheet.name).load("name"),
    }));
    await context.sync();
    const missing = ranges.filter(({ found }) => found.isNullObject).map(({ sheet }) => sheet);

    const brought: string[] = [];
    try {
      for (const sheet of missing) {
        await putBlock(context, rangeBlock(sheet));
        brought.push(sheet.name);
      }
      const said = await putBlock(context, { ...definition, sheetName: definition.name });
      return brought.length === 0
        ? said
        : `${said} It reads the starter's ${brought.join(" and ")}, which came with it.`;
    } catch (error) {
      await takeBack(context, brought);
      throw error;
    }
  });
}

/** A sheet of the starter with the name that stands for its cells. */
function rangeBlock(sheet: SheetDefinition): Block {
  const named = starterWorkbook.names.filter(({ name }) => name === sheet.name);
  return {
    ...sheet,
    sheetName: sheet.name,
    names: named.map(({ name, refersTo }) => ({
      name,
      refersTo: (refersTo.split("!").at(-1) ?? "").replaceAll("$", ""),
    })),
  };
}

/** What came along goes again if the template itself could not be written. */
async function takeBack(context: Excel.RequestContext, names: string[]): Promise<void> {
  try {
    const written = names.map((name) => {
      const item = context.workbook.names.getItem(name);
      return { item, sheet: item.getRange().worksheet };
    });
    await context.sync();
    for (const { item, sheet } of written) {
      sheet.delete();
      item.delete();
    }
    await context.sync();
  } catch {
    // The refusal that led here is what the user needs to read.
  }
}
