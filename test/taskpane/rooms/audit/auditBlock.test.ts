import { auditBlock, type AuditBlockInput } from "../../../../src/taskpane/rooms/audit/auditBlock";

const input: AuditBlockInput = {
  history: undefined,
  preset: "VXTH",
  base: "risk capital",
  band: [1.2, 2.1],
  changed: { "B24.NAV": 1_000_000 },
  settingsName: "AuditSettings",
  years: 17,
  spilled: { audit: 41, backtest: 13 },
};
const block = auditBlock(input);
const at = (address: string, cells = block.cells) => cells.find((cell) => cell.at === address);
const rowOf = (text: string, cells = block.cells) =>
  Number(cells.find(({ formula }) => formula?.includes(text))?.at.slice(1));

test("COSTAUDIT and BACKTEST read preset and settings from their cells; without a range the built-in history", () => {
  expect(at(`A${rowOf("COSTAUDIT(")}`)?.formula).toBe("=ALVH.COSTAUDIT(, B4, AuditSettings)");
  expect(at(`A${rowOf("BACKTEST(")}`)?.formula).toBe("=ALVH.BACKTEST(, B4, AuditSettings)");
  expect(["B4", "B5", "B6", "B7"].map((address) => at(address)?.value)).toEqual([
    "VXTH",
    "risk capital",
    1.2,
    2.1,
  ]);
  expect(at("A11")?.value).toBe("B24.NAV");
  expect(block.names?.[0]?.refersTo).toMatch(/^A10:B/);
  const ranged = auditBlock({ ...input, history: "Past[#All]" }).cells;
  expect(at(`A${rowOf("COSTAUDIT(", ranged)}`, ranged)?.formula).toBe(
    "=ALVH.COSTAUDIT(Past[#All], B4, AuditSettings)",
  );
});

test("the years follow the base in its cell, and the chart has a row for each with the band as lines", () => {
  const [years, audit] = [rowOf("CHOOSECOLS("), rowOf("COSTAUDIT(")];
  expect(at(`A${years}`)?.formula).toContain(`XMATCH("Cost % of "&B5, A${audit}:K${audit})`);
  expect(block.charts?.[0]).toMatchObject({
    kind: "column",
    data: `A${years - 1}:D${years + 16}`,
    seriesBy: "Columns",
    lines: 2,
  });
});

test("nothing stands in the way of a spill", () => {
  const free = (top: number, count: number, columns: RegExp) =>
    block.cells
      .map(({ at: place }) => place)
      .filter((place) => columns.test(place))
      .filter((place) => {
        const row = Number(/\d+$/.exec(place)?.[0]);
        return row > top && row < top + count;
      });
  expect(free(rowOf("CHOOSECOLS("), 17, /^[A-D]\d/)).toEqual([]);
  expect(free(rowOf("COSTAUDIT("), 41, /./)).toEqual([]);
  expect(free(rowOf("BACKTEST("), 100, /./)).toEqual([]);
});
