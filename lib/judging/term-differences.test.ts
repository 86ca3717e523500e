import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadModel } from "../families";
import type { Model } from "../model/model";
import { emptyPoint } from "../model/predictor";
import { bareFiles, examplesOf, publishedModel } from "../testing/models";
import { termDifferences } from "./term-differences";

const houses = await publishedModel("house-price");
const hedonic = await publishedModel("house-price-hedonic");
const rows = await examplesOf("house-price-hedonic");

function centerOf(model: Model, inputs: Parameters<Model["reading"]["encode"]>[0]): number {
  const point = emptyPoint();
  model.predictor.evaluate(model.reading.encode(inputs), point);
  return point.center;
}

/** The same model with other coefficients. */
async function withCoefficients(change: (coefficient: number, index: number) => number): Promise<Model> {
  const { spec, bundle } = (await bareFiles("house-price-hedonic")) as {
    spec: object;
    bundle: { predictor: { coefficients: number[] } };
  };
  const coefficients = bundle.predictor.coefficients.map(change);
  return loadModel(spec, { ...bundle, golden: [], predictor: { ...bundle.predictor, coefficients } });
}

describe("termDifferences(champion, challenger, inputs)", () => {
  it("adds up to the difference of the estimates on the scale of the fit, term by term Δβ·x", async () => {
    for (const seed of [1, 2, 3]) {
      const other = await withCoefficients(
        (coefficient, index) => coefficient * (1 + 0.1 * Math.sin(seed * index + 1)),
      );
      fc.assert(
        fc.property(fc.nat(rows.length - 1), (index) => {
          const { inputs } = rows[index]!;
          const found = termDifferences(hedonic, other, { champion: inputs, challenger: inputs })!;
          const total = found.terms.reduce((sum, { amount }) => sum + amount, 0);
          expect(total).toBeCloseTo(centerOf(other, inputs) - centerOf(hedonic, inputs), 9);
          for (const { champion, challenger, amount } of found.terms)
            expect(amount).toBeCloseTo((challenger!.coefficient - champion!.coefficient) * champion!.value, 9);
          expect(found.encodedOtherwise).toEqual([]);
        }),
        { numRuns: 30 },
      );
    }
  });

  it("has what only one of them has, and nothing for models of different scales", () => {
    const { inputs } = rows[0]!;
    const both = { champion: inputs, challenger: inputs };
    const isSameScale = houses.spec.target.transform === hedonic.spec.target.transform;
    expect(termDifferences(houses, hedonic, both) === null).toBe(!isSameScale);
    const one: Model = { ...hedonic, predictor: { ...hedonic.predictor, coefficients: null } };
    expect(termDifferences(hedonic, one, both)).toBeNull();
  });
});
