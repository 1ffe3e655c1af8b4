import { InputError } from "../core/errors";
import { allocateContracts } from "./allocateContracts";
import { bestContracts, MOST_TRIED } from "./bestContracts";
import type { Range } from "./cellValue";
import { monthsLater, scaled, withStrike } from "./changedPositions";
import { asOfText } from "./asOfText";
import { hedgeLayers, readHedgedBook, tailCover, tailGain, tailText, type HedgedBook } from "./hedgedBook";
import { total } from "./netGreeks";
import type { Table } from "./netTables";
import type { Position } from "./position";
import type { Settings } from "./settings";

/** A change of the book, as it would stand after it. */
interface Change {
  readonly name: string;
  readonly condorLegs: readonly Position[];
  readonly hedgeLegs: readonly Position[];
  readonly note: string;
}

/**
 * THETAFIX: which change brings net theta to the target at the least cost of cover. Each change is solved for the
 * smallest step that reaches the target; the text's own pair stands beside them, and each half of it alone.
 */
export function thetaFixTable(book: Range, market: Range, target: number, settings: Settings): Table {
  const hedged = readHedgedBook(book, market);
  if (hedged.hedgeLegs.length === 0)
    throw new InputError("book", "book holds no VIX leg: there is no hedge to change");
  const { market: conditions, condorLegs, hedgeLegs } = hedged;
  const asItIs: Change = { name: "As it is", condorLegs, hedgeLegs, note: triggerNote(hedged, settings) };
  const covers = new Map<Change, number | undefined>();
  const coverOf = (change: Change): number | undefined => {
    if (!covers.has(change))
      covers.set(change, tailCover(change.condorLegs, change.hedgeLegs, conditions, settings));
    return covers.get(change);
  };
  const coverNow = coverOf(asItIs);
  const reaches = (change: Change): boolean => netTheta(change) >= target - CENT;
  const mix = bestMix(hedged, target, settings);
  const changes = [
    fewerContracts(hedged, reaches),
    ...(mix === undefined ? [] : [mix]),
    laterExpiry(hedged, settings, reaches),
    callSpreads(hedged, settings, reaches),
    moreCondors(hedged, target),
    ...textsPair(hedged, settings),
  ];
  const lost = (change: Change): number => (coverNow ?? 0) - (coverOf(change) ?? 0);
  const best = changes
    .filter(reaches)
    .reduce<Change | undefined>(
      (least, change) => (least === undefined || lost(change) < lost(least) ? change : least),
      undefined,
    );
  const rowOf = (change: Change): (string | number)[] => [
    change.name,
    netTheta(change),
    total([...change.condorLegs, ...change.hedgeLegs], "rollDown"),
    total(change.hedgeLegs, "vix01"),
    coverOf(change) ?? "",
    // What is left of a rounding is no cover lost; adding 0 turns -0 into 0.
    coverNow === undefined ? "" : Number(lost(change).toFixed(12)) + 0,
    reaches(change) ? "YES" : "NO",
    change.note,
  ];
  return [
    [
      "Change", "Net theta $/day", "Roll-down $/day", "Hedge VIX01 $/VIX pt", "Cover in the tail", "Cover lost",
      "Meets target", `What changes${asOfText(conditions)}`,
    ], // prettier-ignore
    ...[asItIs, ...changes].map(rowOf),
    ["Least cost of cover", "", "", "", "", "", "", verdict(asItIs, best, reaches)],
    [
      "Note",
      "",
      "",
      "",
      "",
      "",
      "",
      `target ${target} $/day; tail: ${tailText(settings)}; moved legs are priced by model${mix === undefined ? "; best mix: too many combinations to try" : ""}`,
    ],
  ];
}

/** Half a cent: theta is no more exact. */
const CENT = 0.005;

function netTheta({ condorLegs, hedgeLegs }: Pick<Change, "condorLegs" | "hedgeLegs">): number {
  return total(condorLegs, "theta") + total(hedgeLegs, "theta");
}

function triggerNote(hedged: HedgedBook, settings: Settings): string {
  const wanted = settings.number("B11.Days");
  const days = settings.optionalNumber("B11.NegativeDays");
  if (netTheta(hedged) >= 0) return "B11 is not due: net theta is not negative";
  if (days === undefined)
    return `B11 is due once net theta was negative ${wanted} days in a row: set B11.NegativeDays`;
  return `B11 is ${days >= wanted ? "due" : "not due"}: negative ${days} of ${wanted} days`;
}

function verdict(asItIs: Change, best: Change | undefined, reaches: (change: Change) => boolean): string {
  if (reaches(asItIs)) return "As it is: the target is met without a change";
  return best === undefined ? "none of these changes meets the target" : `${best.name}: ${best.note}`;
}

/** Layers that hold contracts bought, with how many; those that only sell stay as they are. */
function boughtLayers(hedgeLegs: readonly Position[]): { name: string; legs: Position[]; held: number }[] {
  return [...hedgeLayers(hedgeLegs)]
    .map(([name, legs]) => ({
      name,
      legs,
      held: legs.reduce((sum, { leg }) => sum + Math.max(leg.quantity, 0), 0),
    }))
    .filter(({ held }) => held > 0);
}

/** The book with so many contracts in each of these layers, the others as they are. */
function withContracts(
  name: string,
  { condorLegs, hedgeLegs }: HedgedBook,
  layers: ReturnType<typeof boughtLayers>,
  kept: readonly number[],
): Change {
  const sold = hedgeLegs.filter((position) => !layers.some(({ legs }) => legs.includes(position)));
  const legs = layers.flatMap(({ legs: each, held }, layer) =>
    each.map((position) => scaled(position, (kept[layer] ?? 0) / held)),
  );
  const counts = layers.map((layer, index) => `${layer.name} ${kept[index] ?? 0}`).join(", ");
  const note = layers.length === 0 ? "no contracts bought to hold fewer of" : `hold ${counts}`;
  return { name, condorLegs, hedgeLegs: [...legs, ...sold], note };
}

/** The most whole contracts that reach the target, the layers in the proportion they have. */
function fewerContracts(hedged: HedgedBook, reaches: (change: Change) => boolean): Change {
  const layers = boughtLayers(hedged.hedgeLegs);
  const all = layers.reduce((sum, { held }) => sum + held, 0);
  const keeping = (count: number): Change => {
    const kept = allocateContracts(count, layers.map(({ held }) => held / all), layers.map(() => 1)); // prettier-ignore
    return withContracts("Fewer hedge contracts", hedged, layers, kept);
  };
  // Fewer contracts bleed less: the most that reach the target are found by halving. By largest remainders one contract
  // more in all may be one fewer in a layer, so a few counts above are tried too.
  let [low, high] = [0, Math.floor(all)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (reaches(keeping(middle))) low = middle;
    else high = middle - 1;
  }
  const above = Array.from({ length: 2 * layers.length }, (_, step) =>
    Math.min(low + step + 1, Math.floor(all)),
  );
  return keeping(Math.max(low, ...above.filter((count) => reaches(keeping(count)))));
}

/** The whole contracts of each layer, none above what it holds, that reach the target with the most cover. */
function bestMix(hedged: HedgedBook, target: number, settings: Settings): Change | undefined {
  const { condorLegs, hedgeLegs, market } = hedged;
  const name = "Fewer hedge contracts, best mix";
  const layers = boughtLayers(hedgeLegs);
  const none = withContracts(name, hedged, layers, []);
  if (layers.length === 0) return none;
  // The layer with the most contracts last: it is solved, not tried.
  const sorted = [...layers].sort((a, b) => a.held - b.held);
  const most = sorted.map(({ held }) => Math.floor(held));
  if (most.slice(0, -1).reduce((all, count) => all * (count + 1), 1) > MOST_TRIED) return undefined;
  const gains = sorted.map(({ legs, held }) => tailGain(legs, market, settings) / held);
  const decays = sorted.map(({ legs, held }) => -total(legs, "theta") / held);
  const spare = netTheta({ condorLegs, hedgeLegs: none.hedgeLegs }) - target + CENT;
  const kept = bestContracts({ linear: gains, quadratic: undefined }, [{ per: decays, most: spare }], most);
  return withContracts(
    name,
    hedged,
    layers,
    layers.map((layer) => kept?.[sorted.indexOf(layer)] ?? 0),
  );
}

/** The fewest monthly cycles later that reach the target, else the most tried. */
function laterExpiry(hedged: HedgedBook, settings: Settings, reaches: (change: Change) => boolean): Change {
  const most = settings.number("B11.MostCycles");
  for (let cycles = 1; ; cycles++) {
    const change = later(hedged, cycles, `every VIX leg ${cyclesText(cycles)} later`);
    if (reaches(change) || cycles >= most) return change;
  }
}

function later({ condorLegs, hedgeLegs, market }: HedgedBook, cycles: number, note: string): Change {
  const moved = hedgeLegs.map((position) => monthsLater(position, market, cycles));
  return { name: "Later expiry", condorLegs, hedgeLegs: moved, note };
}

function cyclesText(cycles: number): string {
  return cycles === 1 ? "one monthly cycle" : `${cycles} monthly cycles`;
}

/** The widest call spread in place of each call that reaches the target, else the narrowest. */
function callSpreads(
  { condorLegs, hedgeLegs, market }: HedgedBook,
  settings: Settings,
  reaches: (change: Change) => boolean,
): Change {
  const step = settings.number("StrikeStep");
  const wide = (width: number): Change => ({
    name: "Call spreads for calls",
    condorLegs,
    hedgeLegs: [
      ...hedgeLegs,
      ...outright.map((position) =>
        withStrike(position, market, (position.leg.strike ?? 0) + width, -position.leg.quantity),
      ),
    ],
    note: `sell the call ${width} points above each; the gain is capped there`,
  });
  const sold = hedgeLegs.filter(({ leg }) => leg.kind === "call" && leg.quantity < 0);
  // A call that one of its expiration is sold against is part of a spread already.
  const outright = hedgeLegs.filter(
    ({ leg, dte }) =>
      leg.kind === "call" &&
      leg.quantity > 0 &&
      !sold.some((other) => other.leg.layer === leg.layer && other.dte === dte),
  );
  if (outright.length === 0) {
    return {
      name: "Call spreads for calls",
      condorLegs,
      hedgeLegs,
      note: "no outright calls to make spreads of",
    };
  }
  for (let steps = Math.floor(settings.number("B11.WidestSpread") / step); ; steps--) {
    const change = wide(Math.max(steps, 1) * step);
    if (reaches(change) || steps <= 1) return change;
  }
}

/** The fewest further condors, alike the book's, whose theta pays for the hedge. */
function moreCondors({ condorLegs, hedgeLegs, condors }: HedgedBook, target: number): Change {
  const name = "More condors";
  const perCondor = total(condorLegs, "theta") / condors;
  if (!(perCondor > 0))
    return { name, condorLegs, hedgeLegs, note: "the condors earn no theta, so more of them do not help" };
  const missing = target - total(condorLegs, "theta") - total(hedgeLegs, "theta");
  const more = Math.max(Math.ceil((missing - CENT) / perCondor), 0);
  const legs = condorLegs.map((position) => scaled(position, (condors + more) / condors));
  return { name, condorLegs: legs, hedgeLegs, note: `${more} more, with their own risk and margin` };
}

/** The text's rule: the whole book 25% smaller and the VIX legs a monthly cycle later; then each alone. */
function textsPair(hedged: HedgedBook, settings: Settings): Change[] {
  const cycles = settings.number("A22.Cycles");
  const cut = settings.number("B11.Cut");
  const smaller = (legs: readonly Position[]): Position[] =>
    legs.map((position) => scaled(position, 1 - cut));
  const moved = later(hedged, cycles, "A22 alone");
  const percent = `${Number((100 * cut).toFixed(2))}%`;
  return [
    {
      name: "B11 and A22 together",
      condorLegs: smaller(hedged.condorLegs),
      hedgeLegs: smaller(moved.hedgeLegs),
      note: `the whole book ${percent} smaller, VIX legs ${cyclesText(cycles)} later; fractions are kept`,
    },
    {
      name: `B11 alone, ${percent} smaller`,
      condorLegs: smaller(hedged.condorLegs),
      hedgeLegs: smaller(hedged.hedgeLegs),
      note: "both sides shrink alike: net theta keeps its sign, and the cover stays",
    },
    { ...moved, name: "A22 alone, later", note: `VIX legs ${cyclesText(cycles)} later, none sold` },
  ];
}
