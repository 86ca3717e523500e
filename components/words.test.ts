import { expect, test } from "vitest";
import { asSentence, confidenceInWords, rangeInWords, signedAmount, timesOutOf } from "./words";
import type { Spec } from "@/lib/model/spec";

const target: Spec["target"] = {
  name: "price",
  label: "Sale price",
  unit: "CAD",
  positive: true,
  transform: "identity",
  ratioStudy: false,
};
const spec = { target: { ...target, phrase: "houses like this one sold for" } } as Spec;

test("a message becomes a sentence", () => {
  expect(asSentence("lot area is required")).toBe("Lot area is required.");
});

test("a level is said as times out of ten, or out of a hundred where tenths are too coarse", () => {
  expect(timesOutOf(0.8)).toBe("eight times out of ten");
  expect(timesOutOf(0.7)).toBe("seven times out of ten");
  expect(timesOutOf(0.95)).toBe("95 times out of 100");
});

test("a range is said in the model's own phrase, or in a plain one", () => {
  const interval = { level: 0.8, low: 68295.16, high: 112190.22 };
  expect(rangeInWords(spec, interval, 100)).toBe(
    "Houses like this one sold for between $68,300 and $112,200 eight times out of ten.",
  );
  expect(rangeInWords({ ...spec, target }, interval, 100)).toBe(
    "The true sale price is between $68,300 and $112,200 eight times out of ten.",
  );
});

test("a range that was cut at zero has no lower end and promises at least its level", () => {
  expect(rangeInWords(spec, { level: 0.8, low: 0, high: 43745 }, 100)).toBe(
    "Houses like this one sold for less than $43,700 at least eight times out of ten.",
  );
});

test("the article fits the number that follows", () => {
  const chance = (probability: number) =>
    confidenceInWords(spec, { within: 0.1, probability }).slice(0, 20).replace("\u00a0", " ");
  expect([0.41, 0.08, 0.11, 0.18, 0.85, 0.1].map(chance)).toEqual([
    "There is a 41 % chan",
    "There is an 8 % chan",
    "There is an 11 % cha",
    "There is an 18 % cha",
    "There is an 85 % cha",
    "There is a 10 % chan",
  ]);
});

test("a change carries its sign, and one that rounds to nothing has none", () => {
  expect([1234, -1234, -20].map((amount) => signedAmount(amount, "CAD", 100))).toEqual(["+$1,200", "−$1,200", "$0"]);
});

test("signedAmount(amount) without a step keeps six digits of the amount, with its sign", () => {
  expect([0.25, -0.25, 0].map((amount) => signedAmount(amount))).toEqual(["+0.25", "−0.25", "0"]);
});
