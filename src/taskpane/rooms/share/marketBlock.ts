import { neutraliseText } from "../../../alvh/neutraliseText";
import type { SharedScenario } from "../../../share/scenarioFile";
import type { Block } from "../../../workbook/putOnSheet";
import { strings } from "../../strings/share";

/** The market of a scenario as a new sheet, under a name that is free. Somebody else wrote it: no text becomes a formula. */
export function marketBlock(market: SharedScenario["market"], taken: ReadonlySet<string>): Block {
  let name = NAME;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${NAME}${number}`;
  const first = 4;
  return {
    sheetName: strings.scenario.sheet,
    columnWidths: [140, 140],
    cells: [
      { at: "A1", value: strings.scenario.title, style: "title" },
      { at: "A2", value: strings.scenario.note.replace(NAME, name), style: "note" },
      ...market.flatMap(([label, value], index) => [
        {
          at: `A${first + index}`,
          value: asText(label),
          ...(typeof label === "number" ? { format: DATE } : {}),
        },
        {
          at: `B${first + index}`,
          value: asText(value),
          style: "input" as const,
          ...(isAsOf(label) && typeof value === "number" ? { format: DATE_TIME } : {}),
        },
      ]),
    ],
    names: [{ name, refersTo: `A${first}:B${first + market.length - 1}` }],
  };
}

const NAME = "ScenarioMarket";
const DATE = "yyyy-mm-dd";
const DATE_TIME = "yyyy-mm-dd hh:mm";

function asText(value: string | number): string | number {
  return typeof value === "string" ? neutraliseText(value) : value;
}

function isAsOf(label: string | number): boolean {
  return typeof label === "string" && /^as ?of/i.test(label);
}
