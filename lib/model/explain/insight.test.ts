import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findComparables } from "./comparables";
import { traceInput } from "./curve";
import { measureEffects } from "./effects";
import type { Inputs } from "../inputs/schema";
import { splitPrecision } from "./precision";
import { predict } from "../answer/predict";
import { emptyPoint } from "../predictor";
import { confidenceInterval } from "../../linear/standardise";
import { examplesOf, publishedModel, trainModel } from "../../testing/models";

const houses = await publishedModel("house-price");
const hedonic = await publishedModel("house-price-hedonic");
const rows = await examplesOf("house-price");
const house: Inputs = {
  area: 6000,
  bedrooms: 3,
  bathrooms: 2,
  stories: 2,
  guest_rooms: false,
  basement: true,
  parking: 1,
};

function estimateOf(model: typeof houses, inputs: Inputs): number {
  const prediction = predict(model, inputs);
  if (prediction.refusal) throw new Error(prediction.refusal.detail);
  return prediction.estimate;
}

describe("findComparables", () => {
  test("finds a training row itself, at distance 0, with its real outcome and no difference", () => {
    fc.assert(
      fc.property(fc.nat(rows.length - 1), (index) => {
        const { inputs } = rows[index]!;
        const [nearest] = findComparables(houses, inputs, 1);
        expect(nearest).toMatchObject({ distance: 0, differences: [], inputs });
        const twins = rows.filter((row) => JSON.stringify(row.inputs) === JSON.stringify(inputs));
        expect(twins.map(({ actual }) => actual)).toContain(nearest!.actual);
      }),
      { numRuns: 50 },
    );
  });

  test("orders by distance and says how each differs", () => {
    const found = findComparables(houses, house, 5);
    expect(found).toHaveLength(5);
    const distances = found.map(({ distance }) => distance);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    for (const { inputs, differences } of found) {
      const differing = Object.keys(house).filter((name) => inputs[name] !== house[name]);
      expect(differences.map(({ input }) => input)).toEqual(differing);
    }
  });

  test("estimates each comparable as if the model had not seen it", async () => {
    const [comparable] = findComparables(houses, house, 1);
    const left = rows.findIndex((row) => JSON.stringify(row.inputs) === JSON.stringify(comparable!.inputs));
    const without = await trainModel(
      { ...houses.spec },
      rows.filter((_, index) => index !== left),
    );
    expect(comparable!.estimate! / estimateOf(without, comparable!.inputs)).toBeCloseTo(1, 10);
  });

  test("shows no row of a table whose spec forbids it", () => {
    const training = { ...houses.spec.training!, showRows: false };
    expect(findComparables({ ...houses, spec: { ...houses.spec, training } }, house)).toEqual([]);
  });
});

describe("measureEffects", () => {
  test.each([
    ["house-price", houses, house],
    [
      "house-price-hedonic",
      hedonic,
      { ...house, driveway: true, gas_heating: false, air_conditioning: false, preferred_area: true },
    ],
  ])("%s: each amount is the difference of two estimates, inside its interval", (_, model, inputs) => {
    const effects = measureEffects(model, inputs);
    expect(effects.map(({ input }) => input)).toEqual(model.spec.inputs.map(({ name }) => name));
    for (const { input, from, to, amount, range } of effects) {
      expect(from).toBe(inputs[input as keyof typeof inputs]);
      const difference = estimateOf(model, { ...inputs, [input]: to }) - estimateOf(model, inputs);
      expect(amount).toBeCloseTo(difference, 6);
      expect(range!.low).toBeLessThan(amount);
      expect(range!.high).toBeGreaterThan(amount);
    }
  });

  test("where variance is unequal, the interval of an effect is that of HC3", () => {
    // c = x(4 bedrooms) − x(3 bedrooms) of the house above; m as in lib/training/lack-of-fit.test.ts;
    // sm.OLS(price, X).fit().get_robustcov_results("HC3").t_test(c).conf_int(), at 2,000 and 1,500 sq ft per bedroom
    const effect = measureEffects(houses, house).find(({ input }) => input === "bedrooms")!;
    expect(effect.amount).toBeCloseTo(1695.51173983053, 6);
    expect(effect.range!.low).toBeCloseTo(-884.80513672, 6);
    expect(effect.range!.high).toBeCloseTo(4275.82861638, 6);
  });

  test("the interval of one more garage place is that of its coefficient", () => {
    const { inference } = houses.predictor;
    const parking = inference!.coefficients.find(({ term }) => term === "parking")!;
    const { low, high } = confidenceInterval(inference!, parking);
    const effect = measureEffects(houses, house).find(({ input }) => input === "parking")!;
    expect(effect).toMatchObject({
      to: 2,
      range: { low: expect.closeTo(low, 6), high: expect.closeTo(high, 6) },
    });
  });

  test("steps down where a step up is not allowed", () => {
    const effect = measureEffects(houses, { ...house, parking: 6 }).find(({ input }) => input === "parking")!;
    expect(effect.to).toBe(5);
  });
});

describe("splitPrecision", () => {
  test("splits the variance of the interval into noise and what is not known of the coefficients", () => {
    const { noise, model } = splitPrecision(houses, house)!;
    const point = emptyPoint();
    houses.predictor.evaluate(houses.reading.encode(house), point);
    expect(noise + model).toBeCloseTo(1, 12);
    expect(model / noise).toBeCloseTo(point.reach, 12);
  });

  test("names the input that makes a row unusual", () => {
    expect(splitPrecision(houses, { ...house, area: 30000 })!.driver?.input).toBe("area");
  });
});

describe("traceInput", () => {
  test("goes through the training range and the person's own value, each point as predict has it", () => {
    const { points } = traceInput(houses, { ...house, area: 17001 }, "area");
    expect(points.at(0)!.value).toBe(1650);
    expect(points.at(-1)!.value).toBe(17001);
    for (const { value, estimate } of points) expect(estimate).toBe(estimateOf(houses, { ...house, area: value }));
  });

  test("takes whole numbers for an integer and both answers for a yes or no", () => {
    const small = { ...house, area: 3000, bathrooms: 1 };
    expect(traceInput(houses, small, "bedrooms").points.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(traceInput(houses, house, "basement").points.map(({ value }) => value)).toEqual([false, true]);
  });
});
