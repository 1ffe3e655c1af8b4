import { formatIsoDate } from "../../src/alvh/dates";
import { parseQuoteTableDate } from "../../src/alvh/quoteTableDate";

// The forms of Cboe's downloads: 2022 and later, their banners, and 2020 and before.
test.each([
  ["Fri Mar 04 2022", "2022-03-04"],
  ["Wed Dec 31 2025", "2025-12-31"],
  ["February 5 2022", "2022-02-05"],
  ["January 7, 2024", "2024-01-07"],
  ["Mar 22 2020", "2020-03-22"],
  ["03/23/2020", "2020-03-23"],
  ["2022-03-04", "2022-03-04"],
])("%s is %s", (text, date) => {
  expect(formatIsoDate(parseQuoteTableDate(text))).toBe(date);
});

test.each(["", "Fri", "Feb 30 2022", "13/01/2022", "Smarch 1 2022", "4 March 2022"])(
  "%j is no date",
  (text) => {
    expect(parseQuoteTableDate(text)).toBeNaN();
  },
);
