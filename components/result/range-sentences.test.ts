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
  expect(rangeInWords(spec, interval, 100)).toBe("8 out of 10 houses like this sold for $68,300 to $112,200.");
  expect(rangeInWords({ target }, interval, 100)).toBe(
    "In 8 out of 10 cases like this, the actual sale price is $68,300 to $112,200.",
  );
});

test("rangeInWords(spec, interval, step) speaks the language of the description", () => {
  const german = { target: { ...target, unit: "EUR" }, locale: "de" as const };
  const withPhrase = { ...german, target: { ...german.target, phrase: "Häusern wie diesem kosteten" } };
  const words = (spec: typeof german, of = interval) => rangeInWords(spec, of, 100).replaceAll("\u00a0", " ");
  expect(words(withPhrase)).toBe("8 von 10 Häusern wie diesem kosteten 68.300 € bis 112.200 €.");
  expect(words(german)).toBe("In 8 von 10 Fällen wie diesem beträgt der tatsächliche Wert 68.300 € bis 112.200 €.");
  expect(words(withPhrase, { ...interval, level: 0.95, low: 0 })).toBe(
    "Mindestens 95 von 100 Häusern wie diesem kosteten weniger als 112.200 €.",
  );
});

test("rangeInWords(spec, interval, step) gives a range that was cut at zero no lower end and at least its level", () => {
  expect(rangeInWords(spec, { ...interval, low: 0, high: 43745 }, 100)).toBe(
    "At least 8 out of 10 houses like this sold for less than $43,700.",
  );
});

// SciPy: 2 * binom.cdf(79, 109, 0.8) is 0.073, 2 * binom.cdf(77, 109, 0.8) 0.025, 2 * binom.sf(97, 109, 0.8) 0.009
test("rangeInWords(spec, interval, step) says what was measured where it differs by more than chance", () => {
  const measured = (held: number) => rangeInWords(spec, { ...interval, measured: { share: held / 109, n: 109 } }, 100);
  expect(measured(79)).toBe("8 out of 10 houses like this sold for $68,300 to $112,200.");
  expect(measured(77)).toBe(
    "71 out of 100 houses like this sold for $68,300 to $112,200. The range is meant for 80% of cases. Among the 109 rows with similar estimates, each left out of the fit, ranges contained 71% of the actual values.",
  );
  expect(measured(98)).toMatch(
    /^9 out of 10 houses .* The range is meant for 80% of cases\..* ranges contained 90% of the actual values\.$/,
  );
});

test("restsInWords(model) says what a t-range rests on below 100 rows, and nothing of other ranges", async () => {
  expect(restsInWords(await publishedModel("salary"))).toBe(
    "The range assumes normal errors of the same size everywhere. 8 rows are too few to check that.",
  );
  const houses = await publishedModel("house-price");
  expect(restsInWords(houses)).toBeUndefined();
  expect(restsInWords({ ...houses, uncertainty: null })).toBeUndefined();
});
