import { condorBookTable, condorStrikesTable } from "../../src/alvh/condorTables";
import { readMarket } from "../../src/alvh/market";
import { netGreeksTable } from "../../src/alvh/netTables";
import { readSettings, Settings } from "../../src/alvh/settings";
import type { CellValue } from "../../src/alvh/cellValue";
import { goldenTable } from "../data/readTable";
import { workedMarket } from "./workedCase";

const golden = new Map(goldenTable("condor-case.csv").map(({ figure, value }) => [figure, Number(value)]));
const market = readMarket(workedMarket);
const settings = (...rows: CellValue[][]): Settings => Settings.initial().with(readSettings(rows));

describe("a condor as a book", () => {
  test("has four legs in the layer IC with the listed expiry", () => {
    const table = condorBookTable(market, { dte: 42 }, 10, settings());
    expect(table[0]).toEqual(["Layer", "Underlying", "Kind", "Qty", "Strike", "Expiry", "Vol"]);
    expect(table.slice(1).map((row) => row.slice(0, 6))).toEqual([
      ["IC", "SPXW", "put", 10, 4025, "2022-03-18"],
      ["IC", "SPXW", "put", -10, 4095, "2022-03-18"],
      ["IC", "SPXW", "call", -10, 4735, "2022-03-18"],
      ["IC", "SPXW", "call", 10, 4805, "2022-03-18"],
    ]);
  });

  test("is valued like any book: its value is the credit of an independent calculation", () => {
    const table = condorBookTable(market, { dte: 42 }, 10, settings());
    const [, row] = netGreeksTable(table, workedMarket, "layer");
    expect(row?.slice(0, 2)).toEqual(["IC", "SPX"]);
    expect(row?.[2]).toBeCloseTo(-1000 * golden.get("credit by rules")!, 8);
  });

  test("has days where no expiration is listed", () => {
    const table = condorBookTable(market, { dte: 43 }, 1, settings());
    expect(table[0]?.[5]).toBe("DTE");
    expect(table[1]?.[5]).toBe(43);
  });
});

describe("the strikes of a condor", () => {
  const table = condorStrikesTable(market, { dte: 42 }, settings());
  const row = (name: string): (string | number)[] => table.find(([first]) => first === name) ?? [];

  test("come with delta, vol, price and distance, long put first", () => {
    expect(new Set(table.map((cells) => cells.length))).toEqual(new Set([10]));
    expect(table.slice(1).map(([name]) => name)).toEqual([
      "long put", "short put", "short call", "long call", "credit", "break-even down", "break-even up", "forward",
    ]); // prettier-ignore
    expect(row("short put")[2]).toBe(4095);
    // Near -.16 and .16, as far as strikes by 5 allow.
    expect(row("short put")[5]).toBeCloseTo(-0.16, 2);
    expect(row("short call")[5]).toBeCloseTo(0.16, 2);
    expect(row("credit")[7]).toBeCloseTo(golden.get("credit by rules")!, 10);
    expect(row("forward")[2]).toBeCloseTo(golden.get("forward")!, 9);
  });

  test("B16 break-evens inside 1.5 standard deviations fail, by side", () => {
    const credit = golden.get("credit by rules")!;
    const [forward, deviation] = [golden.get("forward")!, golden.get("deviation")!];
    expect(row("break-even down")[2]).toBeCloseTo(4095 - credit, 9);
    expect(row("break-even down")[8]).toBeCloseTo((4095 - credit - forward) / deviation, 10);
    expect(row("break-even down")[9]).toBe("FAIL: down");
    expect(row("break-even up")[8]).toBeCloseTo((4735 + credit - forward) / deviation, 10);
    expect(row("break-even up")[9]).toBe("FAIL: up");
  });

  test("B16 shorts 1.5 standard deviations out bring break-evens that pass", () => {
    const far = condorStrikesTable(market, { dte: 42 }, settings(["Condor.StrikesBy", "deviations"]));
    expect(far.slice(6, 8).map((cells) => cells[9])).toEqual(["PASS", "PASS"]);
  });

  test("B15 say why their wings are wider, and that their vols are modelled", () => {
    expect(row("long put")[9]).toBe("wings 20 wider: VIX 23.22 is above 16");
    expect(row("short put")[9]).toBe("vol modelled from VIX and the skew");
    const given = condorStrikesTable(
      readMarket([...workedMarket, ["SPXVol", 0.204]]),
      { dte: 42 },
      settings(),
    );
    expect(given[2]?.[9]).toBe("vol by SPXVol and the skew");
  });

  test("say where no expiration is listed", () => {
    const unlisted = condorStrikesTable(market, { dte: 43 }, settings());
    expect(unlisted.at(-1)?.[9]).toMatch(/; no listed expiration after so many days$/);
    expect(unlisted[1]?.slice(3, 5)).toEqual(["", 43]);
  });
});
