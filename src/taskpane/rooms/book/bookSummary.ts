import type { Range } from "../../../alvh/cellValue";
import { countCondors } from "../../../alvh/countCondors";
import { formatIsoDateTime } from "../../../alvh/dates";
import { layerKey, layerName, readBookInMarket } from "../../../alvh/netGreeks";
import type { Position } from "../../../alvh/position";

/** What was read of a book and its market. */
export interface BookSummary {
  /** Moment of the quotes; undefined where the market does not say. */
  readonly asOf: string | undefined;
  /** Iron condors sold; 0 where no short SPX option is live. */
  readonly condors: number;
  /** In the order in which the book names them. */
  readonly layers: readonly LayerSummary[];
  readonly expiredLegs: number;
}

export interface LayerSummary {
  readonly name: string;
  readonly legs: number;
  /** Contracts bought and sold, both positive. */
  readonly long: number;
  readonly short: number;
  /** Calendar days to the first expiry; undefined where the layer holds shares alone. */
  readonly days: number | undefined;
}

/** The live legs by layer, the condors and the moment of the quotes. It throws as CHECK would tell. */
export function bookSummary(book: Range, market: Range): BookSummary {
  const { market: conditions, positions, expiredLegs } = readBookInMarket(book, market);
  const layers = new Map<string, Position[]>();
  for (const position of positions) {
    const key = layerKey(layerName(position.leg));
    layers.set(key, [...(layers.get(key) ?? []), position]);
  }
  const sellsSpx = positions.some(
    ({ leg }) => leg.terms.underlying === "SPX" && leg.kind !== "future" && leg.quantity < 0,
  );
  return {
    asOf: conditions.asOf === undefined ? undefined : formatIsoDateTime(conditions.asOf),
    // A hedge alone is a book too.
    condors: sellsSpx ? countCondors(book, conditions).condors : 0,
    layers: [...layers.values()].map(layerSummary),
    expiredLegs,
  };
}

function layerSummary(positions: readonly Position[]): LayerSummary {
  const contracts = (side: 1 | -1): number =>
    positions.reduce((sum, { leg }) => sum + Math.max(side * leg.quantity, 0), 0);
  const days = positions.flatMap(({ dte }) => dte ?? []);
  return {
    name: positions[0] === undefined ? "" : layerName(positions[0].leg),
    legs: positions.length,
    long: contracts(1),
    short: contracts(-1),
    days: days.length === 0 ? undefined : Math.min(...days),
  };
}
