import { describe, expect, test } from "vitest";
import { seededRandom } from "../../math/random";
import { studentTQuantile } from "../../math/distributions";
import { trainModel } from "../../testing/models";
import { measureEffects } from "./effects";

const FITS = 200;
const normal = (random: () => number) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** 100 rows of y = 3 a + b + an error whose size grows with a; one more of a is truly worth 3. */
const draw = (seed: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: 100 }, () => {
    const [a, b] = [normal(random), random()];
    return { inputs: { a, b }, actual: 3 * a + b + Math.exp(0.7 * a) * normal(random) };
  });
};

describe("measureEffects(model, inputs)", () => {
  test("95 of 100 intervals hold the true worth where errors are not equally large", async () => {
    let [held, heldByUsual] = [0, 0];
    for (let seed = 1; seed <= FITS; seed++) {
      const model = await trainModel({}, draw(seed));
      const { fit, coefficients, errors } = model.predictor.inference!;
      expect(errors).toBe("HC3");
      const { from, to, range } = measureEffects(model, { a: 0, b: 0.5 })[0]!;
      const worth = 3 * (Number(to) - Number(from));
      held += Number(range!.low <= worth && worth <= range!.high) / FITS;
      const { estimate, standardError } = coefficients[1]!;
      heldByUsual += Number(Math.abs(estimate - 3) <= studentTQuantile(0.975, fit.df) * standardError) / FITS;
    }
    // 200 fits: two standard errors are 3 points.
    expect(held).toBeGreaterThan(0.92);
    expect(held).toBeLessThan(0.98);
    expect(heldByUsual).toBeLessThan(0.85);
  });

  test("an effect has no range where variance is unequal and the covariance is not kept", async () => {
    const model = await trainModel({}, draw(1));
    const { inference } = model.predictor;
    expect(inference!.errors).toBe("HC3");
    const unknown = { ...inference!, errors: "unknown" as const, contrast: () => ({ difference: 1, standardError: null }) };
    const { family, evaluate, coefficients, coding, explain, plan } = model.predictor;
    const without = { ...model, predictor: { family, evaluate, coefficients, coding, explain, plan, inference: unknown } };
    expect(measureEffects(without, { a: 0, b: 0.5 }).map(({ range }) => range)).toEqual([null, null]);
  });
});
