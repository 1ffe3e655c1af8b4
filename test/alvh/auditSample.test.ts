import { existsSync } from "node:fs";
import { auditSample } from "../../src/alvh/auditSample";
import { formatIsoDate } from "../../src/alvh/dates";
import { readTable } from "../data/readTable";

const SOURCE = "../shared/data/derived/monthly_vix_rolls_2006_2022.csv";

test("the built-in history has a row for each monthly VIX expiration from November 2006 to March 2022", () => {
  const rows = auditSample();
  expect(rows).toHaveLength(185);
  expect([formatIsoDate(rows[0]!.date), formatIsoDate(rows.at(-1)!.date)]).toEqual([
    "2006-11-15",
    "2022-03-15",
  ]);
});

// Published closes: cboe.com VIX history.
test("it holds the closes that everybody knows", () => {
  const on = (date: string) => auditSample().find((row) => formatIsoDate(row.date) === date);
  expect(on("2008-10-22")).toMatchObject({ spx: 896.78, vix: 69.65 });
  expect(on("2020-03-18")).toMatchObject({ vix: 76.45, vixOpen: 69.37 });
  expect(on("2017-05-17")?.futures.slice(2)).toEqual([undefined, undefined]);
});

(existsSync(SOURCE) ? test : test.skip)(
  "it is the table it was made from (skipped where that is not at hand)",
  () => {
    const number = (text: string | undefined): number | undefined => (text === "" ? undefined : Number(text));
    const source = readTable(SOURCE).map((row) => ({
      date: row["date"],
      spx: number(row["spx_close"]),
      vixOpen: number(row["vix_open"]),
      vix: number(row["vix_close"]),
      vvix: number(row["vvix_close"]),
      futures: ["vx1", "vx2", "vx3", "vx4"].map((name) => number(row[name])),
    }));
    const own = auditSample().map(({ date, spx, vixOpen, vix, vvix, futures }) => ({
      date: formatIsoDate(date),
      spx,
      vixOpen,
      vix,
      vvix,
      futures, // prettier-ignore
    }));
    expect(own).toEqual(source);
  },
);
