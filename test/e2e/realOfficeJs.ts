import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The file that an address of the page's Office.js stands for, from the package that carries it: /lib/1/hosted/office.js. */
export async function realOfficeJs(pathname: string): Promise<string> {
  const file = pathname.replace(/^\/lib\/1\/hosted\//, "");
  return await readFile(join("node_modules/@microsoft/office-js/dist", file), "utf8");
}
