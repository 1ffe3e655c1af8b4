import { findChainColumns } from "../../src/alvh/optionChainColumns";

test("the columns of the whole-chain layout, open interest included", () => {
  const names =
    "expd,root,strike,cbid,cask,clast,civ,cdelta,cgamma,cvol,coi,pbid,pask,plast,piv,pdelta,pgamma,pvol,poi".split(
      ",",
    );
  const { header, columns } = findChainColumns([["a title"], names]);
  expect(header).toBe(1);
  const named = Object.entries(columns).flatMap(([key, position]) =>
    position === undefined ? [] : [[key, names[position as number]]],
  );
  expect(Object.fromEntries(named)).toEqual({
    expiry: "expd",
    root: "root",
    strike: "strike",
    callBid: "cbid",
    callAsk: "cask",
    putBid: "pbid",
    putAsk: "pask",
    callOpenInterest: "coi",
    putOpenInterest: "poi",
  });
});

test("an older quote table writes Open Int, and its banner has a cell Bid", () => {
  const side = ["Last Sale", "Net", "Bid", "Ask", "Vol", "IV", "Delta", "Gamma", "Open Int"];
  const { header, columns } = findChainColumns([
    ["^SPX (Standard & Poors 500 Index)", 2304.92, -104.4701],
    ["Mar 22 2020 @ 18:24 ET", "Bid", 2243.68, "Ask", 2677.6, "Size", "1x1", "Vol", ""],
    ["Expiration Date", "Calls", ...side, "Strike", "Puts", ...side],
  ]);
  expect(header).toBe(2);
  expect(columns).toMatchObject({
    callBid: 4,
    callOpenInterest: 10,
    strike: 11,
    putBid: 15,
    putOpenInterest: 21,
  });
});
