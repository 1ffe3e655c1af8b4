import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatIsoDateTime } from "../../src/alvh/dates";
import { readOptionChain } from "../../src/alvh/optionChain";
import { quoteTableToChain } from "../../src/alvh/quoteTableToChain";
import { InputError } from "../../src/core/errors";
import { readTable } from "../data/readTable";

const SIDE = "Last Sale,Net,Bid,Ask,Volume,IV,Delta,Gamma,Open Interest";
const HEADER = `Expiration Date,Calls,${SIDE},Strike,Puts,${SIDE}`;
const BANNER = [
  "",
  "Standard & Poors 500 Index,Last: 4500.5298,Change:  23.0898",
  '"Date: February 5 2022, 8:09 PM EST",Bid: 4420.5,Ask: 4615.4302,Size: 1*1,Volume: 0',
];

// Lines of Cboe's file of 2022-02-04.
const FIRST =
  "Fri Mar 04 2022,SPXW220304C00800000,0,0,3678.5,3695.6,0,3.5608,0.9995,0,0,800.00,SPXW220304P00800000,0,0,0,0.05,0,1.6941,0,0,0";
const SECOND =
  "Fri Mar 04 2022,SPXW220304C05500000,0.05,0,0,0.1,0,0.2264,0.0003,0,16,5500.00,SPXW220304P05500000,0,0,1006.9,1014,0,0.02,-0.9992,0,0";

function fileOf(...lines: string[]): string {
  return `${lines.join("\n")}\n`;
}

test("a file becomes a chain range with every figure, and the banner beside it", () => {
  const { title, spot, downloadedAt, asOf, table } = quoteTableToChain(
    fileOf(...BANNER, HEADER, FIRST, SECOND),
  );
  expect([title, spot]).toEqual(["Standard & Poors 500 Index", 4500.5298]);
  expect(formatIsoDateTime(downloadedAt!)).toBe("2022-02-05 20:09");
  expect(formatIsoDateTime(asOf!)).toBe("2022-02-04 16:15");
  // The columns of the layout in which whole chains are kept.
  expect(table[0]!.join(",")).toBe(
    "expd,root,strike,cbid,cask,clast,civ,cdelta,cgamma,cvol,coi,pbid,pask,plast,piv,pdelta,pgamma,pvol,poi",
  );
  expect(table.slice(1)).toEqual([
    ["2022-03-04", "SPXW", 800, 3678.5, 3695.6, 0, 3.5608, 0.9995, 0, 0, 0, 0, 0.05, 0, 1.6941, 0, 0, 0, 0],
    [
      "2022-03-04",
      "SPXW",
      5500,
      0,
      0.1,
      0.05,
      0.2264,
      0.0003,
      0,
      0,
      16,
      1006.9,
      1014,
      0,
      0.02,
      -0.9992,
      0,
      0,
      0,
    ],
  ]);
});

test("line ends of Windows, a mark of byte order, blank lines and thousands do not matter", () => {
  const plain = quoteTableToChain(fileOf(...BANNER, HEADER, FIRST, SECOND));
  const windows = `\ufeff${[...BANNER, HEADER, "", FIRST, SECOND, "", ""].join("\r\n")}`;
  expect(quoteTableToChain(windows)).toEqual(plain);
  const thousands = fileOf(...BANNER, HEADER, FIRST.replace("3678.5", '"3,678.5"'), SECOND);
  expect(quoteTableToChain(thousands)).toEqual(plain);
});

test("a file of 2020: other banner, month first, Vol and Open Int", () => {
  // Lines of Cboe's file of 2020-03-22.
  const side = "Last Sale,Net,Bid,Ask,Vol,IV,Delta,Gamma,Open Int";
  const { table, spot } = quoteTableToChain(
    fileOf(
      "^SPX (Standard & Poors 500 Index),2304.92,-104.4701",
      "Mar 22 2020 @ 18:24 ET,Bid,2243.68,Ask,2677.6,Size,1x1,Vol,",
      `Expiration Date,Calls,${side},Strike,Puts,${side}`,
      "03/23/2020,SPXW200323C01500000,885.6,-64.8,793,806.7,1,0,0.9311,0.0002,1,1500.000,SPXW200323P01500000,0.05,-0.1,0,0.05,3,1.7288,-0.0003,0,623",
    ),
  );
  expect(spot).toBe(2304.92);
  expect(table[1]).toEqual([
    "2020-03-23", "SPXW", 1500, 793, 806.7, 885.6, 0, 0.9311, 0.0002, 1, 1, 0, 0.05, 0.05, 1.7288, -0.0003, 0, 3, 623,
  ]); // prettier-ignore
});

test("Cboe's untouched file of 2022-02-04 agrees with the strip that VIX is computed from", () => {
  const shared = join(__dirname, "../../../shared/data/source");
  const file = join(shared, "quotedata_raw_sample_2022-02-04.csv");
  if (!existsSync(file)) return console.info("skipped: the quote table of 2022-02-04 is not here");
  const { table } = quoteTableToChain(readFileSync(file, "utf8"));
  const strip = readTable(join(shared, "vix_calc_inputs_2022-02-04.csv")).filter(
    (row) => row["expd"] === "2022-03-04",
  );
  const [term, ...others] = readOptionChain(table);
  expect(others).toEqual([]);
  expect(
    term!.quotes.map((quote) => [quote.strike, quote.callBid, quote.callAsk, quote.putBid, quote.putAsk]),
  ).toEqual(strip.map((row) => ["strike", "cbid", "cask", "pbid", "pask"].map((name) => Number(row[name]))));
});

/** A line as Excel saves it again where the semicolon parts the columns. */
const semicolons = (line: string): string =>
  line.startsWith('"')
    ? line.replaceAll('"', "").replace(/,(?=Bid|Ask|Size|Volume)/g, ";")
    : line.replaceAll(",", ";");
const withCommas = (line: string): string => semicolons(line).replace(/(?<=\d)\.(?=\d)/g, ",");

test("a file that a German or French Excel saved again is the same file", () => {
  const plain = quoteTableToChain(fileOf(...BANNER, HEADER, FIRST, SECOND));
  const german = [...BANNER, HEADER, FIRST, SECOND].map(withCommas);
  expect(german[4]).toContain("3678,5;3695,6"); // as it is meant to be
  expect(quoteTableToChain(fileOf(...german))).toEqual(plain);
  const swiss = [...BANNER, HEADER, FIRST, SECOND].map(semicolons);
  expect(quoteTableToChain(fileOf(...swiss))).toEqual(plain);
  const iso = german.map((line) => line.replace("Fri Mar 04 2022", "2022-03-04"));
  expect(quoteTableToChain(fileOf(...iso))).toEqual(plain);
});

test.each([
  ["a date with dots", "04.03.2022"],
  ["a date with slashes, the day first or the month", "04/03/2022"],
])("in such a file %s is refused with what to write", (_what, date) => {
  const lines = [HEADER, FIRST.replace("Fri Mar 04 2022", date)].map(withCommas);
  expect(() => quoteTableToChain(fileOf(...lines.map((line) => line.replace(/^04,03,2022/, date))))).toThrow(
    `line 2, column 1: Expiration Date: "${date}" is not a date like "Fri Mar 04 2022" or "2022-03-04"`,
  );
});

test("in such a file a second sign beside the decimal one is refused, not taken for thousands", () => {
  const lines = [...BANNER, HEADER, FIRST].map(withCommas);
  const grouped = lines.map((line) => line.replace("3678,5", "3.678,5"));
  expect(() => quoteTableToChain(fileOf(...grouped))).toThrow('Bid of the call: "3.678,5" is not a number');
});

test.each<[string, string[], string]>([
  ["an empty file", ["", ""], "line 1, column 1: the file is empty"],
  ["another file", ["Date,Close", "2022-02-04,23.22"], "line 3, column 1: the file ends without a header"],
  ["a header without a column", [HEADER.replace(",Strike,Puts,Last Sale,Net,Bid", ",Strike,Puts,Last Sale,Net"), FIRST], "line 1, column 22: the header has no column Bid of the put"],
  ["a header alone", [...BANNER, HEADER], "line 5, column 1: the header is there, but no quote follows it"],
  ["a letter in a price", [...BANNER, HEADER, FIRST, SECOND.replace("1006.9", "1OO6.9")], 'line 6, column 16: Bid of the put: "1OO6.9" is not a number'],
  ["a negative price", [...BANNER, HEADER, FIRST.replace("3695.6", "-3695.6")], 'line 5, column 6: Ask of the call: "-3695.6" must not be negative'],
  ["infinity", [HEADER, FIRST.replace("3695.6", "1e999")], 'line 2, column 6: Ask of the call: "1e999" is not a number'],
  ["a bad date", [HEADER, FIRST.replace("Fri Mar 04 2022", "Fri Mar 34 2022")], 'line 2, column 1: Expiration Date: "Fri Mar 34 2022" is not a date'],
  ["no strike", [HEADER, FIRST.replace("800.00", "")], 'line 2, column 12: Strike: "" is not a strike: it must be positive'],
  ["a formula for a symbol", [HEADER, FIRST.replace("SPXW220304C00800000", "=1+1")], 'line 2, column 2: Calls: "=1+1" is not the symbol of an option'],
  ["a formula for a price", [HEADER, FIRST.replace("3678.5", "=1+1")], 'line 2, column 5: Bid of the call: "=1+1" is not a number'],
  ["a put of another root", [HEADER, FIRST.replace("SPXW220304P", "SPX220304P")], 'line 2, column 13: Puts: "SPX220304P00800000" is not the put beside SPXW220304C00800000'],
  ["columns without end", [HEADER + ",".repeat(100)], "line 1, column 101: a quote table has at most 100 columns, not 122"],
  ["lines without end", Array(100_001).fill(""), "line 100001, column 1: a quote table has at most 100000 lines"],
  ["a line cut short", [HEADER, FIRST, SECOND.split(",").slice(0, 14).join(",")], "line 3, column 15: the line ends after 14 of the header's 22 columns"],
  ["a line too long", [HEADER, `${FIRST},7`], `line 2, column 23: "7" stands beyond the header's 22 columns`],
  ["a strike twice", [HEADER, FIRST, SECOND, FIRST], "line 4, column 12: SPXW 2022-03-04 strike 800 stands on line 2 already"],
  ["an open quotation mark", [...BANNER, HEADER, FIRST.replace("3678.5", '"3678.5'), SECOND], "line 5, column 5: a quotation mark is opened and not closed on its line"],
  ["a stray quotation mark", [HEADER, FIRST, SECOND.replace("1006.9", '"1006"9')], "line 3, column 16: a quotation mark"],
])("%s is refused with line and column, and nothing is imported", (_name, lines, message) => {
  expect(() => quoteTableToChain(fileOf(...lines))).toThrow(InputError);
  expect(() => quoteTableToChain(fileOf(...lines))).toThrow(message);
}); // prettier-ignore
