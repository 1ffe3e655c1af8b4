import { asOfText } from "./asOfText";
import { readBook } from "./book";
import { condorComplexes } from "./condorComplexes";
import { breakEvenVerdict, condorDistance, readMeasure } from "./condorDistance";
import { condorStrikes, type CondorStrikes, type CondorWish } from "./condorStrikes";
import { formatIsoDate } from "./dates";
import type { Market } from "./market";
import type { Table } from "./netTables";
import { positionOf } from "./position";
import { STOP_AT_FIRST } from "./problems";
import type { Settings } from "./settings";

/** A condor of the market's own strikes as a book range: four legs in the layer IC, sold `quantity` times. */
export function condorBookTable(
  market: Market,
  wish: CondorWish,
  quantity: number,
  settings: Settings,
): Table {
  return bookOf(condorStrikes(market, wish, settings), quantity);
}

/** The strikes of one condor with what each is worth, its break-evens, and how far all stand from the forward. */
export function condorStrikesTable(market: Market, wish: CondorWish, settings: Settings): Table {
  const strikes = condorStrikes(market, wish, settings);
  const { expiry, outlook, widening } = strikes;
  const measure = readMeasure(settings);
  const wanted = settings.number("B16.Deviations");
  const positions = readBook(bookOf(strikes, 1)).flatMap(
    (leg) => positionOf(leg, market, STOP_AT_FIRST) ?? [],
  );
  const [complex] = condorComplexes({ market, positions, expiredLegs: 0 }).complexes;
  if (complex === undefined) throw new Error("a condor of four strikes is a condor");
  const distance = (level: number | undefined): number | undefined =>
    level === undefined ? undefined : condorDistance(outlook, level, measure);
  const [down, up] = [distance(complex.breakEvenDown), distance(complex.breakEvenUp)];
  const volNote = market.numbers.has("SPXVol")
    ? "vol by SPXVol and the skew"
    : "vol modelled from VIX and the skew";
  return [
    [
      "Leg", "Qty", "Level (pts)", "Expiry", "Days", "Delta", "Vol", "Price (pts)", "SD from forward",
      `Note${asOfText(market)}`,
    ],
    ...positions.map(({ leg, delta, vol, price }) => [
      `${leg.quantity < 0 ? "short" : "long"} ${leg.kind}`,
      leg.quantity,
      leg.strike ?? "",
      expiry.day === undefined ? "" : formatIsoDate(expiry.day),
      expiry.days,
      delta / (leg.quantity * leg.multiplier),
      vol ?? "",
      price,
      distance(leg.strike) ?? "",
      leg.quantity < 0 ? volNote : widening.note,
    ]),
    ["credit", "", "", "", "", "", "", complex.credit, "", "at model prices"],
    [
      "break-even down", "", complex.breakEvenDown ?? "", "", "", "", "", "", down ?? "",
      breakEvenVerdict(down, undefined, wanted),
    ],
    [
      "break-even up", "", complex.breakEvenUp ?? "", "", "", "", "", "", up ?? "",
      breakEvenVerdict(undefined, up, wanted),
    ],
    ["forward", "", outlook.forward, "", "", "", outlook.atmVol, "", 0, listingNote(strikes)],
  ]; // prettier-ignore
}

function listingNote({ expiry, outlook }: CondorStrikes): string {
  const move = `one standard deviation is ${outlook.expectedMove.toFixed(1)} points`;
  return expiry.day === undefined ? `${move}; no listed expiration after so many days` : move;
}

function bookOf(strikes: CondorStrikes, quantity: number): Table {
  const { expiry, longPut, shortPut, shortCall, longCall, volAt } = strikes;
  const isListed = expiry.day !== undefined;
  const leg = (kind: "put" | "call", side: 1 | -1, strike: number): (string | number)[] => [
    "IC",
    expiry.symbol,
    kind,
    side * quantity,
    strike,
    isListed ? formatIsoDate(expiry.day ?? 0) : expiry.days,
    volAt(strike),
  ];
  return [
    ["Layer", "Underlying", "Kind", "Qty", "Strike", isListed ? "Expiry" : "DTE", "Vol"],
    leg("put", 1, longPut),
    leg("put", -1, shortPut),
    leg("call", -1, shortCall),
    leg("call", 1, longCall),
  ];
}
