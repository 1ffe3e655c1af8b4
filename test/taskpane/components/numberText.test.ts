import {
  parseNumber,
  shownDollars,
  shownNumber,
  typedNumber,
} from "../../../src/taskpane/components/numberText";
import type { NumberFormat } from "../../../src/workbook/numberFormat";

/** Separators as the ICU tables of the runtime give them: the source of every localised text below. */
function localeOf(tag: string): NumberFormat {
  const parts = new Intl.NumberFormat(tag).formatToParts(12345.6);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return { decimal: part("decimal"), group: part("group"), list: part("decimal") === "," ? ";" : "," };
}

const VALUES = [0, 7, -3.25, 0.05, -0.0125, 999, 1000, 4500.53, -123456.789, 1234567.8];

describe.each(["en-US", "de-DE", "fr-FR", "de-CH", "sv-SE"])("numbers in %s", (tag) => {
  const locale = localeOf(tag);
  const grouped = new Intl.NumberFormat(tag, { maximumFractionDigits: 4 });
  const plain = new Intl.NumberFormat(tag, { maximumFractionDigits: 4, useGrouping: false });

  it.each(VALUES)("reads %d as the locale writes it, grouped or not", (value) => {
    expect(parseNumber(grouped.format(value), locale)).toEqual({ value });
    expect(parseNumber(plain.format(value), locale)).toEqual({ value });
  });

  it.each(VALUES)("writes %d as the locale types it", (value) => {
    expect(typedNumber(value, locale)).toBe(plain.format(value).replace("\u2212", "-"));
  });

  it.each(VALUES)("shows %d grouped, with two decimals and a true minus", (value) => {
    const two = new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    expect(shownNumber(value, 2, locale)).toBe(two.format(value).replace("-", "\u2212"));
  });
});

describe("parseNumber", () => {
  const en = { decimal: ".", group: ",", list: "," };
  const de = { decimal: ",", group: ".", list: ";" };
  const fr = { decimal: ",", group: "\u202f", list: ";" };

  it("takes nothing typed for no value", () => {
    expect(parseNumber("  ", en)).toEqual({ value: undefined });
  });

  it.each([
    ["5%", en, 0.05],
    ["-2,5 %", de, -0.025],
    ["7%", en, 0.07], // 7 / 100 is 0.07000000000000001 in binary
    ["1e-3", en, 0.001],
    [".5", en, 0.5],
    ["+3", en, 3],
    ["\u22124", en, -4],
    ["1 234,5", fr, 1234.5], // with the space bar
    ["1\u00a0234,5", fr, 1234.5],
    ["1\u202f234\u202f567,5", de, 1234567.5], // pasted from a French page
    ["1\u2019234.5", en, 1234.5], // from a Swiss one
    ["1'234.5", en, 1234.5],
  ])("reads %s", (text, locale, value) => {
    expect(parseNumber(text, locale)).toEqual({ value });
  });

  it("takes a percent sign for the unit where the field counts in percent", () => {
    expect(parseNumber("-5%", en, "%")).toEqual({ value: -5 });
    expect(parseNumber("-5", en, "%")).toEqual({ value: -5 });
    expect(parseNumber("-5%", en, "points")).toEqual({ value: -0.05 });
  });

  it.each([
    ["1.5", de, "1234,5"], // German for fifteen or English for one and a half: asked back
    ["1,5", en, "1234.5"],
    ["12,34", en, "1234.5"],
    ["12 34", fr, "1234,5"], // two numbers rather than one
    ["0.25", fr, "1234,5"],
    ["04.02.2022", de, "1234,5"],
    ["4500.53.1", en, "1234.5"],
    ["abc", en, "1234.5"],
    ["-", en, "1234.5"],
    ["%", en, "1234.5"],
    [".", en, "1234.5"],
    ["NaN", en, "1234.5"],
    ["Infinity", en, "1234.5"],
  ])("asks back about %s, with an example", (text, locale, example) => {
    expect(parseNumber(text, locale)).toEqual({
      problem: `“${text}” is not a number: write it such as ${example}.`,
    });
  });

  it("refuses what no computer number can hold", () => {
    expect(parseNumber("1e999", en)).toEqual({ problem: "1e999 is too large a number." });
  });
});

describe("typedNumber", () => {
  it("hides what only binary arithmetic adds", () => {
    expect(typedNumber(0.1 + 0.2, { decimal: ",", group: ".", list: ";" })).toBe("0,3");
  });
});

describe("shownNumber", () => {
  it("shows no minus before what rounds to nothing", () => {
    expect(shownNumber(-0.001, 2, { decimal: ".", group: ",", list: "," })).toBe("0.00");
  });
});

describe("shownDollars", () => {
  it.each([
    [1392.4, 0, "$1.392"],
    [-1392.4, 0, "\u2212$1.392"],
    [-0.004, 2, "$0,00"],
    [12.5, 2, "$12,50"],
  ])("shows %d with the sign before the dollar", (value, decimals, text) => {
    expect(shownDollars(value, decimals, { decimal: ",", group: ".", list: ";" })).toBe(text);
  });
});
