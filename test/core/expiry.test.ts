import { InputError } from "../../src/core/errors";
import { expiryOf } from "../../src/core/expiry";

test("an expiry's figures are those of their definitions, by mpmath at 40 digits", () => {
  const expiry = expiryOf(0.25, 0.05, 0.02);
  expect(expiry.rootYears).toBe(0.5);
  expect(expiry.rateDiscount / 0.9875778004938814).toBeCloseTo(1, 15);
  expect(expiry.yieldDiscount / 0.9950124791926823).toBeCloseTo(1, 15);
  expect(expiry.carryTime / 0.0075).toBeCloseTo(1, 15);
  expect(expiry.growth / 0.007528195444533938).toBeCloseTo(1, 14);
});

test("another expiry asked for in between changes nothing about the first", () => {
  const { rateDiscount } = expiryOf(1, 0.05, 0.02);
  expiryOf(2, 0.05, 0.02);
  expect(expiryOf(1, 0.05, 0.02).rateDiscount).toBe(rateDiscount);
  expect(expiryOf(1, 0.05, 0.03).yieldDiscount).toBeCloseTo(0.9704455335, 10);
  expect(expiryOf(1, 0.06, 0.03).rateDiscount).toBeCloseTo(0.9417645336, 10);
});

test("what no expiry can have is refused, and the one before is not spoilt by it", () => {
  const { rateDiscount } = expiryOf(1, 0.05, 0.02);
  expect(() => expiryOf(-1, 0.05, 0.02)).toThrow(new InputError("years", "years (-1) must not be negative"));
  expect(() => expiryOf(NaN, 0.05, 0.02)).toThrow(InputError);
  expect(() => expiryOf(1, Infinity, 0.02)).toThrow("rate (Infinity) must be a number");
  expect(() => expiryOf(1, 0.05, NaN)).toThrow("yield (NaN) must be a number");
  expect(expiryOf(1, 0.05, 0.02).rateDiscount).toBe(rateDiscount);
});
