import { expect, test } from "vitest";
import { asSentence, confidenceInWords, signedAmount, timesOutOf } from "./words";
import type { Spec } from "@/lib/model/spec";

const target: Spec["target"] = {
  name: "price",
  label: "Sale price",
  unit: "CAD",
  positive: true,
  transform: "identity",
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
