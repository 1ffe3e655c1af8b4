import { readFile } from "node:fs/promises";

/**
 * The places in packages of the browser workbook that turn text into a program, and what stands there instead. No page of
 * ours comes by them: a fallback for browsers without a global object, and functions that are registered as text.
 */
const PLACES = [
  {
    file: /[\\/]lodash-es[\\/]_root\.js$/,
    text: "Function('return this')()",
    instead: "globalThis",
    times: 1,
  },
  {
    file: /[\\/]@univerjs[\\/]sheets-formula[\\/]lib[\\/]es[\\/]index\.js$/,
    text: "new Function(`return ${functionString}`)()",
    instead: '(() => { throw new Error("A function given as text is not run."); })()',
    times: 2,
  },
];

/**
 * For esbuild: takes these places out, and fails the build where they are not as they were, which says that an upgrade is
 * to be looked through for others.
 * @returns {import("esbuild").Plugin}
 */
export function withoutCodeFromText() {
  return {
    name: "without-code-from-text",
    setup(build) {
      const found = new Set();
      for (const { file, text, instead, times } of PLACES) {
        build.onLoad({ filter: file }, async ({ path }) => {
          const source = await readFile(path, "utf8");
          const parts = source.split(text);
          if (parts.length - 1 !== times) {
            const counted = `${parts.length - 1} times, not ${times}`;
            return { errors: [{ text: `${path} has ${text} ${counted}: look through the new version.` }] };
          }
          found.add(file);
          return { contents: parts.join(instead), loader: "js" };
        });
      }
      build.onEnd(() => ({
        errors: PLACES.filter(({ file }) => !found.has(file)).map(({ file }) => ({
          text: `${file} is no file of the build any more: take it out of scripts/codeFromText.mjs.`,
        })),
      }));
    },
  };
}
