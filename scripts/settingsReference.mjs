import { build } from "esbuild";
import { join } from "node:path";

/**
 * docs/settings.md: every setting and every preset, from the tables that validation and PRESET use.
 * @returns {Promise<string>}
 */
export async function settingsReference() {
  const { SETTINGS, PRESETS } = await tables();
  const isOfLayer = ({ name }) => /^Layer\d\./.test(name);
  const isOfFirstLayer = ({ name }) => name.startsWith("Layer1.");
  const shown = SETTINGS.filter((setting) => !isOfLayer(setting) || isOfFirstLayer(setting));
  return [
    "# Settings and presets",
    "",
    "<!-- Written by `npm run generate` from src/alvh/settings.ts and src/alvh/presets.ts: edit those. -->",
    "",
    'A settings range has two columns, name and value, and lies over a preset: `=ALVH.PRESET("442")` spills one to copy and',
    "edit. A setting is named after the rule it belongs to; the last part of the name is enough where it is the only such.",
    "A blank value leaves a setting as it is; in a copy of a whole preset it says that the setting is not set. Desktop Excel",
    "passes a blank cell on as 0: a 0 is read as blank where 0 is not in the range, and where the range says so. Elsewhere 0",
    "counts: there, take the row out of the range rather than its value.",
    "",
    "## Settings",
    "",
    "The settings of a layer are Layer1, Layer2 and so on, up to Layer4.",
    "",
    ...table(
      ["Setting", "Default", "Unit", "Range", "Source"],
      shown.map((setting) => [
        `\`${setting.name}\``,
        setting.initial === "" ? "not set" : String(setting.initial),
        setting.unit,
        rangeOf(setting),
        setting.source,
      ]),
    ),
    "",
    "## Presets",
    "",
    "S0 to S4 are the source texts. Their readings stand side by side and are never averaged.",
    "",
    ...PRESETS.flatMap((preset) => section(preset)),
  ].join("\n");
}

function section({ name, aliases, summary, warning, values }) {
  const known = aliases.length > 0 ? ` (also ${aliases.map((alias) => `\`${alias}\``).join(", ")})` : "";
  const rows = [...values].filter(([, value]) => value !== "");
  return [
    `### ${name}`,
    "",
    `\`=ALVH.PRESET("${name}")\`${known}: ${summary}${warning === undefined ? "" : ` ${capitalised(warning)}.`}`,
    "",
    ...table(
      ["Setting", "Value"],
      rows.map(([setting, value]) => [`\`${setting}\``, String(value)]),
    ),
    "",
  ];
}

function rangeOf({ choices, min, max, integer, initial, zeroCounts }) {
  if (choices !== undefined) return choices.join(", ");
  if (min === undefined && max === undefined) return "text";
  const zeroIsBlank = initial === "" && min <= 0 && max >= 0 && zeroCounts !== true;
  return `${min} to ${max}${integer ? ", whole" : ""}${zeroIsBlank ? "; 0 is blank" : ""}`;
}

function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function table(header, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)];
}

/** The tables themselves, compiled: the page cannot say anything else than the code does. */
async function tables() {
  const folder = join(import.meta.dirname, "../src/alvh");
  const { outputFiles } = await build({
    stdin: {
      contents: 'export { SETTINGS } from "./settings"; export { PRESETS } from "./presets";',
      resolveDir: folder,
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    write: false,
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}
