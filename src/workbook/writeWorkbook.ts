import { addCharts } from "./addCharts";
import { WorkbookError } from "./hostError";
import { runInExcel } from "./runInExcel";
import { takeBack } from "./takeBack";
import type { WorkbookDefinition } from "./workbookDefinition";
import { writeFormulas, writeValues } from "./writeSheet";

/**
 * Writes new sheets, their names and formulas into the open workbook, and says in one sentence what it wrote.
 * A sheet or name that is already there is never overwritten: then nothing is written at all.
 */
export function writeWorkbook(definition: WorkbookDefinition): Promise<string> {
  return runInExcel(async (context) => {
    await refuseWhatExists(context, definition);

    const sheets: string[] = [];
    try {
      for (const { name } of definition.sheets) {
        context.workbook.worksheets.add(name);
        // By itself: if another pane was quicker with this name, the sheet is not ours to take back.
        await context.sync();
        sheets.push(name);
      }
      for (const sheet of definition.sheets) {
        writeValues(context.workbook.worksheets.getItem(sheet.name), sheet);
      }
      // Names before formulas, so that no formula is ever read with a name that means nothing yet.
      for (const { name, refersTo } of definition.names) {
        const { sheet, address } = placeOf(refersTo);
        context.workbook.names.add(name, context.workbook.worksheets.getItem(sheet).getRange(address));
      }
      for (const sheet of definition.sheets) {
        writeFormulas(context.workbook.worksheets.getItem(sheet.name), sheet);
      }
      context.workbook.worksheets.getItem(definition.opensOn).activate();
      await context.sync();
      for (const { name, charts } of definition.sheets) {
        await addCharts(context, context.workbook.worksheets.getItem(name), charts);
      }
    } catch (error) {
      const names = definition.names
        .map(({ name, refersTo }) => ({ name, ...placeOf(refersTo) }))
        .filter(({ sheet }) => sheets.includes(sheet));
      await takeBack(context, { sheets, names });
      throw error;
    }

    return summary(definition);
  });
}

/** Asks for every sheet and name first: after the first write it would be too late to stop. */
async function refuseWhatExists(
  context: Excel.RequestContext,
  definition: WorkbookDefinition,
): Promise<void> {
  const sheets = definition.sheets.map(({ name }) => ({
    name,
    found: context.workbook.worksheets.getItemOrNullObject(name).load("name"),
  }));
  const names = definition.names.map(({ name }) => ({
    name,
    found: context.workbook.names.getItemOrNullObject(name).load("name"),
  }));
  await context.sync();

  const takenSheets = sheets.filter(({ found }) => !found.isNullObject).map(({ name }) => name);
  if (takenSheets.length > 0) {
    throw new WorkbookError(
      `This workbook already has ${listed("a sheet named", "sheets named", takenSheets)}, so nothing was written: ` +
        "rename or delete what is there, or start in a new workbook.",
    );
  }
  const takenNames = names.filter(({ found }) => !found.isNullObject).map(({ name }) => name);
  if (takenNames.length > 0) {
    throw new WorkbookError(
      `This workbook already has ${listed("a range named", "ranges named", takenNames)}, so nothing was written: ` +
        "rename or delete what is there in the Name Manager, or start in a new workbook.",
    );
  }
}

/** The sheet and the cells of a reference such as Market!$A$5:$B$18. */
function placeOf(reference: string): { sheet: string; address: string } {
  const [sheet = "", address = ""] = reference.split("!");
  return { sheet, address: address.replaceAll("$", "") };
}

function summary(definition: WorkbookDefinition): string {
  const sheets = definition.sheets.map(({ name }) => name);
  const names = definition.names.map(({ name }) => name);
  return `Wrote ${listed("the sheet", "the sheets", sheets)} and ${listed("the name", "the names", names)}. Start at ${definition.opensOn}.`;
}

function listed(one: string, many: string, items: string[]): string {
  if (items.length === 1) return `${one} ${items[0]}`;
  return `${many} ${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
