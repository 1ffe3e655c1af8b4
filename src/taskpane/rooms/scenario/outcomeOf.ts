import { needed } from "../../../alvh/market";
import { replay } from "../../../alvh/replay";
import type { ScenarioExpression } from "../../../alvh/scenarioExpression";
import { layerProfits } from "./layerProfits";
import type { PreparedBook } from "./prepareBook";
import type { Scenario } from "./scenario";
import type { ScenarioForm } from "./scenarioForm";
import { eventOfForm, scenarioOfForm } from "./scenarioOfForm";

/** What the form's scenario does to the book. */
export interface Outcome {
  readonly scenario: Scenario;
  /** Dollars. */
  readonly layers: readonly { readonly name: string; readonly profit: number }[];
  readonly total: number;
  /** The function that gives the same total in a cell. */
  readonly by: "PNL" | "REPLAY";
  /** Share of the condors' loss that the hedge makes good; of an event in which they lose. */
  readonly cover?: number;
  /** Levels now and after. */
  readonly spx: readonly [number, number];
  readonly vix: readonly [number, number];
}

/** Made once for a book: then one call for each movement of a slider. */
export function outcomeOf(
  prepared: PreparedBook,
): (form: ScenarioForm, expression: ScenarioExpression | undefined) => Outcome {
  const profitOf = layerProfits(prepared);
  const { inMarket } = prepared;
  const { market } = inMarket;
  const [spx, vix] = [needed(market, "SPX"), needed(market, "VIX")];
  return (form, expression) => {
    const scenario = scenarioOfForm(form, market, expression);
    const levels = {
      scenario,
      spx: [spx, spx * (1 + scenario.spotShock)],
      vix: [vix, vix + scenario.vixShock],
    } as const;
    if (form.source !== "event") return { ...levels, ...profitOf(scenario), by: "PNL" };
    const { byLayer, total, cover } = replay(inMarket, eventOfForm(form));
    const layers = [...byLayer].map(([name, profit]) => ({ name, profit }));
    return { ...levels, layers, total, by: "REPLAY", ...(cover === undefined ? {} : { cover }) };
  };
}
