import { InputError } from "../core/errors";
import { asOfText } from "./asOfText";
import { isBlankOrZero, MAXIMUM_CELLS, tooManyCells, type CellValue, type Range } from "./cellValue";
import { readCurveModel } from "./curveShift";
import { deviationsFrom, spxOutlook } from "./expectedMove";
import { needed } from "./market";
import { readBookInMarket } from "./netGreeks";
import type { Table } from "./netTables";
import { payoffView, probabilityOfProfit, spotBreakEvens, vixBreakEvens } from "./payoff";
import { checkSpotShock, checkVixShock, profitAndLossOf, proposedVixShock } from "./profitAndLoss";
import { readNumber, showCell, type NumberLimits } from "./readNumber";
import { replayTable } from "./replay";
import type { ShockWindow } from "./revaluation";
import { readStressEvents } from "./stressEvents";

/**
 * Profit and loss after one shock. Where only the SPX shock is given, the VIX shock is proposed by the regression, and a
 * table shows it.
 */
export function profitTable(
  book: Range,
  market: Range,
  spotShock: CellValue,
  vixShock: CellValue,
  days: CellValue,
  curveModel: CellValue,
): Table {
  const inMarket = readBookInMarket(book, market);
  const spot = readNumber("spotShock", "spotShock", spotShock);
  checkSpotShock(spot);
  const profit = profitAndLossOf(inMarket.positions, inMarket.market, readWindow(days, curveModel));
  if (!isOmitted(vixShock)) {
    const vix = readNumber("vixShock", "vixShock", vixShock);
    checkVixShock(inMarket.market, vix);
    return [[profit(spot, vix)]];
  }
  const proposed = proposedVixShock(inMarket.market, spot);
  return [
    ["P&L $", `VIX shock pts (proposed by its beta to SPX)${asOfText(inMarket.market)}`],
    [profit(spot, proposed), proposed],
  ];
}

/** Profit and loss on a grid: a row for each SPX shock, a column for each VIX shock. */
export function stressGridTable(
  book: Range,
  market: Range,
  spotShocks: Range,
  vixShocks: Range,
  days: CellValue,
  curveModel: CellValue,
): Table {
  const inMarket = readBookInMarket(book, market);
  const spots = readList("spotShocks", spotShocks);
  const vixes = readList("vixShocks", vixShocks);
  spots.forEach(checkSpotShock);
  for (const vix of vixes) checkVixShock(inMarket.market, vix);
  const cells = (spots.length + 1) * (vixes.length + 1);
  if (cells > MAXIMUM_CELLS) throw new InputError("spotShocks", tooManyCells(cells));
  const profit = profitAndLossOf(inMarket.positions, inMarket.market, readWindow(days, curveModel));
  return [
    [`P&L $ (rows: SPX shock, columns: VIX pts)${asOfText(inMarket.market)}`, ...vixes],
    ...spots.map((spot) => [spot, ...vixes.map((vix) => profit(spot, vix))]),
  ];
}

/** The past events, or those that are named. */
export function replayEventsTable(book: Range, market: Range, event: CellValue): Table {
  return replayTable(readBookInMarket(book, market), readStressEvents(event));
}

/** Profit and loss by the level of SPX, at the first SPX expiry or after some days. */
export function payoffTable(book: Range, market: Range, spots: Range, days: CellValue): Table {
  const inMarket = readBookInMarket(book, market);
  const { payoff, days: lookedAt } = payoffView(inMarket, readDays(days));
  return [
    ["SPX", `P&L $ after ${Number(lookedAt.toFixed(2))} days${asOfText(inMarket.market)}`],
    ...readList("spots", spots, { min: 0.01, max: 1e6 }).map((spot) => [spot, payoff(spot)]),
  ];
}

/** Every level at which the profit and loss is zero: of SPX at the first SPX expiry, or of VIX now. */
export function breakEvenTable(book: Range, market: Range, axis: CellValue, days: CellValue): Table {
  const inMarket = readBookInMarket(book, market);
  const given = readDays(days);
  if (readAxis(axis) === "vix") {
    const vix = needed(inMarket.market, "VIX");
    const shifts = vixBreakEvens(inMarket, given ?? 0);
    return [
      ["VIX shift pts", `VIX pts${asOfText(inMarket.market)}`],
      ...orNone(shifts.map((shift) => [shift, vix + shift])),
    ];
  }
  const view = payoffView(inMarket, given);
  const levels = spotBreakEvens(inMarket, view);
  const outlook = view.days > 0 ? spxOutlook(inMarket.market, view.days) : undefined;
  return [
    ["SPX break-even", `Standard deviations from the forward${asOfText(inMarket.market)}`],
    ...orNone(levels.map((level) => [level, outlook === undefined ? "" : deviationsFrom(outlook, level)])),
  ];
}

/** Probability of profit at the first SPX expiry. */
export function profitProbability(book: Range, market: Range): number {
  const inMarket = readBookInMarket(book, market);
  return probabilityOfProfit(inMarket, payoffView(inMarket));
}

function orNone(rows: Table): Table {
  return rows.length === 0 ? [["none in range", ""]] : rows;
}

function isOmitted(value: CellValue): boolean {
  return value === null || value === undefined || value === "";
}

function readWindow(days: CellValue, curveModel: CellValue): ShockWindow {
  return { days: readDays(days) ?? 0, model: readCurveModel(curveModel) };
}

function readDays(days: CellValue): number | undefined {
  return isOmitted(days) ? undefined : readNumber("days", "days", days, { min: 0, max: 3660 });
}

function readAxis(axis: CellValue): "spot" | "vix" {
  const name = typeof axis === "string" ? axis.trim().toLowerCase() : axis;
  if (isBlankOrZero(axis) || name === "spot") return "spot";
  if (name === "vix") return "vix";
  throw new InputError("axis", `axis ${showCell(axis)} is not known: use spot or vix`);
}

/** The numbers of a row, a column or a block, row by row; blank cells are passed over. */
function readList(argument: string, range: Range, limits?: NumberLimits): number[] {
  // Where 0 cannot be meant, it is what desktop Excel sends for a blank cell.
  const isGap = (limits?.min ?? 0) > 0 ? isBlankOrZero : isOmitted;
  const cells = range.flat().filter((value) => !isGap(value));
  if (cells.length === 0) throw new InputError(argument, `${argument} is empty: give numbers`);
  return cells.map((value) => readNumber(argument, argument, value, limits));
}
