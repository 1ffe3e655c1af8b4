import type { ChainPick } from "../../../../src/alvh/chainToBookLegs";
import { readOptionChain } from "../../../../src/alvh/optionChain";
import { netAtMid } from "../../../../src/taskpane/rooms/book/netAtMid";

const [term] = readOptionChain([
  ["expd", "root", "strike", "cbid", "cask", "pbid", "pask"],
  ["2022-03-18", "SPXW", 4100, 421.5, 424.5, 38.1, 38.7],
  ["2022-03-18", "SPXW", 4725, 21.3, 21.8, 0, 0],
]);

const pick = (kind: "put" | "call", strike: number, quantity: number): ChainPick => ({
  expiry: 44638,
  kind,
  strike,
  quantity,
});

test("what is sold brings in, what is bought costs, at the middle of bid and ask", () => {
  // By hand: one put at 38.40 sold is $3,840 in; two calls at 21.55 bought are $4,310 out.
  expect(netAtMid(term!, [pick("put", 4100, -1)])).toBeCloseTo(-3840, 9);
  expect(netAtMid(term!, [pick("put", 4100, -1), pick("call", 4725, 2)])).toBeCloseTo(470, 9);
});

test("a leg without a quote leaves the cost unknown", () => {
  expect(netAtMid(term!, [pick("put", 4100, -1), pick("put", 4725, 1)])).toBeUndefined();
  expect(netAtMid(term!, [pick("put", 4200, 1)])).toBeUndefined();
});
