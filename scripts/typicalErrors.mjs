import { CellError } from "./cellError.mjs";

/**
 * What a function answers to the mistakes that are made with each of its arguments: found by making them, one at a time,
 * in its first example. Mistakes that it takes, and sentences that it has said already, are left out.
 * @param {import("./functionReference.mjs").FunctionReference} entry
 * @param {(values: unknown[]) => unknown} run
 * @param {unknown[]} good arguments of the example
 * @param {(name: string) => unknown[][]} namedRange a range of the starter workbook
 * @returns {{ argument: string, given: string, code: string, sentence: string }[]}
 */
export function typicalErrors(entry, run, good, namedRange) {
  const said = new Set();
  return entry.parameters.flatMap(({ name, isRange }, index) =>
    mistakesIn(name, namedRange).flatMap(([given, value]) => {
      const values = entry.parameters.map((parameter, at) => good[at] ?? needed(parameter, namedRange));
      values[index] = isRange && !Array.isArray(value) ? [[value]] : value;
      const error = errorOf(() => run(values));
      if (error === undefined || said.has(error.message)) return [];
      said.add(error.message);
      return { argument: name, given, code: error.code, sentence: error.message };
    }),
  );
}

/** Optional in LAYER and its like, but what else is said hangs on it. */
function needed({ name }, namedRange) {
  return name === "market" ? namedRange("Market") : null;
}

/** What a call throws; of a range of results the first error in it. */
function errorOf(call) {
  try {
    const result = call();
    return Array.isArray(result) ? result.flat().find((value) => value instanceof CellError) : undefined;
  } catch (error) {
    if (error instanceof CellError) return error;
    throw error;
  }
}

/** Typical mistakes by the name of the argument: how each is told, and the value. */
function mistakesIn(name, namedRange) {
  switch (name) {
    case "book":
      return bookMistakes(namedRange("Book"));
    case "candidate":
      return bookMistakes(namedRange("Book")).slice(0, 1);
    case "market":
      return marketMistakes(namedRange("Market"));
    case "settings":
      return [
        told([["B15.WingExtr", 20]], 'the row "B15.WingExtr", 20'),
        told([["B15.WingExtra", 200]], 'the row "B15.WingExtra", 200'),
      ];
    case "history":
      return [text("abc")];
    case "chain":
      return [told([["expd", "root"], ["2022-03-18", "SPXW"]], "columns expd and root alone")]; // prettier-ignore
    case "events":
      return [told([["FOMC", "soon"]], 'the row FOMC, "soon"')];
    case "condors":
      return [text("ten"), value(-10)];
    case "preset":
    case "name":
      return [text("443")];
    case "groupBy":
      return [text("color")];
    case "at":
      return [text("last")];
    case "axis":
      return [text("time")];
    case "event":
      return [text("2019")];
    case "curveModel":
    case "model":
      return [text("FLAT")];
    case "objective":
      return [text("best")];
    case "settle":
      return [text("noon")];
    case "kind":
      return [text("long")];
    case "date":
    case "asOf":
    case "expiry":
      return [text("4 Feb"), text("2022-02-30")];
    case "dates":
      return [told([["2022-01-04"], ["2021-01-04"]], "dates that do not rise"), text("soon")];
    case "vol":
      return [value(20), value(-0.2), text("20%")];
    case "rate":
    case "dividendYield":
    case "rates":
      return [value(5), text("5%")];
    case "spotShock":
    case "spotShocks":
      return [value(-5), text("-5%")];
    case "vix":
      return [value(0.2322), text("high")];
    case "price":
      return [value(-1), value(1000), text("1,5")];
    case "delta":
      return [value(30), text(".3x")];
    case "touch":
    case "headers":
    case "detail":
    case "weekly":
      return [text("maybe")];
    case "series":
    case "closes":
    case "advances":
    case "declines":
    case "index":
    case "indicator":
    case "capitalisation":
      return [told([[1], ["abc"]], '1 and below it "abc"'), value(-1)];
    default:
      return [value(-1), value(0.5), text("abc")];
  }
}

function bookMistakes(book) {
  const header = book[0];
  const column = (title) => header.indexOf(title);
  const replaced = (title, cell) =>
    book.map((row, at) => (at === 1 ? row.map((old, index) => (index === column(title) ? cell : old)) : row));
  return [
    told(book.map((row) => row.filter((_cell, index) => index !== column("Kind"))), "no column Kind"), // prettier-ignore
    told(replaced("Strike", "45OO"), 'Strike "45OO" in the first leg'),
    told(replaced("Underlying", "NDX"), 'Underlying "NDX" in the first leg'),
    told(replaced("Vol", 20), "Vol 20 in the first leg"),
    told(book.slice(0, 1), "a header without legs"),
  ];
}

function marketMistakes(market) {
  const without = (name) => market.filter(([row]) => row !== name);
  const withRow = (name, cell) => market.map((row) => (row[0] === name ? [name, cell] : row));
  return [
    told(withRow("VIX", 0.2322), "VIX 0.2322"),
    told(withRow("SPX", "4500 pts"), 'SPX "4500 pts"'),
    told(without("SPX"), "no row SPX"),
    told(market.filter(([row]) => typeof row !== "number"), "no VX futures"), // prettier-ignore
    told(without("AsOf"), "no row AsOf"),
  ];
}

function told(given, words) {
  return [words, given];
}

function value(number) {
  return [String(number), number];
}

function text(words) {
  return [`"${words}"`, words];
}
