import { NoSolutionError } from "../core/errors";
import type { Range } from "./cellValue";
import { condorComplexes, dollarsOf, marginOf, type CondorComplex } from "./condorComplexes";
import { condorFiguresTable, type CondorFigure } from "./condorFigures";
import { readBookInMarket } from "./netGreeks";
import type { Table } from "./netTables";
import type { Position } from "./position";
import type { Settings } from "./settings";

/**
 * How many condors the capital bears. What one condor can lose is its gross width less its credit, plus its share of the
 * premium paid for the hedge; all condors of one expiry may lose 2% of risk capital, never more than 3%, and the margin of
 * the whole book may take a share of net asset value, where that is given.
 */
export function condorSizeTable(book: Range, market: Range, riskCapital: number, settings: Settings): Table {
  const inMarket = readBookInMarket(book, market);
  const found = condorComplexes(inMarket);
  return condorFiguresTable(
    inMarket,
    found,
    sizeFigures(inMarket.positions, found.complexes, riskCapital, settings),
  );
}

function sizeFigures(
  positions: readonly Position[],
  complexes: readonly CondorComplex[],
  riskCapital: number,
  settings: Settings,
): CondorFigure[] {
  const share = settings.number("B19.Share");
  const hardShare = settings.number("B19.HardShare");
  const netAssets = settings.optionalNumber("B24.NAV");
  const marginCap = settings.number("B24.MarginCap");
  const held = complexes.reduce((sum, { condors }) => sum + condors, 0);
  const hedgePerCondor = hedgePremium(positions) / held;
  const marginUsed = complexes.reduce((sum, complex) => sum + marginOf(complex), 0);

  const riskPerCondor = (complex: CondorComplex): number => {
    const risk = dollarsOf(complex, complex.maxLoss) / complex.condors + hedgePerCondor;
    if (risk > 0) return risk;
    throw new NoSolutionError(
      "the condor has nothing at risk: its credit is above its width, so check the prices",
    );
  };
  const byShare = (complex: CondorComplex, most: number): number =>
    wholeCondors((most * riskCapital) / riskPerCondor(complex));
  const byMargin = (complex: CondorComplex): number | undefined => {
    if (netAssets === undefined) return undefined;
    const free = marginCap * netAssets - (marginUsed - marginOf(complex));
    return wholeCondors((free * complex.condors) / marginOf(complex));
  };
  const shareHeld = (complex: CondorComplex): number =>
    (complex.condors * riskPerCondor(complex)) / riskCapital;

  return [
    {
      name: "Condors to hold",
      value: (complex) =>
        Math.min(byShare(complex, share), byShare(complex, hardShare), byMargin(complex) ?? Infinity),
      note: "the smallest of risk, its hard limit (B19) and margin (B24)",
    },
    {
      name: "B19 condors by risk",
      value: (complex) => byShare(complex, share),
      note: `${percent(share)} of risk capital in one complex`,
    },
    {
      name: "B19 condors at most",
      value: (complex) => byShare(complex, hardShare),
      note: `${percent(hardShare)} of risk capital, the hard limit`,
    },
    {
      name: "B24 condors by margin",
      value: byMargin,
      note:
        netAssets === undefined
          ? "blank: give the setting B24.NAV for a margin cap"
          : `margin of all condors at most ${percent(marginCap)} of NAV`,
    },
    {
      name: "Risk per condor",
      value: riskPerCondor,
      note: "$, gross width less credit, plus the hedge's premium",
    },
    {
      name: "Hedge premium per condor",
      value: () => hedgePerCondor,
      note: "$, VIX options and funds of the book at Entry or the mark, over all its condors",
    },
    {
      name: "Margin per condor",
      value: (complex) => marginOf(complex) / complex.condors,
      note: "$, gross width of the wider side",
    },
    { name: "Condors held", value: ({ condors }) => condors, note: "in the book" },
    {
      name: "Share of risk capital held",
      value: shareHeld,
      note: "share of 1",
    },
    {
      name: "B19 verdict",
      value: (complex) => riskVerdict(shareHeld(complex), share, hardShare),
      note: "of what the book holds",
    },
    {
      name: "B24 margin used",
      value: () => (netAssets === undefined ? undefined : marginUsed / netAssets),
      note: "share of NAV, all condors of the book",
    },
    {
      name: "B24 verdict",
      value: () =>
        netAssets === undefined ? undefined : marginUsed <= marginCap * netAssets ? "PASS" : "FAIL",
      note: `at most ${percent(marginCap)} of NAV`,
    },
  ];
}

/** Dollars paid for what hedges the condors and can be lost: VIX options and funds. A future costs no premium. */
function hedgePremium(positions: readonly Position[]): number {
  const premium = positions
    .filter(({ leg }) => leg.terms.underlying !== "SPX" && leg.kind !== "future")
    .reduce((sum, { leg, price }) => sum + leg.quantity * leg.multiplier * (leg.entry ?? price), 0);
  return Math.max(premium, 0);
}

function riskVerdict(share: number, most: number, hard: number): string {
  if (share <= most) return "PASS";
  return share <= hard ? `OVER ${percent(most)}, within ${percent(hard)}` : `FAIL: over ${percent(hard)}`;
}

/** Whole condors; a ratio that rounding left a trifle below a whole number counts as it. */
function wholeCondors(ratio: number): number {
  return Math.max(Math.floor(ratio + 1e-9), 0);
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(4))}%`;
}
