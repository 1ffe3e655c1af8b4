import { InputError } from "../core/errors";
import { isBlankOrZero, type CellValue, type Range } from "./cellValue";
import { cleanText } from "./names";
import {
  layerKey,
  naturalValue,
  netGreeks,
  readBookInMarket,
  readGrouping,
  total,
  type BookInMarket,
  type Grouping,
  type NetRow,
} from "./netGreeks";
import type { VolSource } from "./position";
import { showCell } from "./readNumber";

/** A spilled result: rows of cells, "" where a cell says nothing. */
export type Table = (string | number)[][];

const GROUP_HEADERS: Record<Exclude<Grouping, "none">, string> = {
  leg: "Leg",
  layer: "Layer",
  underlying: "Underlying",
  expiry: "Expiry",
};

type AdditiveFigure = "value" | "theta" | "rollDown" | "vix01";
type PerUnderlyingFigure = "delta" | "gamma" | "vega";

const HEADERS: Record<AdditiveFigure | PerUnderlyingFigure | "spxDelta", string> = {
  value: "Value $",
  delta: "Delta $/pt",
  gamma: "Gamma $/pt²",
  vega: "Vega $/vol pt",
  theta: "Theta $/day",
  rollDown: "Roll-down $/day",
  vix01: "VIX01 $/VIX pt",
  spxDelta: "SPX-equivalent delta $/pt",
};

/** A figure that adds up: one number, or one row per group with a total. */
export function additiveTable(book: Range, market: Range, groupBy: CellValue, figure: AdditiveFigure): Table {
  return additive(readBookInMarket(book, market), readGrouping(groupBy), figure);
}

/** Net theta as `additiveTable`; with groupBy "carry" option decay and roll-down apart. */
export function netThetaTable(book: Range, market: Range, groupBy: CellValue): Table {
  const grouping = readGrouping(groupBy, ["carry"]);
  const inMarket = readBookInMarket(book, market);
  if (grouping !== "carry") return additive(inMarket, grouping, "theta");
  const decay = total(inMarket.positions, "theta");
  const rollDown = total(inMarket.positions, "rollDown");
  return [
    ["Carry", "$/day"],
    ["Option decay", decay],
    ["Roll-down", rollDown],
    ["Total", decay + rollDown],
  ];
}

/** Net value as `additiveTable`, at the marks ("mid", the default) or at the quotes a trade would get ("natural"). */
export function netValueTable(book: Range, market: Range, groupBy: CellValue, at: CellValue): Table {
  const read = readGrouping(groupBy, ["mid", "natural"]);
  // "natural" in place of a grouping is short for the whole book at its natural value.
  const [grouping, quote] =
    read === "mid" || read === "natural" ? (["none", read] as const) : [read, readQuote(at)];
  const inMarket = readBookInMarket(book, market);
  if (quote === "mid") return additive(inMarket, grouping, "value");
  const sum = naturalValue(inMarket.positions);
  if (grouping === "none") return [[sum]];
  return [
    [GROUP_HEADERS[grouping], "Natural value $"],
    ...byGroup(netGreeks(inMarket, grouping), (row) => naturalValue(row.positions)),
    ["Total", sum],
  ];
}

function readQuote(at: CellValue): "mid" | "natural" {
  if (isBlankOrZero(at)) return "mid";
  const name = typeof at === "string" ? cleanText(at).toLowerCase() : at;
  if (name === "mid" || name === "natural") return name;
  throw new InputError("at", `at ${showCell(at)} is not known: use mid or natural`);
}

/**
 * A figure that is never added across underlyings: one number for a book on one underlying, else one row per
 * underlying (and group).
 */
export function perUnderlyingTable(
  book: Range,
  market: Range,
  groupBy: CellValue,
  figure: PerUnderlyingFigure,
): Table {
  const grouping = readGrouping(groupBy);
  const rows = netGreeks(readBookInMarket(book, market), grouping);
  if (rows.length === 0) return [[0]];
  const [only] = rows;
  if (grouping === "none" && rows.length === 1 && only !== undefined) return [[only[figure]]];
  const hasGroup = grouping !== "none" && grouping !== "underlying";
  const withSpxDelta = figure === "delta";
  const header = [
    ...(hasGroup ? [GROUP_HEADERS[grouping]] : []),
    "Underlying",
    HEADERS[figure],
    ...(withSpxDelta ? [HEADERS.spxDelta] : []),
  ];
  return [
    header,
    ...rows.map((row) => [
      ...(hasGroup ? [row.group] : []),
      row.underlying,
      row[figure],
      ...(withSpxDelta ? [row.spxDelta ?? ""] : []),
    ]),
  ];
}

/** Every net figure, one row per group and underlying, and a total of what adds up. */
export function netGreeksTable(book: Range, market: Range, groupBy: CellValue): Table {
  const grouping = readGrouping(groupBy);
  const inMarket = readBookInMarket(book, market);
  const rows = netGreeks(inMarket, grouping);
  const hasGroup = grouping !== "none" && grouping !== "underlying";
  const lead = (group: string, underlying: string): string[] =>
    hasGroup ? [group, underlying] : [underlying];
  const spxDeltas = rows.map((row) => row.spxDelta);
  const { positions } = inMarket;
  return [
    [
      ...lead(hasGroup ? GROUP_HEADERS[grouping] : "", "Underlying"),
      HEADERS.value,
      HEADERS.delta,
      HEADERS.gamma,
      HEADERS.vega,
      HEADERS.theta,
      HEADERS.rollDown,
      HEADERS.vix01,
      HEADERS.spxDelta,
      "Vols",
    ],
    ...rows.map((row) => [
      ...lead(row.group, row.underlying),
      row.value,
      row.delta,
      row.gamma,
      row.vega,
      row.theta,
      row.rollDown,
      row.vix01,
      row.spxDelta ?? "",
      volSources(row),
    ]),
    [
      ...(hasGroup ? ["Total", ""] : ["Total"]),
      total(positions, "value"),
      "",
      "",
      "",
      total(positions, "theta"),
      total(positions, "rollDown"),
      total(positions, "vix01"),
      spxDeltas.includes(undefined) ? "" : spxDeltas.reduce<number>((sum, delta) => sum + (delta ?? 0), 0),
      expiredNote(inMarket),
    ],
  ];
}

function additive(inMarket: BookInMarket, grouping: Grouping, figure: AdditiveFigure): Table {
  const sum = total(inMarket.positions, figure);
  if (grouping === "none") return [[sum]];
  return [
    [GROUP_HEADERS[grouping], HEADERS[figure]],
    ...byGroup(netGreeks(inMarket, grouping), (row) => row[figure]),
    ["Total", sum],
  ];
}

/** Adds the rows of a group up over its underlyings. */
function byGroup(rows: readonly NetRow[], figure: (row: NetRow) => number): [string, number][] {
  const sums = new Map<string, number>();
  const names = new Map<string, string>();
  for (const row of rows) {
    const key = layerKey(row.group);
    if (!names.has(key)) names.set(key, row.group);
    sums.set(key, (sums.get(key) ?? 0) + figure(row));
  }
  return [...sums].map(([key, sum]) => [names.get(key) ?? key, sum]);
}

/** Where the vols of a row's options came from: a modelled one is always said. */
function volSources({ positions }: NetRow): string {
  const sources = new Set<VolSource | undefined>();
  for (const { volSource } of positions) sources.add(volSource);
  return (["given", "implied", "modelled"] as const).filter((source) => sources.has(source)).join(", ");
}

function expiredNote({ expiredLegs }: BookInMarket): string {
  if (expiredLegs === 0) return "";
  return expiredLegs === 1 ? "1 expired leg left out" : `${expiredLegs} expired legs left out`;
}
