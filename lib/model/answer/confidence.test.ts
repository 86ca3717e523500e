import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publishedModel } from "../../testing/models";
import { studentTQuantile } from "../../math/distributions";
import { toScale } from "../model";
import { emptyPoint } from "../predictor";
import { forecastDeviation, probabilityWithin } from "./confidence";
import { readTolerance, toleranceInWords, withinColumn } from "./tolerance";
import { conformalUncertainty, studentTUncertainty } from "./uncertainty";

const plain = { tolerance: { relative: 0.1 }, transform: "identity" as const };
const houses = await publishedModel("house-price");

describe("probabilityWithin(uncertainty, within, point)", () => {
  test("is a probability, however precise the model and large the estimate", () => {
    const size = fc.double({ min: -8, max: 8, noNaN: true }).map((exponent) => 10 ** exponent);
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true }).map((relative) => ({ relative }));
    const tolerance = fc.oneof(share, size.map((absolute) => ({ absolute })));
    fc.assert(
      fc.property(
        size,
        size,
        fc.integer({ min: 1, max: 1_000 }),
        fc.constantFrom("identity", "log", "log1p", "sqrt"),
        tolerance,
        (sigma, estimate, df, transform, near) => {
          const center = toScale({ target: { ...houses.spec.target, transform } }, estimate);
          const point = { center, reach: 0.01, size: 1 };
          const probability = probabilityWithin(studentTUncertainty(sigma, df), { tolerance: near, transform }, point);
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  // scipy: s = 20 * sqrt(1.25); t.cdf(30 / s, 7) - t.cdf(-30 / s, 7)
  test("of an amount is that of Student's t between minus and plus the amount", () => {
    const within = { tolerance: { absolute: 30 }, transform: "identity" as const };
    const point = { center: 1000, reach: 0.25, size: 1 };
    expect(probabilityWithin(studentTUncertainty(20, 7), within, point)).toBeCloseTo(0.77839858089081, 10);
    expect(probabilityWithin(studentTUncertainty(20, 7), within, { ...point, center: -5 })).toBeCloseTo(0.77839858089081, 10);
  });

  // scipy: s = 0.2 * sqrt(1.25); t.cdf(log(1.3) / s, 7) - t.cdf(log(0.7) / s, 7)
  test("of an amount for a log target is that of the logarithms of its ends", () => {
    const within = { tolerance: { absolute: 30 }, transform: "log" as const };
    const point = { center: Math.log(100), reach: 0.25, size: 1 };
    expect(probabilityWithin(studentTUncertainty(0.2, 7), within, point)).toBeCloseTo(0.7831212469661475, 10);
    // An amount larger than the estimate has no lower end: what is left is P(log y ≤ log(estimate + amount)).
    const small = { center: Math.log(10), reach: 0.25, size: 1 };
    const above = probabilityWithin(studentTUncertainty(0.2, 7), within, small);
    expect(above).toBeGreaterThan(0.99);
    expect(probabilityWithin(conformalUncertainty([-1, 0, 0.5, 2]), within, small)).toBe(0.75);
  });

  test("of a share is the same for an estimate and its negative", () => {
    const uncertainty = studentTUncertainty(20, 7);
    const [above, below] = [100, -100].map((center) => probabilityWithin(uncertainty, plain, { center, reach: 0, size: 1 }));
    expect(above).toBeCloseTo(below!, 12);
  });
});

describe("forecastDeviation(model, point, estimate, outside)", () => {
  const point = { ...emptyPoint(), center: 90_000, reach: 0.02 };

  test("is half the 68.3% range over the estimate", () => {
    const fsd = forecastDeviation({ ...houses, uncertainty: studentTUncertainty(17_000, 536) }, point, 90_000, false);
    const quantile = studentTQuantile((1 + 0.6826894921370859) / 2, 536);
    expect(fsd).toBeCloseTo((quantile * 17_000 * Math.sqrt(1.02)) / 90_000, 12);
  });

  test("of a log target is half the range of the target", () => {
    const spec = { ...houses.spec, target: { ...houses.spec.target, transform: "log" as const } };
    const uncertainty = studentTUncertainty(0.2, 536);
    const center = Math.log(90_000);
    const fsd = forecastDeviation({ ...houses, spec, uncertainty }, { ...point, center }, 90_000, false);
    const half = uncertainty.halfWidth(point, 0.6826894921370859);
    expect(fsd).toBeCloseTo((Math.exp(center + half) - Math.exp(center - half)) / 2 / 90_000, 12);
  });

  test("is null outside the data, at an estimate of 0, without uncertainty and where there are no shares", () => {
    const evidence = { ...houses.evidence!, outcomes: { min: 0, max: 10 } };
    expect(forecastDeviation(houses, point, 90_000, true)).toBeNull();
    expect(forecastDeviation(houses, point, 0, false)).toBeNull();
    expect(forecastDeviation({ ...houses, uncertainty: null }, point, 90_000, false)).toBeNull();
    expect(forecastDeviation({ ...houses, evidence }, point, 90_000, false)).toBeNull();
  });
});

test.each([
  [{ relative: 0.1 }, "10%", { within: 0.1, relative: true }, "within_10"],
  [{ relative: 0.075 }, "7.5%", { within: 0.075, relative: true }, "within_tolerance"],
  [{ absolute: 200 }, "$200", { within: 200, relative: false }, "within_tolerance"],
])("a tolerance of %j is %s, and has a column of its own unless it is the usual one", (tolerance, words, read, column) => {
  expect(toleranceInWords(tolerance, "USD")).toBe(words);
  expect(readTolerance(tolerance)).toEqual(read);
  expect(withinColumn({ spec: houses.spec, evidence: { ...houses.evidence!, tolerance } })).toBe(column);
});
