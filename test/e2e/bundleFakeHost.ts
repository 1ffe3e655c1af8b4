import { build } from "esbuild";
import type { FakeExcel } from "../workbook/fakeExcel";

declare global {
  interface Window {
    /** The Excel of the page under test. */
    fakeExcel: FakeExcel;
    /** The functions as they were associated, in order. */
    associated: string[];
  }
}

let bundled: Promise<string> | undefined;

/** Stands where Office.js would: a fake Excel, and a CustomFunctions that notes what is associated. */
export function bundleFakeHost(): Promise<string> {
  return (bundled ??= bundle());
}

async function bundle(): Promise<string> {
  const contents = `
    import { FakeExcel } from "./fakeExcel";
    window.fakeExcel = new FakeExcel();
    window.fakeExcel.file = window.sharedFile;
    for (const [name, value] of window.keptSettings ?? []) window.fakeExcel.settings.set(name, value);
    window.fakeExcel.separators = window.excelSeparators;
    window.fakeExcel.install(window);
    if (window.excelIsDark) Office.context.officeTheme = { isDarkTheme: true };
    window.associated = [];
    window.CustomFunctions = { associate: (id) => window.associated.push(id), Error: class {}, ErrorCode: {} };`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: "test/workbook", loader: "ts" },
    bundle: true,
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}
