import { InputError, NoSolutionError } from "../core/errors";
import type { Range } from "./cellValue";
import { expiryDay, monthsLater, onDay, scaled, withStrike } from "./changedPositions";
import { formatIsoDate } from "./dates";
import { nextVixExpirations } from "./expirations";
import { asOfText } from "./asOfText";
import { hedgeLayers, readHedgedBook, tailCover, tailText, type HedgedBook } from "./hedgedBook";
import { condorDays } from "./hedgeRatio";
import { neededAsOf, type Market } from "./market";
import { total } from "./netGreeks";
import type { Table } from "./netTables";
import type { Position } from "./position";
import type { Settings } from "./settings";

/** TIMESHIFT: a layer, or part of it, moved to a later expiration: before and after; then the ladder that reduces a far layer. */
export function timeShiftTable(book: Range, market: Range, settings: Settings): Table {
  const hedged = readHedgedBook(book, market);
  const { condorLegs, hedgeLegs, market: conditions } = hedged;
  const from = layerToMove(hedged, settings);
  const fraction = settings.number("A21.Fraction");
  const parts = from.map((position) => {
    const moved = Math.round(Math.abs(position.leg.quantity) * fraction) / Math.abs(position.leg.quantity);
    return { stays: scaled(position, 1 - moved), moves: scaled(position, moved) };
  });
  const moves = parts.map((part) => part.moves).filter(({ leg }) => leg.quantity !== 0);
  const arrived = moves.map((position) => shifted(position, conditions, settings));
  const after = [
    ...hedgeLegs.filter((position) => !from.includes(position)),
    ...parts.map((part) => part.stays).filter(({ leg }) => leg.quantity !== 0),
    ...arrived,
  ];
  const cover = (legs: readonly Position[]): number | undefined =>
    tailCover(condorLegs, legs, conditions, settings);
  const days = Math.min(...from.map(({ dte }) => dte ?? Infinity));
  const shiftBelow = settings.number("A24.ShiftBelow");
  const [first] = arrived;
  const name = from[0]?.leg.layer ?? "";
  const contracts = moves.reduce((sum, { leg }) => sum + Math.max(leg.quantity, 0), 0);
  const destination = first === undefined ? "" : ` to ${formatIsoDate(expiryDay(first, conditions))}`;
  return [
    ["Figure", "Before", "After", "Change", `Unit or rule${asOfText(conditions)}`],
    ["A21 moves", "", contracts, "", `contracts of layer ${name}${destination}; priced by model there`],
    [
      "A24 shift due",
      days,
      shiftBelow,
      days < shiftBelow ? "YES" : "NO",
      `days left; due below ${shiftBelow}`,
    ],
    compared(
      "A21 hedge value",
      total(hedgeLegs, "value"),
      total(after, "value"),
      "$; the change is what the move costs, before spreads",
    ),
    compared("A21 hedge theta", total(hedgeLegs, "theta"), total(after, "theta"), "$/day"),
    compared("A21 hedge roll-down", total(hedgeLegs, "rollDown"), total(after, "rollDown"), "$/day"),
    compared("A21 hedge VIX01", total(hedgeLegs, "vix01"), total(after, "vix01"), "$/VIX pt"),
    compared(
      "F03 net theta",
      total([...condorLegs, ...hedgeLegs], "theta"),
      total([...condorLegs, ...after], "theta"),
      "$/day, condors included",
    ),
    compared("A21 cover in the tail", cover(hedgeLegs), cover(after), tailText(settings)),
    compared(
      "A22 separation",
      longest(hedgeLegs) - condorDays(hedged),
      longest(after) - condorDays(hedged),
      "days from the condors' expiry to the longest hedge",
    ),
    ...reduceLadder(hedged, settings),
  ];
}

function compared(
  name: string,
  before: number | undefined,
  after: number | undefined,
  note: string,
): (string | number)[] {
  const change = before === undefined || after === undefined ? "" : after - before;
  return [name, before ?? "", after ?? "", change, note];
}

function layerToMove({ hedgeLegs }: HedgedBook, settings: Settings): Position[] {
  const layers = [
    ...hedgeLayers(hedgeLegs.filter(({ dte, leg }) => dte !== undefined && leg.quantity !== 0)),
  ];
  if (layers.length === 0)
    throw new InputError("book", "book holds no VIX leg with an expiry: there is no layer to move");
  const wanted = settings.text("A21.From").toLowerCase();
  if (wanted === "") {
    const daysOf = (legs: readonly Position[]): number => Math.min(...legs.map(({ dte }) => dte ?? Infinity));
    return layers.reduce((first, layer) => (daysOf(layer[1]) < daysOf(first[1]) ? layer : first))[1];
  }
  const found = layers.find(([name]) => name.toLowerCase() === wanted);
  if (found !== undefined) return found[1];
  const names = layers.map(([name]) => name).join(", ");
  throw new InputError("settings", `settings: A21.From names no layer of the book: use ${names}`);
}

/** The leg in the first expiration of the window of days, where one is set; else some monthly cycles later. */
function shifted(position: Position, market: Market, settings: Settings): Position {
  const least = settings.optionalNumber("A21.MinDte");
  if (least === undefined) return monthsLater(position, market, settings.number("A22.Cycles"));
  const most = settings.optionalNumber("A21.MaxDte") ?? Infinity;
  const today = Math.floor(neededAsOf(market));
  const day = nextVixExpirations(neededAsOf(market), MONTHS_LISTED, false).find(
    (each) => each - today >= least && each - today <= most,
  );
  if (day !== undefined) return onDay(position, market, day);
  throw new NoSolutionError(
    `no monthly VIX expiration lies ${least} to ${most} days ahead: widen A21.MinDte and A21.MaxDte`,
  );
}

/** Monthly VIX contracts are listed about a year ahead. */
const MONTHS_LISTED = 12;

function longest(legs: readonly Position[]): number {
  return Math.max(...legs.map(({ dte }) => dte ?? 0));
}

/**
 * Selling a near VIX call against part of the longest calls brings premium, and takes cover: the near future moves more
 * than the far one, so the call sold is not covered by the call held, and is margined as naked.
 */
function reduceLadder({ condorLegs, hedgeLegs, market }: HedgedBook, settings: Settings): Table {
  const far = hedgeLegs
    .filter(({ leg }) => leg.kind === "call" && leg.quantity > 0)
    .reduce<Position | undefined>(
      (best, each) => (best === undefined || (each.dte ?? 0) > (best.dte ?? 0) ? each : best),
      undefined,
    );
  if (far === undefined) return [];
  const today = Math.floor(neededAsOf(market));
  const near = nextVixExpirations(neededAsOf(market), MONTHS_LISTED, false).find(
    (day) => day - today >= settings.number("C04.MinDte"),
  );
  if (near === undefined || near >= expiryDay(far, market)) return [];
  const nearCall = onDay(far, market, near);
  const coverOf = (legs: readonly Position[]): number | undefined =>
    tailCover(condorLegs, legs, market, settings);
  return [0.25, 0.5, 1].flatMap((share): Table => {
    const sold = withStrike(nearCall, market, far.leg.strike ?? 0, -share * far.leg.quantity);
    const after = [...hedgeLegs, sold];
    const rung = `C04 ${100 * share}%`;
    const layer01 = far.vix01 + sold.vix01;
    const what = `sell ${Number((-sold.leg.quantity).toFixed(2))} calls ${sold.leg.strike ?? ""} of ${formatIsoDate(near)}`;
    return [
      compared(
        `${rung} VIX01 of the layer`,
        far.vix01,
        layer01,
        `$/VIX pt; ${what}${layer01 < 0 ? "; WARNING: the layer is now short VIX" : ""}`,
      ),
      compared(`${rung} theta of the layer`, far.theta, far.theta + sold.theta, "$/day"),
      compared(`${rung} cover in the tail`, coverOf(hedgeLegs), coverOf(after), tailText(settings)),
      [`${rung} premium received`, "", -sold.value, "", "$, modelled"],
      [
        `${rung} margin`,
        "",
        nakedMargin(sold, settings),
        "",
        "$, as a naked call: a far call does not cover a near one",
      ],
    ];
  });
}

/** Cboe's rule for a short VIX call without cover: its price plus a share of the future, less what it is out of the money. */
function nakedMargin({ leg, price, forward }: Position, settings: Settings): number {
  const outOfTheMoney = Math.max((leg.strike ?? 0) - forward, 0);
  const margin = Math.max(
    settings.number("C04.Margin") * forward - outOfTheMoney,
    settings.number("C04.LeastMargin") * forward,
  );
  return -leg.quantity * leg.multiplier * (price + margin);
}
