import { compareCondors } from "../../../../src/taskpane/rooms/roll/compareCondors";
import { rollCandidate } from "../../../alvh/rollCase";
import { workedBook, workedMarket } from "../../../alvh/workedCase";

test("held and candidate side by side, at the quotes", () => {
  const rows = new Map(
    compareCondors(workedBook, workedMarket, rollCandidate).map(([name, ...figures]) => [name, figures]),
  );
  expect(rows.get("Figure")).toEqual(["Held", "Candidate"]);
  expect(rows.get("Condors")).toEqual([10, 10]);
  expect(rows.get("Expiry")).toEqual(["2022-03-18", "2022-04-14"]);
  expect(rows.get("Puts")).toEqual(["4050/4100", "3950/4000"]);
  expect(rows.get("Calls")).toEqual(["4725/4775", "4800/4850"]);
  // Middles of the quotes: 38.4 - 33.05 + 21.55 - 12.95, and 46.4 - 40.4 + 19.3 - 12.3.
  expect(rows.get("Credit, points")).toEqual([expect.closeTo(13.95, 9), expect.closeTo(13, 9)]);
  // Ten condors 50 points wide, 100 dollars a point.
  expect(rows.get("Margin $")).toEqual([50_000, 50_000]);
});
