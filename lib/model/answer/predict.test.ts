import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { predict } from "./predict";
import { examplesOf, publishedModel, trained, trainModel, whole } from "../../testing/models";
import type { Inputs } from "../inputs/schema";
import { modelIn } from "../translate";

const houses = await publishedModel("house-price");
const salary = await publishedModel("salary");
const house = houses.schema.parse({
  area: 6000,
  bedrooms: 3,
  bathrooms: 2,
  stories: 2,
  guest_rooms: 0,
  basement: true,
  parking: 1,
});

function estimate(model: typeof houses, inputs: Inputs, options = {}) {
  const prediction = predict(model, inputs, options);
  if (prediction.refusal) throw new Error(prediction.refusal.detail);
  return whole(prediction);
}

/** What the form and the API let through, whether or not it is like the training data. */
const anyHouse: fc.Arbitrary<Inputs> = fc.record({
  area: fc.integer({ min: 500, max: 50000 }),
  bedrooms: fc.integer({ min: 1, max: 10 }),
  bathrooms: fc.integer({ min: 1, max: 8 }),
  stories: fc.integer({ min: 1, max: 6 }),
  guest_rooms: fc.boolean(),
  basement: fc.boolean(),
  parking: fc.integer({ min: 0, max: 6 }),
});

describe("predict", () => {
  // R 4.2: m <- lm(price ~ area + … + bb_ratio, houses); predict(m, x, interval = "prediction", level = 0.8);
  // the probability is pt() at estimate/0.9 and estimate/1.1; Shapley by brute force over 2^7 coalitions × 546 rows.
  test("house-price with t-intervals: estimate, interval, probability and baseline equal R's", async () => {
    const model = await trainModel({ ...houses.spec, interval: "t" }, await examplesOf("house-price"));
    const { estimate: value, interval, confidence, baseline, contributions } = estimate(model, house);
    expect(value).toBeCloseTo(90242.690714523, 8);
    expect(interval.low).toBeCloseTo(68295.163927, 6);
    expect(interval.high).toBeCloseTo(112190.217502, 6);
    expect(confidence).toEqual({
      within: 0.1,
      relative: true,
      probability: expect.closeTo(0.405167, 6),
    });
    expect(baseline).toBeCloseTo(68121.59707, 6);
    const total = contributions.reduce((sum, { amount }) => sum + amount, 0);
    expect(Math.abs(total / (value - baseline) - 1)).toBeLessThan(1e-9);
  });

  // NumPy: for each of the 546 rows, lstsq of the others gives its error over √(1 + x′(X′X)⁻¹x) and lstsq of the others'
  // absolute errors on X its size, at least 0.2 times their mean; the interval is the ⌈547 · level⌉-th smallest error over
  // size, times size and √(1 + h) of the new row; measured are rows whose rank is below ⌈546 · level⌉, by np.quantile.
  test("house-price: interval, probability and measured coverage equal brute force that leaves each row out", () => {
    const { interval, confidence } = estimate(houses, house);
    expect(interval.low).toBeCloseTo(61882.08367202994, 6);
    expect(interval.high).toBeCloseTo(118603.29775701708, 6);
    expect(confidence.probability).toBeCloseTo(0.34615384615384615, 12);
    expect(interval.measured).toEqual({ share: expect.closeTo(0.789, 4), n: 109 });
    const { interval: wider } = estimate(houses, house, { level: 0.95 });
    expect(wider.low).toBeCloseTo(47221.9909766295, 6);
    expect(wider.high).toBeCloseTo(133263.39045241755, 6);
    expect(wider.measured).toEqual({ share: expect.closeTo(0.9541, 4), n: 109 });
  });

  test("salary: the estimate of the well-known example to every digit", () => {
    const prediction = estimate(salary, {
      experience: 2,
      test_score: 9,
      interview_score: 6,
    });
    expect(prediction.estimate).toBeCloseTo(52062.76112208, 8);
    // R 4.2: predict(lm(salary ~ ., hiring), x, interval = "prediction", level = 0.8)
    expect(prediction.interval.low).toBeCloseTo(44746.5560934958, 6);
    expect(prediction.interval.high).toBeCloseTo(59378.9661506619, 6);
  });

  test("explains by the inputs that were entered, never by derived features", () => {
    const { contributions, derived } = estimate(houses, house);
    expect(contributions.map(({ input }) => input)).toEqual(Object.keys(house));
    expect(contributions.find(({ input }) => input === "basement")).toMatchObject({ value: true });
    expect(derived).toEqual({
      area_per_bedroom: 2000,
      bb_ratio: expect.closeTo(2 / 3),
    });
  });

  test("gives for any allowed input either a positive estimate with its explanation or a refusal", () => {
    fc.assert(
      fc.property(anyHouse, fc.double({ min: 0.01, max: 0.999, noNaN: true }), (inputs, level) => {
        const prediction = predict(houses, inputs, { level });
        if (prediction.refusal) {
          expect(prediction.estimate).toBeNull();
          return;
        }
        const { confidence, fsd, warnings } = prediction;
        const { estimate: value, interval, baseline, contributions } = whole({ ...prediction, confidence: 0 });
        expect(value).toBeGreaterThan(0);
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.low).toBeLessThanOrEqual(value);
        expect(interval.high).toBeGreaterThanOrEqual(value);
        if (warnings.length > 0) expect([confidence, fsd]).toEqual([null, null]);
        else {
          expect(fsd).toBeGreaterThan(0);
          expect(confidence!.probability).toBeGreaterThan(0);
          expect(confidence!.probability).toBeLessThan(1);
        }
        const total = contributions.reduce((sum, { amount }) => sum + amount, baseline);
        expect(Math.abs(total - value)).toBeLessThan(1e-9 * Math.max(value, baseline));
      }),
    );
  });

  test("a higher level never gives a narrower interval", () => {
    const levels = [0.1, 0.5, 0.8, 0.9, 0.99];
    const widths = levels
      .map((level) => estimate(houses, house, { level }).interval)
      .map(({ low, high }) => high - low);
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
  });

  test("warns of an input outside the training range, with the extreme and the unit", () => {
    expect(predict(houses, { ...house, area: 16200 }).warnings).toEqual([]);
    expect(predict(houses, { ...house, area: 16201 }).warnings).toContainEqual({
      code: "outside_training_range",
      input: "area",
      detail: "lot area: 16,201 sq ft is more than the largest value in the training data, 16,200 sq ft",
    });
  });

  test("warns of a combination unlike any training row although each value alone is common", () => {
    const warnings = predict(houses, {
      ...house,
      area: 16000,
      bedrooms: 1,
      bathrooms: 4,
    }).warnings;
    expect(warnings.map(({ code }) => code)).toEqual(["unusual_combination"]);
  });

  test("refuses rather than give a price that is not positive", async () => {
    const rows = [3, 1, 4, 1, 5, 9, 2, 6].map((noise, a) => ({
      inputs: { a },
      actual: 10 * a + noise + 1,
    }));
    const target = { name: "y", label: "Price", unit: "EUR", positive: true };
    const model = await trainModel(
      {
        target,
        inputs: [{ name: "a", label: "A", kind: "number" }],
        terms: ["a"],
      },
      rows,
    );
    const prediction = predict(model, { a: -2 });
    expect(prediction).toMatchObject({
      estimate: null,
      refusal: { code: "estimate_not_positive" },
    });
    expect(prediction).not.toHaveProperty("interval");
  });

  test("refuses values of more than three times the largest leverage of a training row", () => {
    const codes = (area: number) => {
      const { warnings, refusal } = predict(houses, { ...house, area });
      return [refusal?.code, ...warnings.map(({ code }) => code)];
    };
    expect(codes(20_000)).toEqual([undefined, "outside_training_range"]);
    expect(codes(30_000)).toEqual([undefined, "outside_training_range", "unusual_combination"]);
    expect(codes(50_000)).toEqual(["too_far_from_training", "outside_training_range", "unusual_combination"]);
    expect(predict(houses, { ...house, area: 50_000 }).refusal!.detail).toMatch(
      /^these values are too far from all 546 training rows: their leverage is [45](\.\d)? times the largest among these rows$/,
    );
  });

  test("refuses and gives no interval in the language of the description", async () => {
    const refused = predict(modelIn(houses, "de"), { ...house, area: 50_000 });
    expect(refused.refusal!.detail).toMatch(
      /^diese Werte sind zu weit von allen 546 Trainingszeilen entfernt: Ihr Hebelwert ist [45](,\d)?-mal so groß wie der größte dieser Zeilen$/,
    );
    const bare = predict(modelIn({ ...houses, uncertainty: null }, "de"), house);
    expect(bare).toMatchObject({ intervalReason: { code: "no_evidence", detail: expect.stringMatching(/^mit diesem Modell/) } });
  });

  test("refuses values that no row can be near, whatever the rest", () => {
    const prediction = predict(houses, {
      ...house,
      area: 50000,
      bedrooms: 1,
      bathrooms: 8,
    });
    expect(prediction).toMatchObject({
      estimate: null,
      refusal: { code: "too_far_from_training" },
    });
  });

  test("for a log target gives the median, with interval and probability on the scale of the target", async () => {
    // y = exp(1 + 0.5 a ± 0.1): on the log scale the residuals are ±0.1 whatever a is.
    const rows = [0, 0, 1, 1, 2, 2, 3, 3].map((a, index) => ({
      inputs: { a },
      actual: Math.exp(1 + 0.5 * a + (index % 2 ? 0.1 : -0.1)),
    }));
    const target = {
      name: "y",
      label: "Outcome",
      transform: "log",
      positive: true,
    };
    const model = await trainModel(
      {
        target,
        inputs: [{ name: "a", label: "A", kind: "number" }],
        terms: ["a"],
      },
      rows,
    );
    const { estimate: value, interval, confidence } = estimate(model, { a: 1.5 });
    expect(value).toBeCloseTo(Math.exp(1.75), 10);
    // R: qt(0.9, 6) = 1.439756; s = sqrt(8 * 0.01 / 6), leverage at the mean 1/8
    const half = 1.439755747 * Math.sqrt(0.08 / 6) * Math.sqrt(1 + 1 / 8);
    expect(interval.low).toBeCloseTo(Math.exp(1.75 - half), 7);
    expect(interval.high).toBeCloseTo(Math.exp(1.75 + half), 7);
    // R: s <- sqrt(0.08/6 * 9/8); pt(-log(0.9)/s, 6) - pt(-log(1.1)/s, 6)
    expect(confidence.probability).toBeCloseTo(0.555650245009969, 10);
  });

  const more = { driveway: true, gas_heating: false, air_conditioning: false, preferred_area: false };

  test("house-price-hedonic with t-intervals: median, interval and smearing mean equal R's", async () => {
    // exp(predict(h, x, interval = "prediction", level = 0.8)); times mean(exp(resid(h))): see diagnose.test.ts
    const { spec } = await publishedModel("house-price-hedonic");
    const model = await trainModel({ ...spec, interval: "t" }, await examplesOf("house-price-hedonic"));
    const { estimate: median, mean, interval } = estimate(model, { ...house, ...more });
    expect(median).toBeCloseTo(80154.7767283321, 6);
    expect(mean).toBeCloseTo(80154.7767283321 * 1.02175399971379, 6);
    expect(interval.low).toBeCloseTo(60976.4513705242, 6);
    expect(interval.high).toBeCloseTo(105365.072711897, 6);
  });

  // NumPy as for house-price, on the logarithm; the mean is the median times the mean of exp(error over size, times size).
  test("house-price-hedonic: interval and a mean that follows the size equal brute force", async () => {
    const { mean, interval } = estimate(await publishedModel("house-price-hedonic"), { ...house, ...more });
    expect(interval.low).toBeCloseTo(59572.93228640998, 6);
    expect(interval.high).toBeCloseTo(107847.43986547712, 6);
    expect(interval.measured).toEqual({ share: expect.closeTo(0.8349, 4), n: 109 });
    expect(Math.abs(mean! / 82458.14437346242 - 1)).toBeLessThan(0.001);
  });

  test("for a category compares with its first level, as R's treatment coding", async () => {
    const rows = (["gas", "oil", "wood"] as const).flatMap((heat, index) =>
      [1, 2, 3].map((a) => ({
        inputs: { a, heat },
        actual: a + 10 * index + (a === 2 ? 2 : -1),
      })),
    );
    const inputs = [
      { name: "a", label: "A", kind: "number" },
      {
        name: "heat",
        label: "Heating",
        kind: "category",
        levels: ["gas", "oil", "wood"],
      },
    ];
    const model = await trainModel({ inputs, terms: ["a", "heat"] }, rows);
    expect(trained(model).coefficients.map(({ term }) => term)).toEqual([
      "(intercept)",
      "a",
      "heat[oil]",
      "heat[wood]",
    ]);
    const { estimate: value, contributions } = estimate(model, {
      a: 2,
      heat: "wood",
    });
    expect(value).toBeCloseTo(22, 10);
    expect(contributions).toEqual([
      { input: "a", value: 2, amount: expect.closeTo(0) },
      { input: "heat", value: "wood", amount: expect.closeTo(10) },
    ]);
  });
});
