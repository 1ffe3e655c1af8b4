import type { CellValue } from "../../../../src/alvh/cellValue";
import { chainExpiries } from "../../../../src/taskpane/rooms/book/chainExpiries";
import { condorPicks } from "../../../../src/taskpane/rooms/book/condorPicks";

/** Strikes from 4000 to 5000 by 50 with deltas that fall by 0.05 a strike: call .99 … put -.99 meet at 4500. */
function chainOf(root = "SPXW", asks = 1): CellValue[][] {
  const strikes = Array.from({ length: 21 }, (_, index) => 4000 + 50 * index);
  const rows = strikes.map((strike, index) => {
    const call = Number((0.99 - 0.049 * index).toFixed(3));
    return ["2022-03-18", root, strike, 10, asks * 11, call, 9, asks * 10, Number((call - 1).toFixed(3))];
  });
  return [["expd", "root", "strike", "cbid", "cask", "cdelta", "pbid", "pask", "pdelta"], ...rows];
}

const wish = { quantity: 5, shortDelta: 0.16, width: 100 };

function termOf(chain: CellValue[][]) {
  return chainExpiries(chain, 44596.67)[0]!;
}

test("an expiration is named by its root and day, and its days are counted as a chain counts them", () => {
  // 4 February to 18 March 2022: 24 days of February and 18 of March.
  expect(termOf(chainOf())).toMatchObject({ name: "SPXW 2022-03-18", days: 42 });
  expect(chainExpiries(chainOf(""), undefined)[0]).toMatchObject({ name: "2022-03-18", days: undefined });
});

test("shorts at the deltas nearest to the one wanted, longs a width beyond", () => {
  const chain = chainOf();
  // By hand: .99 - .049 n is nearest to .16 at n = 17 (.157), and to .84 (a put of -.16) at n = 3 (.843).
  expect(condorPicks(chain, termOf(chain).term, wish)).toEqual([
    { layer: "IC", root: "SPXW", expiry: 44638, kind: "put", strike: 4050, quantity: 5 },
    { layer: "IC", root: "SPXW", expiry: 44638, kind: "put", strike: 4150, quantity: -5 },
    { layer: "IC", root: "SPXW", expiry: 44638, kind: "call", strike: 4850, quantity: -5 },
    { layer: "IC", root: "SPXW", expiry: 44638, kind: "call", strike: 4950, quantity: 5 },
  ]);
});

test("a width between strikes takes the nearest strike beyond", () => {
  const chain = chainOf();
  const strikes = condorPicks(chain, termOf(chain).term, { ...wish, width: 10 }).map(({ strike }) => strike);
  expect(strikes).toEqual([4100, 4150, 4850, 4900]);
});

test("strikes that nobody quotes are passed over", () => {
  const chain = chainOf().map((row) => (row[2] === 4850 ? row.map((v, i) => (i === 4 ? 0 : v)) : row));
  expect(condorPicks(chain, termOf(chain).term, wish)[2]?.strike).toBe(4800);
});

test("without a quote there is no condor, and it is said why", () => {
  const chain = chainOf("SPXW", 0);
  expect(() => condorPicks(chain, termOf(chain).term, wish)).toThrow(
    "the file gives no delta of an out-of-the-money put of this expiration",
  );
});

test("where no strike lies beyond the short one, it is said", () => {
  const chain = chainOf().filter((row) => row[2] === "strike" || Number(row[2]) >= 4150);
  expect(() => condorPicks(chain, termOf(chain).term, wish)).toThrow(
    "the file has no quoted put beyond the short strike 4150",
  );
});
