import { formatIsoDateTime, parseIsoDate } from "../../src/alvh/dates";
import { quoteMoment, readQuoteTableBanner } from "../../src/alvh/quoteTableBanner";

function banner(...lines: string[][]) {
  const { downloadedAt, asOf, ...rest } = readQuoteTableBanner(lines);
  const show = (serial: number | undefined) => (serial === undefined ? undefined : formatIsoDateTime(serial));
  return { ...rest, downloadedAt: show(downloadedAt), asOf: show(asOf) };
}

// The banners of Cboe's files of 2022, of 2024 and of 2020.
test("the three dialects", () => {
  expect(
    banner(
      [""],
      ["Standard & Poors 500 Index", "Last: 4500.5298", "Change:  23.0898"],
      ["Date: February 5 2022, 8:09 PM EST", "Bid: 4420.5", "Ask: 4615.4302", "Size: 1*1", "Volume: 0"],
    ),
  ).toEqual({
    title: "Standard & Poors 500 Index",
    spot: 4500.5298,
    downloadedAt: "2022-02-05 20:09",
    asOf: "2022-02-04 16:15",
  });
  expect(
    banner(
      ["S&P 500 INDEX", "Last: 4697.240234", "Change: 8.5603"],
      ["Date: January 7, 2024 at 10:52 AM EST", "Bid: 4690.1", "Ask: 4705.5", "Volume: 10,598,673"],
    ),
  ).toMatchObject({ spot: 4697.240234, downloadedAt: "2024-01-07 10:52", asOf: "2024-01-05 16:15" });
  expect(
    banner(
      ["^SPX (Standard & Poors 500 Index)", "2304.92", "-104.4701"],
      ["Mar 22 2020 @ 18:24 ET", "Bid", "2243.68", "Ask", "2677.6", "Size", "1x1", "Vol", ""],
    ),
  ).toMatchObject({ spot: 2304.92, downloadedAt: "2020-03-22 18:24", asOf: "2020-03-20 16:15" });
});

test("a date whose comma was not quoted, midnight, noon, summer time and Chicago's clock", () => {
  expect(banner(["Date: January 7", " 2024 at 12:05 AM EST", "Bid: 1"]).downloadedAt).toBe(
    "2024-01-07 00:05",
  );
  expect(banner(["Date: July 5 2024, 12:30 PM EDT"]).downloadedAt).toBe("2024-07-05 12:30");
  expect(banner(["Date: July 5 2024, 9:30 AM CDT"]).downloadedAt).toBe("2024-07-05 10:30");
});

test.each([
  ["2022-02-04 11:00", "2022-02-04 10:45"],
  ["2022-02-04 09:40", "2022-02-03 16:15"],
  ["2022-02-04 16:20", "2022-02-04 16:05"],
  ["2022-02-04 16:31", "2022-02-04 16:15"],
  ["2022-02-04 23:00", "2022-02-04 16:15"],
  ["2022-02-05 00:10", "2022-02-04 16:15"],
  // The day after Thanksgiving closes at 13:00; Thanksgiving does not trade.
  ["2022-11-25 15:00", "2022-11-25 13:15"],
  ["2022-11-24 12:00", "2022-11-23 16:15"],
])("quotes downloaded at %s are of %s", (downloaded, asOf) => {
  expect(formatIsoDateTime(quoteMoment(parseIsoDate(downloaded)))).toBe(asOf);
});

test("a file without a banner has no level and no moment", () => {
  expect(readQuoteTableBanner([[""]])).toEqual({
    title: "",
    spot: undefined,
    downloadedAt: undefined,
    asOf: undefined,
  });
});

test("a title that a sheet would calculate is made text", () => {
  expect(banner(['=HYPERLINK("http://x")', "Last: 1"]).title).toBe('\'=HYPERLINK("http://x")');
});

test.each([
  [
    [["S&P", "Last: four"]],
    'line 1, column 2: "Last: four" is not the level of an index, like "Last: 4500.53"',
  ],
  [[[""], ["S&P", "Last: -1"]], 'line 2, column 2: "Last: -1" is not the level'],
  [
    [["S&P", "Last: 1"], ["Date: yesterday"]],
    'line 2, column 1: "Date: yesterday" is not a date and time like',
  ],
  [[["S&P", "Last: 1"], ["Date: Feb 30 2022, 8:09 PM EST"]], "line 2, column 1:"],
  [[["S&P", "Last: 1"], ["Date: Feb 5 2022, 13:09 PM EST"]], "line 2, column 1:"],
  [[["S&P", "Last: 1"], ["Date: Feb 5 2022, 8:09 PM UTC"]], "line 2, column 1:"],
])("%j is refused with its place", (lines, message) => {
  expect(() => readQuoteTableBanner(lines)).toThrow(message);
});
