import type { Range } from "../../../alvh/cellValue";
import { needed } from "../../../alvh/market";
import { layerKey, layerName, readBookInMarket, type BookInMarket } from "../../../alvh/netGreeks";
import type { Position } from "../../../alvh/position";

/** A book read and valued once, ready for any number of scenarios. */
export interface PreparedBook {
  readonly inMarket: BookInMarket;
  /** In the order in which the book names them. */
  readonly layers: readonly { readonly name: string; readonly positions: readonly Position[] }[];
  /** Legs whose vol now is the model's, since the book gives none. */
  readonly modelledLegs: number;
  /** Whether a leg has an entry price, from which its profit then counts. */
  readonly hasEntries: boolean;
}

/** Reads the book and the market as the functions do; throws their sentence where they cannot be read. */
export function prepareBook(book: Range, market: Range): PreparedBook {
  const inMarket = readBookInMarket(book, market);
  needed(inMarket.market, "SPX");
  needed(inMarket.market, "VIX");
  const layers = new Map<string, { name: string; positions: Position[] }>();
  for (const position of inMarket.positions) {
    const name = layerName(position.leg);
    const layer = layers.get(layerKey(name)) ?? { name, positions: [] };
    layers.set(layerKey(name), layer);
    layer.positions.push(position);
  }
  return {
    inMarket,
    layers: [...layers.values()],
    modelledLegs: inMarket.positions.filter(({ volSource }) => volSource === "modelled").length,
    hasEntries: inMarket.positions.some(({ leg }) => leg.entry !== undefined),
  };
}
