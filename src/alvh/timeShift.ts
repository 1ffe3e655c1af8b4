import { InputError, NoSolutionError } from "../core/errors";
import type { Range } from "./cellValue";
import { expiryDay, monthsLater, onDay, scaled } from "./changedPositions";
import { formatIsoDate } from "./dates";
import { nextVixExpirations } from "./expirations";
import { extrinsicRows } from "./extrinsicHistory";
import { asOfText } from "./asOfText";
import { hedgeLayers, readHedgedBook, tailCover, tailText, type HedgedBook } from "./hedgedBook";
import { condorDays } from "./hedgeRatio";
import { neededAsOf, type Market } from "./market";
import { total } from "./netGreeks";
import type { Table } from "./netTables";
import type { Position } from "./position";
import type { Settings } from "./settings";

/** TIMESHIFT: a layer, or part of it, moved to a later expiration: before and after; then the ladder that reduces a far layer. */
export function timeShiftTable(book: Range, market: Range, settings: Settings, history?: Range): Table {
  const hedged = readHedgedBook(book, market);
  const { condorLegs, hedgeLegs, market: conditions } = hedged;
  const from = layerToMove(hedged, settings);
  const fraction = settings.number("A21.Fraction");
  const parts = from.map((position) => {
    const held = Math.abs(position.leg.quantity);
    const moved = Math.min(Math.round(held * fraction) / held, 1);
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
  const days = shortest(from);
  const shiftBelow = settings.number("A24.ShiftBelow");
  const [first] = arrived;
  const name = from[0]?.leg.layer ?? "";
  const contracts = moves.reduce((sum, { leg }) => sum + Math.max(leg.quantity, 0), 0);
  const destination = first === undefined ? "" : ` to ${formatIsoDate(expiryDay(first, conditions))}`;
  return [
    ["Figure", "Before", "After", "Change", `Unit or rule${asOfText(conditions)}`],
    ["A21 moves", "", contracts, "", `contracts of layer ${name}${destination}; priced by model there`],
    compared(
      "A24 days left",
      days,
      arrived.length === 0 ? days : shortest(arrived),
      `days of what moves; a shift is ${days < shiftBelow ? "due" : "not due"}: due below ${shiftBelow}`,
    ),
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
    ...extrinsicRows(hedgeLegs, history, settings).map(([name = "", now = "", note = ""]) => [
      name,
      now,
      "",
      "",
      note,
    ]),
    ...reduceLadder(hedged, settings),
  ];
}

function compared(
  name: string,
  before: number | undefined,
  after: number | undefined,
  note: string,
): (string | number)[] {
  if (before === undefined || after === undefined) return [name, before ?? "", after ?? "", "", note];
  // What is left of a rounding is no change.
  const isSame = Math.abs(after - before) <= 1e-12 * Math.abs(before);
  return [name, before, after, isSame ? 0 : after - before, note];
}

function layerToMove({ hedgeLegs }: HedgedBook, settings: Settings): Position[] {
  const layers = [
    ...hedgeLayers(hedgeLegs.filter(({ dte, leg }) => dte !== undefined && leg.quantity !== 0)),
  ];
  if (layers.length === 0)
    throw new InputError("book", "book holds no VIX leg with an expiry: there is no layer to move");
  const wanted = settings.text("A21.From").toLowerCase();
  if (wanted === "") {
    return layers.reduce((first, layer) => (shortest(layer[1]) < shortest(first[1]) ? layer : first))[1];
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
  const most = settings.optionalNumber("A21.MaxDte");
  const today = Math.floor(neededAsOf(market));
  const day = nextVixExpirations(neededAsOf(market), MONTHS_LISTED, false).find(
    (each) => each - today >= least && each - today <= (most ?? Infinity),
  );
  if (day !== undefined) return onDay(position, market, day);
  throw new NoSolutionError(
    `no monthly VIX expiration lies ${least} ${most === undefined ? "or more" : `to ${most}`} days ahead: widen A21.MinDte and A21.MaxDte`,
  );
}

/** Monthly VIX contracts are listed about a year ahead. */
const MONTHS_LISTED = 12;

function shortest(legs: readonly Position[]): number {
  return Math.min(...legs.map(({ dte }) => dte ?? Infinity));
}

function longest(legs: readonly Position[]): number {
  return Math.max(...legs.map(({ dte }) => dte ?? 0));
}

/**
 * Selling a near VIX call against part of the longest calls brings premium, and takes cover: the near future moves more
 * than the far one, so the call sold is not covered by the call held, and is margined as naked.
 */
function reduceLadder({ condorLegs, hedgeLegs, market }: HedgedBook, settings: Settings): Table {
  const least = settings.number("C04.MinDte");
  const calls = hedgeLegs.filter(({ leg }) => leg.kind === "call" && leg.quantity > 0);
  const farthest = longest(calls);
  const far = calls.filter(({ dte }) => dte === farthest);
  const today = Math.floor(neededAsOf(market));
  const near = nextVixExpirations(neededAsOf(market), MONTHS_LISTED, false).find(
    (day) => day - today >= least,
  );
  const [first] = far;
  if (first === undefined || near === undefined || near >= expiryDay(first, market)) {
    return [
      ["C04 reduce", "", "", "", `nothing: no calls held beyond a monthly expiration ${least} days ahead`],
    ];
  }
  const coverOf = (legs: readonly Position[]): number | undefined =>
    tailCover(condorLegs, legs, market, settings);
  const nearCalls = far.map((position) => onDay(position, market, near));
  const held = far.reduce((sum, { leg }) => sum + leg.quantity, 0);
  return ["C04.Least", "C04.Middle", "C04.Most"].flatMap((name): Table => {
    const share = settings.number(name);
    const sold = nearCalls.map((position) => scaled(position, -share));
    const pair = [...far, ...sold];
    const rung = `C04 ${Number((100 * share).toFixed(2))}%`;
    const vix01 = total(pair, "vix01");
    const strikes = far.map(({ leg }) => leg.strike).join(", ");
    const what = `sell ${Number((share * held).toFixed(2))} of ${held} calls ${strikes} of ${formatIsoDate(near)}`;
    return [
      compared(
        `${rung} VIX01`,
        total(far, "vix01"),
        vix01,
        `$/VIX pt of the longest calls; ${what}${vix01 < 0 ? "; WARNING: short VIX now" : ""}`,
      ),
      compared(`${rung} theta`, total(far, "theta"), total(pair, "theta"), "$/day of the longest calls"),
      compared(
        `${rung} cover in the tail`,
        coverOf(hedgeLegs),
        coverOf([...hedgeLegs, ...sold]),
        tailText(settings),
      ),
      [`${rung} premium received`, "", -total(sold, "value") + 0, "", "$, modelled"],
      [
        `${rung} margin`,
        "",
        sold.reduce((sum, position) => sum + nakedMargin(position, settings), 0),
        "",
        "$, as naked calls: a far call does not cover a near one",
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
  return -leg.quantity * leg.multiplier * (price + margin) + 0;
}
