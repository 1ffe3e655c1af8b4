import { readInExcel } from "./readInExcel";

/** How the user writes numbers, and what stands between the arguments of a formula that the user reads. */
export interface NumberFormat {
  decimal: string;
  group: string;
  list: string;
}

/** Excel's own where it tells it (ExcelApi 1.11), else that of the page's language. */
export async function readNumberFormat(): Promise<NumberFormat> {
  const { decimal, group } = tellsSeparators() ? await excelSeparators() : pageSeparators();
  // Excel does not tell its list separator: where the comma is the decimal point, it is a semicolon.
  return { decimal, group, list: decimal === "," ? ";" : "," };
}

function tellsSeparators(): boolean {
  const requirements = Office.context.requirements as Office.RequirementSetSupport | undefined;
  return requirements?.isSetSupported("ExcelApi", "1.11") ?? false;
}

function excelSeparators(): Promise<{ decimal: string; group: string }> {
  return readInExcel(async (context) => {
    const { numberFormat } = context.application.cultureInfo;
    numberFormat.load("numberDecimalSeparator, numberGroupSeparator");
    await context.sync();
    return { decimal: numberFormat.numberDecimalSeparator, group: numberFormat.numberGroupSeparator };
  });
}

function pageSeparators(): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat().formatToParts(12345.6);
  const part = (type: string) => parts.find((one) => one.type === type)?.value;
  return { decimal: part("decimal") ?? ".", group: part("group") ?? "," };
}
