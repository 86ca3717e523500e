import type { Spec } from "@/lib/model/spec";
import { publishedModel } from "@/lib/testing/models";
import { expect, test } from "vitest";
import { rangeInWords } from "./range-sentences";
import { restsInWords } from "./sentences";

const target: Spec["target"] = {
  name: "price",
  label: "Sale price",
  unit: "CAD",
  positive: true,
  transform: "identity",
  tolerance: { relative: 0.1 },
  ratioStudy: false,
};
const spec = { target: { ...target, phrase: "houses like this sold for" } };
const interval = { level: 0.8, low: 68295.16, high: 112190.22, measured: null };

test("rangeInWords(spec, interval, step) says a range in the model's own phrase, or in a plain one", () => {
  expect(rangeInWords(spec, interval, 100)).toBe(
    "Houses like this sold for between $68,300 and $112,200 eight times out of ten.",
  );
  expect(rangeInWords({ target }, interval, 100)).toBe(
    "The true sale price is between $68,300 and $112,200 eight times out of ten.",
  );
});

test("rangeInWords(spec, interval, step) gives a range that was cut at zero no lower end and at least its level", () => {
  expect(rangeInWords(spec, { ...interval, low: 0, high: 43745 }, 100)).toBe(
    "Houses like this sold for less than $43,700 at least eight times out of ten.",
  );
});

// SciPy: 2 * binom.cdf(79, 109, 0.8) is 0.073, 2 * binom.cdf(77, 109, 0.8) 0.025, 2 * binom.sf(97, 109, 0.8) 0.009
test("rangeInWords(spec, interval, step) says what was measured where it differs by more than chance", () => {
  const measured = (held: number) => rangeInWords(spec, { ...interval, measured: { share: held / 109, n: 109 } }, 100);
  expect(measured(79)).toBe("Houses like this sold for between $68,300 and $112,200 eight times out of ten.");
  expect(measured(77)).toBe(
    "Houses like this sold for between $68,300 and $112,200 71 times out of 100. The range claims 80%, but of the 109 rows with estimates like this one, 71% lay in theirs when they took no part in the fit.",
  );
  expect(measured(98)).toContain("nine times out of ten. The range claims 80%");
});

test("restsInWords(model) says what a t-range rests on below 100 rows, and nothing of other ranges", async () => {
  expect(restsInWords(await publishedModel("salary"))).toBe(
    "The range rests on normal errors that are equally large everywhere, which 8 rows cannot check.",
  );
  const houses = await publishedModel("house-price");
  expect(restsInWords(houses)).toBeUndefined();
  expect(restsInWords({ ...houses, uncertainty: null })).toBeUndefined();
});
