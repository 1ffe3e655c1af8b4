import { STRESS_EVENTS } from "../../../alvh/stressEvents";

/** What the room's form says; it is kept in the workbook. */
export interface ScenarioForm {
  /** Where the shocks come from: sliders, a past event, or an expression. */
  source: "sliders" | "event" | "expression";
  spotPercent: number;
  vixPoints: number;
  /** VIX takes what the regression on SPX proposes, in place of vixPoints. */
  vixFollows: boolean;
  days: number;
  curveModel: string;
  event: string;
  expression: string;
  picture: "payoff" | "map" | "curve";
  /** The map in many small steps, wider than the pane. */
  isMapFine: boolean;
}

export const FIRST_FORM: ScenarioForm = {
  source: "sliders",
  spotPercent: -5,
  vixPoints: 6,
  vixFollows: true,
  days: 0,
  curveModel: "TWOFACTOR",
  event: STRESS_EVENTS[0]?.name ?? "",
  expression: "SPX * 0.95, VIX + 10",
  picture: "payoff",
  isMapFine: false,
};

/** Of the sliders; the fields beside them take what the functions take. */
export const SLIDERS = {
  spotPercent: { min: -30, max: 20, step: 0.5, fieldMin: -99, fieldMax: 100 },
  vixPoints: { min: -15, max: 60, step: 0.5, fieldMax: 900 },
  days: { min: 0, max: 90, step: 1, fieldMax: 3660 },
} as const;
