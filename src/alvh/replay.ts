import { asOfText } from "./asOfText";
import type { CurveModel } from "./curveShift";
import { needed } from "./market";
import { layerKey, layerName, type BookInMarket } from "./netGreeks";
import type { Position } from "./position";
import { profitAndLossFromNow } from "./profitAndLoss";
import { parseDate } from "./dates";
import { settlementVix, type StressEvent } from "./stressEvents";
import type { Table } from "./netTables";
import type { ShockWindow } from "./revaluation";

/** What a book would gain or lose if a past shock came again, dollars from now. */
export interface Replay {
  readonly event: StressEvent;
  readonly days: number;
  readonly byLayer: ReadonlyMap<string, number>;
  readonly total: number;
  /** Minus the hedge's gain over the condors' loss; undefined unless the condors lost. */
  readonly cover: number | undefined;
}

/**
 * The book after a past event: SPX by its percentage, VIX by its points, VVIX by its ratio, each VX future by the ratio
 * its contract showed, and the calendar days it took. A contract that settles inside is paid at the move VIX had made by
 * the open of that day.
 */
export function replay({ positions, market }: BookInMarket, event: StressEvent): Replay {
  const spotShock = event.spx[1] / event.spx[0] - 1;
  const vixShock = event.vix[1] - event.vix[0];
  const window = eventWindow(event);
  const pnl = (some: readonly Position[]): number =>
    profitAndLossFromNow(some, market, window)(spotShock, vixShock);
  const byLayer = new Map<string, number>();
  const names = new Map<string, string>();
  for (const position of positions) {
    const name = layerName(position.leg);
    const layer = names.get(layerKey(name)) ?? name;
    names.set(layerKey(name), layer);
    byLayer.set(layer, (byLayer.get(layer) ?? 0) + pnl([position]));
  }
  const condors = pnl(positions.filter(({ leg }) => leg.terms.underlying === "SPX"));
  const hedge = pnl(positions.filter(({ leg }) => leg.terms.underlying !== "SPX"));
  return {
    event,
    days: window.days,
    byLayer,
    total: condors + hedge + 0,
    // Adding 0 turns -0, which some hosts show with its sign, into 0.
    cover: condors < 0 ? -hedge / condors + 0 : undefined,
  };
}

/** The curve model and the window of a past event. */
function eventWindow(event: StressEvent): ShockWindow {
  const model: CurveModel = { ratios: event.futureRatios };
  return {
    days: parseDate("event", event.to) - parseDate("event", event.from),
    model,
    settlementShock: (daysToExpiry) => settlementVix(event, daysToExpiry) - event.vix[0],
    vvixRatio: event.vvix[1] / event.vvix[0],
  };
}

/** One row per event: the shock, the gain or loss of each layer, the total and the hedge's cover. */
export function replayTable(inMarket: BookInMarket, events: readonly StressEvent[]): Table {
  needed(inMarket.market, "SPX");
  const replays = events.map((event) => replay(inMarket, event));
  const layers = [...(replays[0]?.byLayer.keys() ?? [])];
  return [
    [
      "Event",
      "From",
      "To",
      "SPX %",
      "VIX pts",
      ...layers.map((layer) => `${layer} P&L $`),
      "Total P&L $",
      `Hedge cover${asOfText(inMarket.market)}`,
    ],
    ...replays.map(({ event, byLayer, total, cover }) => [
      event.name,
      event.from,
      event.to,
      100 * (event.spx[1] / event.spx[0] - 1),
      event.vix[1] - event.vix[0],
      ...layers.map((layer) => byLayer.get(layer) ?? 0),
      total,
      cover ?? "",
    ]),
  ];
}
