import { parseDate } from "../../../alvh/dates";
import { needed, type Market } from "../../../alvh/market";
import { proposedVixShock } from "../../../alvh/profitAndLoss";
import type { ScenarioExpression } from "../../../alvh/scenarioExpression";
import { readStressEvents, type StressEvent } from "../../../alvh/stressEvents";
import type { Scenario } from "./scenario";
import type { ScenarioForm } from "./scenarioForm";

/** The shocks that a form asks for in a market; an expression comes compiled. Throws a sentence where there are none. */
export function scenarioOfForm(
  form: ScenarioForm,
  market: Market,
  expression: ScenarioExpression | undefined,
): Scenario {
  const { days, curveModel } = form;
  if (form.source === "event") return scenarioOfEvent(eventOfForm(form));
  if (form.source === "sliders") {
    const spotShock = withoutNoise(form.spotPercent / 100);
    const vixShock = form.vixFollows ? proposed(market, spotShock) : form.vixPoints;
    return { spotShock, vixShock, days, curveModel };
  }
  if (expression === undefined) throw new Error("an expression is compiled first");
  const shocks = expression.shocks({
    SPX: needed(market, "SPX"),
    VIX: needed(market, "VIX"),
    VVIX: market.numbers.get("VVIX"),
  });
  const isVixLeft = form.vixFollows && !expression.subjects.includes("VIX");
  return {
    days,
    curveModel,
    ...shocks,
    ...(isVixLeft ? { vixShock: proposed(market, shocks.spotShock) } : {}),
  };
}

/** The event that the form names; the first where a workbook names one that is not known. */
export function eventOfForm({ event }: Pick<ScenarioForm, "event">): StressEvent {
  const [found] = readStressEvents(event);
  if (found === undefined) throw new Error("readStressEvents gives at least one");
  return found;
}

/** Its closes, its days and the ratios of its futures, as PNL and STRESSGRID take them. */
function scenarioOfEvent({ name, from, to, spx, vix }: StressEvent): Scenario {
  return {
    spotShock: spx[1] / spx[0] - 1,
    vixShock: vix[1] - vix[0],
    days: parseDate("event", to) - parseDate("event", from),
    curveModel: `REPLAY ${name}`,
  };
}

function proposed(market: Market, spotShock: number): number {
  return withoutNoise(proposedVixShock(market, spotShock));
}

/** Twelve decimals: what is written into a cell is -0.07, not -0.07000000000000001. */
function withoutNoise(value: number): number {
  return Number(value.toFixed(12)) + 0;
}
