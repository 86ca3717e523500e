import { expect, test } from "vitest";
import { asSentence, signedAmount, timesOutOf } from "./words";

test("a message becomes a sentence", () => {
  expect(asSentence("lot area is required")).toBe("Lot area is required.");
});

test("a level is said as times out of ten, or out of a hundred where tenths are too coarse", () => {
  expect(timesOutOf(0.8)).toBe("eight times out of ten");
  expect(timesOutOf(0.7)).toBe("seven times out of ten");
  expect(timesOutOf(0.95)).toBe("95 times out of 100");
});

test("a change carries its sign, and one that rounds to nothing has none", () => {
  expect([1234, -1234, -20].map((amount) => signedAmount(amount, "CAD", 100))).toEqual(["+$1,200", "−$1,200", "$0"]);
});

test("signedAmount(amount) without a step keeps six digits of the amount, with its sign", () => {
  expect([0.25, -0.25, 0].map((amount) => signedAmount(amount))).toEqual(["+0.25", "−0.25", "0"]);
});
