import { readBookRows, type BookColumn, type BookRow } from "../alvh/bookColumns";
import { contractTerms, SHORT_TERM_INDEX_DAYS } from "../alvh/contracts";
import type { CellValue } from "../alvh/cellValue";
import { atClose } from "../alvh/dates";
import { expiryInstant } from "../alvh/expirations";
import { readMarket, type Market, type MarketNumber } from "../alvh/market";
import { readNameValueTable } from "../alvh/nameValueTable";
import { netGreeks, readBookInMarket, readGrouping, spotVixBeta } from "../alvh/netGreeks";
import type { BookInMarket, Grouping, NetRow } from "../alvh/netGreeks";
import { netGreeksTable } from "../alvh/netTables";
import { payoffView } from "../alvh/payoff";
import type { Position } from "../alvh/position";
import { entryValue, revaluationOf } from "../alvh/revaluation";
import { DEFAULT_CURVE_MODEL } from "../alvh/curveShift";
import { vxCurve } from "../alvh/vxCurve";
import { blackScholesPrice } from "../core/black";
import { InputError, NoSolutionError } from "../core/errors";
import { DAYS_PER_YEAR } from "../core/units";
import { areaOf, cellAddress, columnLetters } from "./cellAddress";
import { closedForm, type OptionTerms } from "./closedForms";
import { storedFormula } from "./formulaText";
import type { FrozenCell } from "./frozenCells";
import { registerSheet } from "./madeSheet";
import { freePath } from "./relationships";
import type { OfficePackage } from "./officePackage";
import type { Call } from "./formulaCall";
import { rangeKey, type FileRange, type WorkbookRanges } from "./workbookRanges";
import type { SheetPart } from "./workbookParts";
import { xmlText } from "./xmlText";

/** The sheet of a native copy that holds each leg's own formulas, which the figures of a book add up. */
export const NATIVE_SHEET = "ALVH native legs";

/** A figure of a book that native formulas give. */
type Figure = "value" | "delta" | "gamma" | "vega" | "theta" | "rollDown" | "vix01";

/** Figures that functions give by their stored names, and whether they add up across underlyings. */
const FUNCTIONS: Readonly<Record<string, { figure: Figure; addsUp: boolean }>> = {
  NETVALUE: { figure: "value", addsUp: true },
  NETTHETA: { figure: "theta", addsUp: true },
  NETVIX: { figure: "vix01", addsUp: true },
  NETDELTA: { figure: "delta", addsUp: false },
  NETGAMMA: { figure: "gamma", addsUp: false },
  NETVEGA: { figure: "vega", addsUp: false },
};

/** Books as native formulas: a block of legs for each pair of book and market that the workbook's formulas read. */
export class NativeBooks {
  private readonly blocks = new Map<string, Block | undefined>();
  private readonly sheetName: string;
  private rows = 0;

  constructor(
    private readonly ranges: WorkbookRanges,
    sheets: readonly SheetPart[],
    private readonly useLet: boolean,
  ) {
    const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
    let name = NATIVE_SHEET;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${NATIVE_SHEET} ${number}`;
    this.sheetName = name;
  }

  /** The formula of a call that gives one figure; undefined where it has no native form. */
  scalarFor(call: Call, sheet: SheetPart): string | undefined {
    const wanted = FUNCTIONS[call.name];
    const [, , groupBy = "", at = ""] = call.arguments;
    if (wanted === undefined || !isOmitted(groupBy) || (at !== "" && !/^"mid"$/i.test(at))) return undefined;
    const block = this.blockFor(call, sheet);
    if (block === undefined) return undefined;
    const underlyings = new Set(block.inMarket.positions.map(({ leg }) => leg.terms.underlying));
    if (!wanted.addsUp && underlyings.size !== 1) return undefined;
    return this.sum(block, block.inMarket.positions, wanted.figure);
  }

  /** The formulas of a call that fills a table, undefined where a cell keeps its value; undefined: no native form. */
  tableFor(call: Call, cell: FrozenCell, sheet: SheetPart): (string | undefined)[][] | undefined {
    const area = cell.range === undefined ? undefined : areaOf(cell.range);
    if (area === undefined) return undefined;
    const table = this.shapeFor(call, sheet);
    const fits =
      table?.length === area.bottom - area.top + 1 &&
      table.every((row) => row.length === area.right - area.left + 1);
    return fits ? table : undefined;
  }

  addSheets(file: OfficePackage): void {
    const blocks = [...this.blocks.values()].filter((block) => block !== undefined);
    if (blocks.length === 0) return;
    const path = freePath(file, "xl/worksheets/sheet", ".xml");
    const rows = [
      textRow(1, [NATIVE_SHEET]),
      textRow(2, [
        "Each leg of the book as plain Excel formulas, which the native figures add up. A blue cell of the book or the market moves them.",
      ]),
      textRow(3, [
        "Fixed when the copy was made: vols implied from prices or modelled, the legs in the book, and the futures between which a VIX leg lies.",
      ]),
      ...blocks.flatMap(({ xml }) => xml),
    ];
    file.write(
      path,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="1" max="1" width="44" customWidth="1"/><col min="2" max="20" width="13" customWidth="1"/></cols><sheetData>${rows.join("")}</sheetData></worksheet>`,
    );
    registerSheet(file, this.sheetName, path);
  }

  private shapeFor(call: Call, sheet: SheetPart): (string | undefined)[][] | undefined {
    if (call.name === "PAYOFF") return this.payoffFor(call, sheet);
    const [, , groupBy = "", at = ""] = call.arguments;
    const grouping = groupingOf(groupBy);
    const wanted = FUNCTIONS[call.name];
    if (grouping === undefined || at !== "" || (wanted === undefined && call.name !== "NETGREEKS"))
      return undefined;
    const block = this.blockFor(call, sheet);
    if (block === undefined) return undefined;
    const rows = netGreeks(block.inMarket, grouping);
    if (wanted === undefined) return this.greeksTable(block, rows, grouping);
    if (!wanted.addsUp) return this.underlyingTable(block, rows, grouping, wanted.figure);
    if (grouping === "none") return undefined;
    const groups = [...new Set(rows.map(({ group }) => group.toLowerCase()))];
    return [
      [undefined, undefined],
      ...groups.map((group) => [
        undefined,
        this.sum(
          block,
          rows.filter((row) => row.group.toLowerCase() === group).flatMap(({ positions }) => positions),
          wanted.figure,
        ),
      ]),
      [undefined, this.sum(block, block.inMarket.positions, wanted.figure)],
    ];
  }

  private underlyingTable(
    block: Block,
    rows: readonly NetRow[],
    grouping: Grouping,
    figure: Figure,
  ): (string | undefined)[][] {
    const lead = grouping !== "none" && grouping !== "underlying" ? 2 : 1;
    const columns = figure === "delta" ? 2 : 1;
    return [
      blanks(lead + columns),
      ...rows.map((row) => [
        ...blanks(lead),
        this.sum(block, row.positions, figure),
        ...(figure === "delta" ? [this.spxDelta(block, row)] : []),
      ]),
    ];
  }

  private greeksTable(block: Block, rows: readonly NetRow[], grouping: Grouping): (string | undefined)[][] {
    const lead = grouping !== "none" && grouping !== "underlying" ? 2 : 1;
    const figures: readonly Figure[] = ["value", "delta", "gamma", "vega", "theta", "rollDown", "vix01"];
    const { positions } = block.inMarket;
    const spxDeltas = rows.map((row) => this.spxDelta(block, row));
    const width = netGreeksTable(block.bookValues, block.marketValues, grouping)[0]?.length ?? 0;
    const total = [
      ...blanks(lead),
      this.sum(block, positions, "value"),
      ...blanks(3),
      this.sum(block, positions, "theta"),
      this.sum(block, positions, "rollDown"),
      this.sum(block, positions, "vix01"),
      spxDeltas.includes(undefined) ? undefined : spxDeltas.join("+"),
      undefined,
    ];
    return [
      blanks(width),
      ...rows.map((row, index) => [
        ...blanks(lead),
        ...figures.map((figure) => this.sum(block, row.positions, figure)),
        spxDeltas[index],
        undefined,
      ]),
      total,
    ];
  }

  /** SPX delta, and VIX01 turned into SPX points by the beta of VIX to SPX. */
  private spxDelta(block: Block, row: NetRow): string | undefined {
    const spx = block.marketCell("SPX");
    if (spx === undefined) return undefined;
    const beta = block.marketCell("SpotVixBeta") ?? `(0-${Math.abs(spotVixBeta(block.inMarket.market))})`;
    const fromVix = `(${this.sum(block, row.positions, "vix01")})*${beta}/(0.01*${spx})`;
    return row.underlying === "SPX" ? `(${this.sum(block, row.positions, "delta")})+${fromVix}` : fromVix;
  }

  /**
   * At the first SPX expiry, where every SPX leg has ended and VIX is held, only intrinsic values move with SPX: the rest is
   * fixed when the copy is made. With legs that live on, or VIX that follows SPX, there is no plain formula.
   */
  private payoffFor(call: Call, sheet: SheetPart): (string | undefined)[][] | undefined {
    const [, , spots = "", days = ""] = call.arguments;
    const range = this.ranges.resolve(spots, sheet);
    const block = this.blockFor(call, sheet);
    if (range === undefined || block === undefined || days !== "") return undefined;
    const { positions, market } = block.inMarket;
    const view = payoffView(block.inMarket);
    const spx = positions.filter(({ leg }) => leg.terms.underlying === "SPX");
    if (market.numbers.has("SpotVixBeta") || spx.some(({ dte }) => (dte ?? 0) > view.days)) return undefined;
    const window = { days: view.days, model: DEFAULT_CURVE_MODEL };
    const now = { days: 0, model: DEFAULT_CURVE_MODEL };
    const level = market.numbers.get("SPX") ?? 0;
    const others = positions
      .filter((position) => !spx.includes(position))
      .reduce(
        (sum, one) =>
          sum +
          revaluationOf(one, market, window)(level, 0) -
          (entryValue(one) ?? revaluationOf(one, market, now)(level, 0)),
        0,
      );
    const own = (column: string, position: Position) => block.legCell(column, position);
    const start = spx.map((one) =>
      one.leg.entry === undefined
        ? `${own("D", one)}*${own("E", one)}*${own("L", one)}`
        : `${own("D", one)}*${own("E", one)}*${block.bookCell(one, "Entry", one.leg.entry)}+${one.leg.fees}`,
    );
    const { top, left, bottom, right } = range.area;
    const cells: string[] = [];
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const value = this.ranges.values({
          sheet: range.sheet,
          area: { top: row, left: column, bottom: row, right: column },
        });
        if (typeof value[0]?.[0] === "number")
          cells.push(`${quoted(range.sheet.name)}!${absoluteCell(row, column)}`);
      }
    }
    return [
      blanks(2),
      ...cells.map((cell) => {
        const intrinsic = spx.map(
          (one) => `${own("D", one)}*${own("E", one)}*MAX(${own("C", one)}*(${cell}-${own("G", one)}),0)`,
        );
        return [cell, `${intrinsic.join("+")}-(${start.join("+")})+(${others})`];
      }),
    ];
  }

  private sum(block: Block, positions: readonly Position[], figure: Figure): string {
    const column = COLUMN_OF[figure];
    const rows = positions.map((position) => block.rowOf(position)).sort((a, b) => a - b);
    const runs: [number, number][] = [];
    for (const row of rows) {
      const last = runs.at(-1);
      if (last !== undefined && last[1] === row - 1) last[1] = row;
      else runs.push([row, row]);
    }
    const sheet = quoted(this.sheetName);
    return `SUM(${runs.map(([from, to]) => `${sheet}!$${column}$${from}:$${column}$${to}`).join(",")})`;
  }

  private blockFor(call: Call, sheet: SheetPart): Block | undefined {
    const [book, market] = [call.arguments[0], call.arguments[1]].map((text) =>
      text === undefined ? undefined : this.ranges.resolve(text, sheet),
    );
    if (book === undefined || market === undefined) return undefined;
    const key = `${rangeKey(book)}|${rangeKey(market)}`;
    if (this.blocks.has(key)) return this.blocks.get(key);
    const block = this.makeBlock(book, market);
    this.blocks.set(key, block);
    return block;
  }

  private makeBlock(book: FileRange, market: FileRange): Block | undefined {
    try {
      const block = new Block(this.ranges, book, market, this.sheetName, this.rows + 5, this.useLet);
      this.rows += block.height;
      return block;
    } catch (error) {
      // A book or a market that the add-in cannot read shows its error; that value stays.
      if (error instanceof InputError || error instanceof NoSolutionError) return undefined;
      throw error;
    }
  }
}

const COLUMN_OF: Record<Figure, string> = {
  value: "N",
  delta: "O",
  gamma: "P",
  vega: "Q",
  theta: "R",
  rollDown: "S",
  vix01: "T",
};

const COLUMNS =
  "Leg,Underlying,Side,Qty,Multiplier,Spot or future,Strike,Days,Vol,Rate,Yield,Model price,Price used,Value $,Delta,Gamma,Vega,Theta $/day,Roll-down $/day,VIX01 $,Vol from".split(
    ",",
  );

/** The legs of one book in one market, on the sheet from some row on. */
class Block {
  readonly inMarket: BookInMarket;
  readonly bookValues: CellValue[][];
  readonly marketValues: CellValue[][];
  readonly xml: string[];
  private readonly market: Market;
  private readonly marketRows: ReadonlyMap<string, string>;
  private readonly bookColumns: ReadonlyMap<number, (column: BookColumn) => string | undefined>;
  private readonly rows: ReadonlyMap<number, BookRow>;
  private readonly rowByPosition = new Map<Position, number>();

  constructor(
    ranges: WorkbookRanges,
    book: FileRange,
    market: FileRange,
    private readonly sheetName: string,
    private readonly top: number,
    private readonly useLet: boolean,
  ) {
    this.bookValues = ranges.values(book);
    this.marketValues = ranges.values(market);
    this.inMarket = readBookInMarket(this.bookValues, this.marketValues);
    this.market = this.inMarket.market;
    this.marketRows = marketCells(market, this.marketValues, this.market);
    this.rows = new Map(readBookRows(this.bookValues).map((row) => [row.row, row]));
    this.bookColumns = bookCells(book, this.bookValues);
    const { positions } = this.inMarket;
    const asOf = this.market.asOf;
    this.xml = [
      textRow(top, [`Book ${where(book)}, market ${where(market)}`]),
      `<row r="${top + 1}">${textCell("As of", `A${top + 1}`)}${asOf === undefined ? "" : formulaCell(this.asOfForm(), asOf, `B${top + 1}`)}</row>`,
      textRow(top + 2, COLUMNS),
      ...positions.map((position, index) => {
        this.rowByPosition.set(position, top + 3 + index);
        return this.legRow(position, top + 3 + index);
      }),
    ];
  }

  get height(): number {
    return this.inMarket.positions.length + 4;
  }

  rowOf(position: Position): number {
    const row = this.rowByPosition.get(position);
    if (row === undefined) throw new Error("a position of another book");
    return row;
  }

  legCell(column: string, position: Position): string {
    return `${quoted(this.sheetName)}!$${column}$${this.rowOf(position)}`;
  }

  /** A number of the market as a reference; undefined where the market has none. */
  marketCell(name: MarketNumber): string | undefined {
    return this.marketRows.get(name);
  }

  /** A number of a leg: its cell in the book where that holds just this number, else the number. */
  bookCell({ leg }: Position, column: BookColumn, value: number): string {
    const reference = this.bookColumns.get(leg.row)?.(column);
    if (reference === undefined) return number(value);
    const held = this.heldAt(leg.row, column);
    if (held === value) return reference;
    return held === -value ? `(0-${reference})` : number(value);
  }

  private heldAt(row: number, column: BookColumn): CellValue {
    return this.rows.get(row)?.cell(column);
  }

  private asOfForm(): string {
    const reference = this.marketRows.get("AsOf");
    if (reference === undefined) return number(this.market.asOf ?? 0);
    return `IF(${reference}=INT(${reference}),${reference}+16/24,${reference})`;
  }

  private legRow(position: Position, row: number): string {
    const { leg, dte, vol } = position;
    const at = (column: string) => `$${column}$${row}`;
    const isOption = leg.kind === "call" || leg.kind === "put";
    const isSpx = leg.terms.underlying === "SPX";
    const side = leg.kind === "put" ? -1 : leg.kind === "call" ? 1 : 0;
    const rate = this.market.numbers.get("Rate") ?? 0;
    const spot = isSpx ? (this.market.numbers.get("SPX") ?? 0) : position.forward;
    const dividendYield = this.yieldOf(position);
    const model =
      isOption && dte !== undefined && vol !== undefined && leg.strike !== undefined
        ? blackScholesPrice(
            side === 1 ? 1 : -1,
            spot,
            leg.strike,
            dte / DAYS_PER_YEAR,
            vol,
            rate,
            dividendYield.value,
          )
        : undefined;
    const terms: OptionTerms = {
      side: at("C"),
      spot: at("F"),
      strike: at("G"),
      days: at("H"),
      vol: at("I"),
      rate: at("J"),
      dividendYield: at("K"),
    };
    const size = `${at("D")}*${at("E")}`;
    const form = (measure: "PRICE" | "DELTA" | "GAMMA" | "VEGA" | "THETA") =>
      closedForm(measure, terms, this.useLet);
    const beta = betaForm(at("H"));
    const vx = (days: string, value: number) => this.curveForm(days, value);
    const cells: (readonly [string, CellValue, (string | undefined)?] | undefined)[] = [
      ["A", `row ${leg.row}: ${leg.terms.symbol} ${leg.kind}`],
      ["B", leg.terms.underlying],
      ["C", side],
      ["D", leg.quantity, this.bookCell(position, "Qty", leg.quantity)],
      ["E", leg.multiplier, this.bookCell(position, "Multiplier", leg.multiplier)],
      ["F", spot, this.spotForm(position, at("H"))],
      leg.strike === undefined ? undefined : ["G", leg.strike, this.bookCell(position, "Strike", leg.strike)],
      dte === undefined ? undefined : ["H", dte, this.daysForm(position, dte)],
      vol === undefined
        ? undefined
        : ["I", vol, position.volSource === "given" ? this.bookCell(position, "Vol", vol) : undefined],
      isOption ? ["J", rate, this.marketRows.get("Rate")] : undefined,
      isOption ? ["K", dividendYield.value, dividendYield.form(at("J"), at("H"))] : undefined,
      model === undefined ? undefined : ["L", model, form("PRICE")],
      ["M", position.price, this.markForm(position) ?? (isOption ? at("L") : at("F"))],
      ["N", position.value, this.valueForm(position, size, at)],
      ["O", position.delta, isOption ? `${size}*${form("DELTA")}` : size],
      ["P", position.gamma, isOption ? `${size}*${form("GAMMA")}` : "0"],
      ["Q", position.vega, isOption ? `${size}*${form("VEGA")}` : "0"],
      ["R", position.theta, isOption ? `${size}*${form("THETA")}` : "0"],
      ["S", position.rollDown, this.rollDownForm(position, size, at, vx)],
      [
        "T",
        position.vix01,
        isSpx ? `${at("Q")}*MIN((30/${at("H")})^0.4,1.6)` : this.vix01Form(position, at, beta, vx),
      ],
      isOption ? ["U", volNote(position)] : undefined,
    ];
    const xml = cells.flatMap((cell) => {
      if (cell === undefined) return [];
      const [column, value, formula] = cell;
      const address = `${column}${row}`;
      if (typeof value === "string") return textCell(value, address);
      const isFixed = formula === undefined || /^[\d.]+$/.test(formula);
      return isFixed ? numberCell(value, address) : formulaCell(formula, value, address);
    });
    return `<row r="${row}">${xml.join("")}</row>`;
  }

  /** SPX itself, the curve at the leg's settlement, or a share's price. */
  private spotForm(position: Position, days: string): string | undefined {
    const { leg, dte } = position;
    if (leg.terms.underlying === "SPX") return this.marketRows.get("SPX");
    if (leg.kind === "share") {
      return this.markForm(position) ?? this.marketRows.get(leg.terms.symbol === "UVXY" ? "UVXY" : "VXX");
    }
    if (leg.kind === "future" && leg.mark !== undefined) return this.markForm(position);
    return dte === undefined ? undefined : this.curveForm(days, dte);
  }

  private markForm(position: Position): string | undefined {
    const { leg } = position;
    if (leg.mark === undefined) return undefined;
    const price = this.heldAt(leg.row, "Price");
    if (price === leg.mark) return this.bookCell(position, "Price", leg.mark);
    if (leg.bid === undefined || leg.ask === undefined) return number(leg.mark);
    return `(${this.bookCell(position, "Bid", leg.bid)}+${this.bookCell(position, "Ask", leg.ask)})/2`;
  }

  private valueForm(position: Position, size: string, at: (column: string) => string): string {
    const { leg } = position;
    if (leg.kind !== "future") return `${size}*${at("M")}`;
    return leg.entry === undefined
      ? "0"
      : `${size}*(${at("F")}-${this.bookCell(position, "Entry", leg.entry)})`;
  }

  private daysForm(position: Position, dte: number): string {
    const { expiry, row } = position.leg;
    if (expiry === undefined) return number(dte);
    if ("daysToExpiry" in expiry) return this.bookCell(position, "DTE", dte);
    const asOf = this.market.asOf ?? 0;
    const reference = this.bookColumns.get(row)?.("Expiry");
    const typed = this.heldAt(row, "Expiry");
    const instant = expiryInstant(expiry.date, expiry.settle);
    const end =
      reference !== undefined && typeof typed === "number"
        ? `${reference}+${number(instant - typed)}`
        : number(instant);
    // The add-in counts whole seconds.
    return asOf === 0 ? number(dte) : `ROUND((${end}-$B$${this.top + 1})*86400,0)/86400`;
  }

  private yieldOf({ leg, forward, dte }: Position): {
    value: number;
    form: (rate: string, days: string) => string | undefined;
  } {
    const rate = this.market.numbers.get("Rate") ?? 0;
    if (leg.terms.underlying !== "SPX") return { value: rate, form: (rateCell) => rateCell };
    const day = leg.expiry !== undefined && "date" in leg.expiry ? Math.floor(leg.expiry.date) : undefined;
    const given = this.marketRows.get(`Forward ${day ?? Math.floor((this.market.asOf ?? 0) + (dte ?? 0))}`);
    const spx = this.marketRows.get("SPX");
    if (given !== undefined && spx !== undefined) {
      const value =
        rate - Math.log(forward / (this.market.numbers.get("SPX") ?? 1)) / ((dte ?? 1) / DAYS_PER_YEAR);
      return { value, form: (rateCell, days) => `${rateCell}-LN(${given}/${spx})/(${days}/365)` };
    }
    return { value: this.market.numbers.get("Yield") ?? 0, form: () => this.marketRows.get("Yield") };
  }

  /** The VX curve at some days: a straight line between the two futures where they lie now. */
  private curveForm(days: string, daysNow: number): string {
    const asOf = `$B$${this.top + 1}`;
    let near = { days: "0", price: this.marketRows.get("VIX") };
    for (const future of this.market.futures) {
      const price = this.marketRows.get(`VX ${future.expiry}`);
      const futureDays = `(${number(future.expiry)}-${asOf})`;
      if ((future.days ?? 0) >= daysNow) {
        if (Math.abs((future.days ?? 0) - daysNow) < SAME_DAY && price !== undefined) return price;
        return `(${near.price}+(${days}-${near.days})/(${futureDays}-${near.days})*(${price}-${near.price}))`;
      }
      near = { days: futureDays, price };
    }
    return near.price ?? number(vxCurve(this.market, daysNow));
  }

  private rollDownForm(
    position: Position,
    size: string,
    at: (column: string) => string,
    vx: (days: string, value: number) => string,
  ): string {
    const { leg, dte } = position;
    if (leg.terms.underlying === "SPX") return "0";
    const isShare = leg.kind === "share";
    const days = isShare ? SHORT_TERM_INDEX_DAYS : (dte ?? 0);
    const daysCell = isShare ? number(days) : at("H");
    const before = days < 1 ? "0" : `(${daysCell}-1)`;
    const roll = `(${vx(before, Math.max(days - 1, 0))}-${vx(daysCell, days)})`;
    if (isShare) return `${this.perVxPoint(position, at, vx)}*${roll}`;
    return leg.kind === "future" ? `${size}*${roll}` : `${at("O")}*${roll}`;
  }

  private vix01Form(
    position: Position,
    at: (column: string) => string,
    beta: string,
    vx: (days: string, value: number) => string,
  ): string {
    if (position.leg.kind !== "share") return `${at("O")}*${beta}`;
    return `${this.perVxPoint(position, at, vx)}*${betaForm(number(SHORT_TERM_INDEX_DAYS))}`;
  }

  /** Dollars for one point of the 30-day future that a fund follows. */
  private perVxPoint(
    { leg }: Position,
    at: (column: string) => string,
    vx: (days: string, value: number) => string,
  ): string {
    const days = number(SHORT_TERM_INDEX_DAYS);
    const leverage = contractTerms(leg.terms.symbol).leverage ?? 1;
    return `${at("O")}*${at("M")}*${leverage}/${vx(days, SHORT_TERM_INDEX_DAYS)}`;
  }
}

/** Days that are the same but for rounding. */
const SAME_DAY = 1e-9;

/** The two-factor beta of a VX future to VIX. */
function betaForm(days: string): string {
  return `(0.55*EXP(-7.5*${days}/365)+0.18)`;
}

/** Where each number of a market stands: by its name, "AsOf", "VX <expiry>" and "Forward <day>". */
function marketCells({ sheet, area }: FileRange, values: CellValue[][], market: Market): Map<string, string> {
  const cells = new Map<string, string>();
  const asOfRow: CellValue[] = ["AsOf", market.asOf];
  for (const { row, name, value } of readNameValueTable("market", values)) {
    if (typeof value !== "number") continue;
    const reference = `${quoted(sheet.name)}!${absoluteCell(area.top + row - 1, area.left + 1)}`;
    // Reading a row alone tells what it is, by the reader's own rules.
    const ignore = { error: () => undefined, note: () => undefined };
    const bare = readMarket([[name, value]], ignore);
    if (bare.asOf !== undefined) {
      if (atClose(value) === market.asOf) cells.set("AsOf", reference);
      continue;
    }
    for (const number of bare.numbers.keys()) cells.set(number, reference);
    for (const day of bare.forwards.keys()) cells.set(`Forward ${day}`, reference);
    for (const { expiry } of readMarket([asOfRow, [name, value]], ignore).futures) {
      if (bare.numbers.size === 0) cells.set(`VX ${expiry}`, reference);
    }
  }
  return cells;
}

/** Where each column of a leg stands; the reader is asked with cells that hold their own place. */
function bookCells(
  { sheet, area }: FileRange,
  values: CellValue[][],
): Map<number, (column: BookColumn) => string | undefined> {
  const legs = readBookRows(values);
  const first = Math.min(...legs.map(({ row }) => row));
  const places = values.map((row, index) => (index + 1 < first ? row : row.map((_, column) => column + 1)));
  const probes = new Map(readBookRows(places).map((row) => [row.row, row]));
  return new Map(
    legs.map(({ row }) => [
      row,
      (column: BookColumn) => {
        const place = probes.get(row)?.cell(column);
        return typeof place === "number"
          ? `${quoted(sheet.name)}!${absoluteCell(area.top + row - 1, area.left + place - 1)}`
          : undefined;
      },
    ]),
  );
}

function groupingOf(text: string): Grouping | undefined {
  if (text === "") return "none";
  const word = /^"(.*)"$/.exec(text)?.[1];
  if (word === undefined) return undefined;
  try {
    return readGrouping(word) as Grouping;
  } catch (error) {
    // "carry" or "natural", which have no table here.
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function isOmitted(groupBy: string): boolean {
  return groupBy === "" || /^"(?:none|mid)"$/i.test(groupBy);
}

function volNote({ volSource }: Position): string {
  if (volSource === "given") return "book";
  return volSource === "implied" ? "implied from the price, fixed" : "modelled, fixed";
}

function blanks(count: number): undefined[] {
  return Array.from({ length: count }, () => undefined);
}

function where({ sheet, area }: FileRange): string {
  const from = cellAddress({ row: area.top, column: area.left });
  return `${sheet.name}!${from}:${cellAddress({ row: area.bottom, column: area.right })}`;
}

function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

function absoluteCell(row: number, column: number): string {
  return `$${columnLetters(column)}$${row + 1}`;
}

function number(value: number): string {
  return value < 0 ? `(0-${-value})` : String(value);
}

function textRow(row: number, texts: readonly string[]): string {
  const cells = texts.map((text, column) => textCell(text, cellAddress({ row: row - 1, column })));
  return `<row r="${row}">${cells.join("")}</row>`;
}

function textCell(text: string, address: string): string {
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

function numberCell(value: CellValue, address: string): string {
  return `<c r="${address}"><v>${Number(value)}</v></c>`;
}

function formulaCell(formula: string, value: CellValue, address: string): string {
  return `<c r="${address}"><f>${xmlText(storedFormula(formula))}</f><v>${Number(value)}</v></c>`;
}
