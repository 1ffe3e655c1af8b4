import { functionAnchor } from "./functionAnchor.mjs";

/**
 * functions.json with "Help on this function" for every function there is: it leads to its heading in functions.html.
 * @param {string} metadata the text of functions.json
 * @param {string} origin where the add-in is served from
 * @returns {string}
 */
export function helpOfFunctions(metadata, origin) {
  const { functions, ...rest } = JSON.parse(metadata);
  const helped = functions.map((entry) => ({
    ...entry,
    helpUrl: `${origin}/functions.html#${functionAnchor(entry.id)}`,
  }));
  return JSON.stringify({ ...rest, functions: helped }, null, 4);
}
