import { readInExcel } from "./readInExcel";

/** How the user writes numbers, and what stands between the arguments of a formula that the user reads. */
export interface NumberFormat {
  decimal: string;
  group: string;
  list: string;
}

/** Excel's own where it tells it (ExcelApi 1.11), else that of the page's language. */
export async function readNumberFormat(): Promise<NumberFormat> {
  return tellsSeparators() ? await excelFormat() : pageNumberFormat();
}

/** That of the page's language. */
export function pageNumberFormat(): NumberFormat {
  const language = new Intl.NumberFormat();
  const parts = language.formatToParts(12345.6);
  const part = (type: string) => parts.find((one) => one.type === type)?.value;
  const decimal = part("decimal") ?? ".";
  return {
    decimal,
    group: part("group") ?? ",",
    list: listSeparator(decimal, language.resolvedOptions().locale),
  };
}

function tellsSeparators(): boolean {
  const requirements = Office.context.requirements as Office.RequirementSetSupport | undefined;
  return requirements?.isSetSupported("ExcelApi", "1.11") ?? false;
}

/** The separators that cells are typed with: the system's, or what the user has set in Excel in their place. */
function excelFormat(): Promise<NumberFormat> {
  return readInExcel(async (context) => {
    const { application } = context;
    application.load("decimalSeparator, thousandsSeparator");
    application.cultureInfo.load("name");
    await context.sync();
    const { decimalSeparator: decimal, thousandsSeparator: group, cultureInfo } = application;
    return { decimal, group, list: listSeparator(decimal, cultureInfo.name) };
  });
}

/**
 * Excel does not tell its list separator. Where the comma is the decimal sign it is a semicolon, and so it is in
 * Switzerland and Liechtenstein, whose decimal sign is a point.
 */
function listSeparator(decimal: string, culture: string): string {
  return decimal === "," || /-(?:CH|LI)$/.test(culture) ? ";" : ",";
}
