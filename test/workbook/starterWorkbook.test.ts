import { starterWorkbook } from "../../src/workbook/starterWorkbook";

const cells = new Map(
  starterWorkbook.sheets.flatMap((sheet) =>
    sheet.cells.map((cell) => [`${sheet.name}!${cell.at}`, cell] as const),
  ),
);

/** The values under a defined name, row by row: what a function would receive. */
function valuesOf(name: string): (string | number | undefined)[][] {
  const refersTo = starterWorkbook.names.find((defined) => defined.name === name)?.refersTo ?? "";
  const match = /^(\w+)!\$([A-Z])\$(\d+):\$([A-Z])\$(\d+)$/.exec(refersTo);
  if (match === null) throw new Error(`${name} refers to ${refersTo}`);
  const [, sheet = "", left = "", top = "", right = "", bottom = ""] = match;
  const rows = [];
  for (let row = Number(top); row <= Number(bottom); row++) {
    const values = [];
    for (let column = left.charCodeAt(0); column <= right.charCodeAt(0); column++) {
      values.push(cells.get(`${sheet}!${String.fromCharCode(column)}${row}`)?.value);
    }
    rows.push(values);
  }
  return rows;
}

/** The rows of a range before its first blank one. */
function filled(rows: (string | number | undefined)[][]): (string | number | undefined)[][] {
  const blank = rows.findIndex((row) => row.every((value) => value === undefined));
  return blank < 0 ? rows : rows.slice(0, blank);
}

/** Excel's serial of a date: days since 1899-12-30, which is exact from 1900-03-01 on. */
function serial(isoDate: string): number {
  return (Date.parse(`${isoDate}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

describe("the starter workbook", () => {
  // S&P 500, VIX and VVIX closes of 2022-02-04; VX settlements of that day as published by CFE.
  it("shows the market of 4 February 2022, 16:15 New York", () => {
    expect(filled(valuesOf("Market"))).toEqual([
      ["AsOf", serial("2022-02-04") + 16.25 / 24],
      ["SPX", 4500.53],
      ["VIX", 23.22],
      ["VVIX", 124.89],
      ["Rate", 0.003],
      ["Yield", 0.0294],
      [serial("2022-02-16"), 24.2613],
      [serial("2022-03-15"), 25.1484],
      [serial("2022-04-20"), 25.7037],
      [serial("2022-05-18"), 25.9505],
      [serial("2022-06-15"), 26.0004],
      [serial("2022-07-20"), 26.4004],
      [serial("2022-08-17"), 26.2975],
      [serial("2022-09-21"), 26.55],
    ]);
  });

  // Quotes of the SPXW chain of 2022-02-04 for 2022-03-18.
  it("holds ten condors by their quotes and a 4/4/2 hedge by assumed vols", () => {
    const none = undefined;
    expect(filled(valuesOf("Book"))).toEqual([
      ["Layer", "Underlying", "Kind", "Qty", "Strike", "Expiry", "Vol", "Bid", "Ask"],
      ["IC", "SPXW", "put", 10, 4050, serial("2022-03-18"), none, 32.8, 33.3],
      ["IC", "SPXW", "put", -10, 4100, serial("2022-03-18"), none, 38.1, 38.7],
      ["IC", "SPXW", "call", -10, 4725, serial("2022-03-18"), none, 21.3, 21.8],
      ["IC", "SPXW", "call", 10, 4775, serial("2022-03-18"), none, 12.7, 13.2],
      ["short", "VIX", "call", 4, 30, serial("2022-02-16"), 1.255, none, none],
      ["medium", "VIX", "call", 4, 30, serial("2022-03-15"), 1.157, none, none],
      ["long", "VIX", "call", 2, 30, serial("2022-05-18"), 0.956, none, none],
    ]);
  });

  it.each(["Market", "Book"])("leaves at least twenty free rows in %s for what is typed below", (name) => {
    const rows = valuesOf(name);
    const free = rows.slice(filled(rows).length);
    expect(free.length).toBeGreaterThanOrEqual(20);
    expect(free.flat().every((value) => value === undefined)).toBe(true);
  });

  it("says where every figure of the market and every leg comes from", () => {
    for (let row = 5; row <= 18; row++) expect(cells.get(`Market!D${row}`)?.value).toBeTruthy();
    for (let row = 5; row <= 11; row++) expect(cells.get(`Book!J${row}`)?.value).toBeTruthy();
  });

  it("F13 says once, where results are shown, that they are no advice", () => {
    const said = [...cells].filter(([, { value }]) => /not advice/.test(String(value)));
    expect(said.map(([at, { value }]) => [at.split("!")[0], value])).toEqual([
      ["Plan", "Computed figures, not advice."],
    ]);
  });

  it("has each cell once, and a sheet to open on", () => {
    const all = starterWorkbook.sheets.flatMap((sheet) => sheet.cells);
    expect(cells.size).toBe(all.length);
    expect(starterWorkbook.sheets.map(({ name }) => name)).toContain(starterWorkbook.opensOn);
  });

  // Held: a header, up to eight layers, a total. To buy: a header, up to four layers, a total.
  it.each([
    ["=ALVH.NETGREEKS", 10],
    ["=ALVH.LAYER", 10],
    ["=CHOOSECOLS(ALVH.LAYER", 6],
  ])("leaves free what %s spills into, %d rows", (start, rows) => {
    const plan = starterWorkbook.sheets.find(({ name }) => name === "Plan")?.cells ?? [];
    const rowOf = ({ at }: { at: string }) => Number(at.replace(/\D/g, ""));
    const top = rowOf(plan.find(({ formula }) => formula?.startsWith(start)) ?? { at: "A0" });
    expect(top).toBeGreaterThan(0);
    expect(plan.filter((cell) => rowOf(cell) > top && rowOf(cell) < top + rows)).toEqual([]);
  });
});
