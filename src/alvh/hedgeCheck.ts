import type { Range } from "./cellValue";
import { asOfText } from "./asOfText";
import {
  convexity,
  convexityShock,
  hedgeLayers,
  readHedgedBook,
  tailCover,
  tailGain,
  tailText,
  type HedgedBook,
} from "./hedgedBook";
import {
  breachProbability,
  condorDays,
  heldRatio,
  ratioVerdict,
  readReading,
  targetRatio,
} from "./hedgeRatio";
import { sharesPerContract } from "./layerUnit";
import { needed } from "./market";
import { total } from "./netGreeks";
import type { Table } from "./netTables";
import type { Position } from "./position";
import type { Settings } from "./settings";
import { bindingSize, hedgeShareCap } from "./sizingRules";

/** HEDGECHECK: what the book holds against what the rules ask, a rule a row. */
export function hedgeCheckTable(book: Range, market: Range, settings: Settings): Table {
  const hedged = readHedgedBook(book, market);
  return [
    ["Check", "Actual", "Target", "Verdict", `Unit or rule${asOfText(hedged.market)}`],
    ...thetaRows(hedged),
    ...shareRows(hedged, settings),
    ...ratioRows(hedged, settings),
    sizeRow(hedged, settings),
    ...tailRows(hedged, settings),
  ];
}

function thetaRows({ condorLegs, hedgeLegs }: HedgedBook): Table {
  const legs = [...condorLegs, ...hedgeLegs];
  const theta = total(legs, "theta");
  return [
    ["B10 net theta", theta, 0, theta >= 0 ? "PASS" : "FAIL", "$/day, option decay; the target is 0 or more"],
    [
      "B10 roll-down",
      total(legs, "rollDown"),
      "",
      "",
      "$/day if the VX curve stands still, apart from decay",
    ],
  ];
}

function shareRows(hedged: HedgedBook, settings: Settings): Table {
  const condors = Math.abs(total(hedged.condorLegs, "vix01"));
  const hedge = total(hedged.hedgeLegs, "vix01");
  // A hedge short of VIX, or a book that VIX hardly moves, has no shares.
  const share = hedge >= 0 && condors + hedge > 0 ? condors / (condors + hedge) : undefined;
  const [low, high] = [settings.number("B07.Low"), settings.number("B07.High")];
  const vix = needed(hedged.market, "VIX");
  const cap = hedgeShareCap(vix, settings);
  return [
    [
      "B07 condors' share of VIX01",
      share ?? "",
      `${low}-${high}`,
      share === undefined ? "" : share < low ? "BELOW" : share > high ? "ABOVE" : "PASS",
      share === undefined
        ? `no shares: VIX01 of the condors ${plain(condors)}, of the hedge ${plain(hedge)} $/VIX pt`
        : "in VIX01, the common measure: VIX vega is never added to SPX vega",
    ],
    [
      "B08 hedge share of VIX01",
      share === undefined ? "" : 1 - share,
      cap,
      share === undefined ? "" : 1 - share <= cap ? "PASS" : "OVER",
      `at most ${settings.number("B08.Low")} to ${settings.number("B08.High")}`,
    ],
    [
      "B09 cap by VIX",
      vix,
      cap,
      "",
      `VIX points; the cap rises from VIX ${settings.number("B09.LowVix")} to ${settings.number("B09.HighVix")}`,
    ],
  ];
}

function ratioRows(hedged: HedgedBook, settings: Settings): Table {
  const reading = readReading(settings);
  const held = heldRatio(reading, hedged);
  const target = targetRatio(condorDays(hedged), settings, breachProbability(hedged));
  const ratioRow = [
    "B02 hedge ratio",
    held ?? "",
    target,
    ratioVerdict(hedged, target, settings),
    `by ${reading}; see HEDGERATIO`,
  ];
  if (held === undefined || !(held > 0)) return [ratioRow];
  const scale = target / held;
  const layers = [...hedgeLayers(hedged.hedgeLegs)].map(([name, legs]) => {
    const bought = legs.reduce((sum, { leg }) => sum + Math.max(leg.quantity, 0), 0);
    return `${name} ${plain(bought)} to ${plain(Math.round(bought * scale))}`;
  });
  const theta = total(hedged.condorLegs, "theta") + scale * total(hedged.hedgeLegs, "theta");
  return [
    ratioRow,
    [
      "B06 whole pyramid times",
      1,
      scale,
      "",
      `never one layer alone: ${layers.join(", ")}; net theta then ${theta.toFixed(2)} $/day`,
    ],
  ];
}

/** Three rules size the same hedge, and they do not agree: all three, and the one that binds. */
function sizeRow(
  { condors, condorLegs, hedgeLegs, market }: HedgedBook,
  settings: Settings,
): (string | number)[] {
  const held = contractsOf(hedgeLegs, settings);
  const { contracts, text } = bindingSize(
    {
      condors,
      condorVix01: total(condorLegs, "vix01"),
      vix01PerContract: held > 0 ? total(hedgeLegs, "vix01") / held : 0,
      vix: needed(market, "VIX"),
    },
    settings,
  );
  return ["G10 contracts", held, contracts, held <= contracts ? "PASS" : "OVER", text];
}

function tailRows({ condorLegs, hedgeLegs, market }: HedgedBook, settings: Settings): Table {
  const loss = tailGain(condorLegs, market, settings);
  const shock = convexityShock(market, settings);
  const layers = [...hedgeLayers(hedgeLegs)];
  return [
    ["A19 condors in the tail", loss, "", "", `$, ${tailText(settings)}, at once`],
    [
      "A23 cover in the tail",
      tailCover(condorLegs, hedgeLegs, market, settings) ?? "",
      "",
      "",
      "hedge gain over the condors' loss",
    ],
    ...layers.map(([name, legs]): (string | number)[] => [
      `A19 cover by layer ${name}`,
      tailCover(condorLegs, legs, market, settings) ?? "",
      "",
      "",
      "layers add up to the cover (A20)",
    ]),
    ...layers.map(([name, legs]): (string | number)[] => [
      `A18 convexity of layer ${name}`,
      convexity(legs, market, shock),
      "",
      "",
      `$, P&L(+${shock}) + P&L(-${shock}) VIX points, less twice P&L(0)`,
    ]),
  ];
}

/** Contracts bought: the short side of a spread is no contract of its own, and so many shares of a fund are one. */
function contractsOf(legs: readonly Position[], settings: Settings): number {
  const shares = sharesPerContract(settings);
  return legs.reduce(
    (sum, { leg }) => sum + Math.max(leg.quantity, 0) / (leg.kind === "share" ? shares : 1),
    0,
  );
}

function plain(value: number): string {
  return String(Number(value.toFixed(2)));
}
