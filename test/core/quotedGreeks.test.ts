import { quotedGreeks, quoteRows } from "../../src/core/quotedGreeks";

const RAW = { price: 1, delta: 2, gamma: 3, vega: 4, theta: 365, rho: 6, vanna: 7, volga: 8, charm: 730 };

test("theta and charm are per calendar day, vega and vanna per point, volga per point squared, rho per 1%", () => {
  const quoted = quotedGreeks(RAW);
  expect(quoted).toMatchObject({ price: 1, delta: 2, gamma: 3, theta: 1, charm: 2 });
  expect(quoted.vega).toBeCloseTo(0.04, 15);
  expect(quoted.rho).toBeCloseTo(0.06, 15);
  expect(quoted.vanna).toBeCloseTo(0.07, 15);
  expect(quoted.volga).toBeCloseTo(0.0008, 15);
});

test("rows of many options are quoted alike, and only as many as asked for", () => {
  const rows = Float64Array.from([...Object.values(RAW), ...Object.values(RAW)]);
  quoteRows(rows, 1);
  expect([...rows.subarray(0, 9)]).toEqual(Object.values(quotedGreeks(RAW)));
  expect([...rows.subarray(9)]).toEqual(Object.values(RAW));
});
