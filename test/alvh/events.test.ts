import type { CellValue } from "../../src/alvh/cellValue";
import { parseIsoDate } from "../../src/alvh/dates";
import { eventsTable } from "../../src/alvh/events";

const asOf = parseIsoDate("2022-02-04 16:15");

test("D23 events to come, soonest first, with their days and a flag", () => {
  const events: CellValue[][] = [
    ["Type", "Date", "Label"],
    ["PPI", "2022-02-15", ""],
    ["CPI", "2022-02-10", "January"],
    ["Jobs", "2022-02-04", null],
    ["CPI", "2022-01-12", "December"],
    ["", "", ""],
    [0, 0, 0],
  ];
  expect(eventsTable(asOf, events, 6)).toEqual([
    ["Event", "Date", "Days", "Within 6 days"],
    ["Jobs", "2022-02-04", 0, "yes"],
    ["CPI January", "2022-02-10", 6, "yes"],
    ["PPI", "2022-02-15", 11, ""],
  ]);
});

test("B20 without days an event is flagged within five", () => {
  const table = eventsTable(asOf, [["CPI", "2022-02-09"], ["PPI", "2022-02-10"]]); // prettier-ignore
  expect(table.map((row) => row[3])).toEqual(["Within 5 days", "yes", ""]);
});

// Publication days of the Federal Reserve.
test.each([
  ["2022-01-26", "2022-02-16"],
  ["2022-03-16", "2022-04-06"],
  ["2023-02-01", "2023-02-22"],
  ["2024-07-31", "2024-08-21"],
  ["2024-12-18", "2025-01-08"],
  ["2025-01-29", "2025-02-19"],
])("D24 the minutes of the decision of %s come out on %s, 21 days later", (decision, minutes) => {
  expect(eventsTable(parseIsoDate(decision), [["FOMC", decision]]).slice(1)).toEqual([
    ["FOMC", decision, 0, "yes"],
    ["FOMC minutes", minutes, 21, ""],
  ]);
});

test("D24 a decision already past still has its minutes to come; minutes of the range's own stand instead", () => {
  expect(eventsTable(asOf, [["fomc meeting", "2022-01-26"]]).slice(1)).toEqual([
    ["FOMC minutes", "2022-02-16", 12, ""],
  ]);
  const own: CellValue[][] = [["FOMC", "2022-01-26"], ["FOMC Minutes", "2022-02-17"]]; // prettier-ignore
  expect(eventsTable(asOf, own).slice(1)).toEqual([["FOMC Minutes", "2022-02-17", 13, ""]]);
});

test("an event with a time is past when its time is", () => {
  const events: CellValue[][] = [["CPI", "2022-02-04 08:30"], ["Fed speech", "2022-02-04 18:00"]]; // prettier-ignore
  expect(eventsTable(asOf, events).slice(1)).toEqual([["Fed speech", "2022-02-04", 0, "yes"]]);
});

test.each<[string, CellValue[][], string]>([
  ["no date", [["CPI", "soon"]], 'events row 1, date ("soon") is not a date'],
  ["a blank date", [["CPI", "2022-02-10"], ["PPI", ""]], "events row 2, date is empty"], // prettier-ignore
  ["no type", [["", "2022-02-10"]], "events row 1 has no type, such as FOMC, CPI or PPI"],
  ["one column", [["CPI"]], "events must have two columns, type and date: the range has one"],
  ["nothing", [[""]], "events is empty: give a type and a date in each row"],
  ["only the past", [["CPI", "2022-01-12"]], "no event on or after 2022-02-04: the latest is of 2022-01-12"],
])("%s is a sentence", (_, events, sentence) => {
  expect(() => eventsTable(asOf, events)).toThrow(sentence);
});
