import { build } from "esbuild";
import type { insertTemplate } from "../../src/workbook/insertTemplate";
import type { putOnSheet } from "../../src/workbook/putOnSheet";
import type { TEMPLATES } from "../../src/workbook/templates/templates";

declare global {
  interface Window {
    workbookLayer: {
      putOnSheet: typeof putOnSheet;
      insertTemplate: typeof insertTemplate;
      TEMPLATES: typeof TEMPLATES;
    };
  }
}

/** A script that gives a page what writes sheets, for tests that would otherwise need the pane for it. */
export async function workbookLayer(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      resolveDir: "src/workbook",
      contents: `
        export { putOnSheet } from "./putOnSheet";
        export { insertTemplate } from "./insertTemplate";
        export { TEMPLATES } from "./templates/templates";`,
    },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "workbookLayer",
    target: "es2022",
  });
  // A `var` of evaluated code stays inside it.
  return `${outputFiles[0]?.text ?? ""}; window.workbookLayer = workbookLayer;`;
}
