import type { SheetDefinition } from "../workbookDefinition";
import { condorDesk } from "./condorDesk";
import { costAudit } from "./costAudit";
import { hedgePlan } from "./hedgePlan";
import { rollDesk } from "./rollDesk";
import { stressLab } from "./stressLab";

export interface Template {
  /** What it is called in a list and by a program. */
  name: "condorDesk" | "hedgePlan" | "stressLab" | "rollDesk" | "costAudit";
  title: string;
  description: string;
  definition: SheetDefinition;
}

/** The sheets that can be added to a workbook, each live on its ranges Book and Market. */
export const TEMPLATES: Template[] = [
  {
    name: "condorDesk",
    title: "Condor desk",
    description: "An iron condor by delta: strikes, legs, payoff, risk, and how many the capital bears.",
    definition: condorDesk,
  },
  {
    name: "hedgePlan",
    title: "Hedge plan",
    description: "The VIX hedge that a preset asks for, its cost, and the hedge held against the rules.",
    definition: hedgePlan,
  },
  {
    name: "stressLab",
    title: "Stress lab",
    description: "Profit and loss under shocks of SPX and VIX, as days pass, and in past shocks come again.",
    definition: stressLab,
  },
  {
    name: "rollDesk",
    title: "Roll desk",
    description:
      "Roll, defer, hedge or close: the verdict with every reason, its cost, and the fixed rule beside it.",
    definition: rollDesk,
  },
  {
    name: "costAudit",
    title: "Cost audit",
    description:
      "What the hedge cost and paid in each year of the built-in history, beside the 1.2-2.1% claimed.",
    definition: costAudit,
  },
];
