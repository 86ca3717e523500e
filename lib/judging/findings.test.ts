import { describe, expect, test } from "vitest";
import type { Accuracy } from "../model/evidence";
import type { Model } from "../model/model";
import type { Fit, LinearInference } from "../model/predictor";
import { judgeRatios } from "./ratio-standard";
import { bareModel, examplesOf, publishedModel, trainModel } from "../testing/models";
import { findFaults, type Fault } from "./findings";

const houses = await publishedModel("house-price");
const hedonic = await publishedModel("house-price-hedonic");
const salaries = await publishedModel("salary");

const codesOf = (model: Model) => findFaults(model).map(({ code }) => code);
const faultOf = (model: Model, code: Fault["code"]) => findFaults(model).find((fault) => fault.code === code);

/** A model of whose inference or evidence a part is changed. */
function withInference(model: Model, changes: Partial<LinearInference>): Model {
  const inference = { ...model.predictor.inference!, ...changes };
  const { family, evaluate, coefficients, explain, plan } = model.predictor;
  return { ...model, predictor: { family, evaluate, coefficients, explain, plan, inference } };
}
const withFit = (model: Model, fit: Partial<Fit>) =>
  withInference(model, { fit: { ...model.predictor.inference!.fit, ...fit } });
const withAccuracy = (model: Model, accuracy: Partial<Accuracy>): Model => ({
  ...model,
  evidence: { ...model.evidence!, accuracy: { ...model.evidence!.accuracy, ...accuracy } },
});

describe("findFaults", () => {
  test("the nine-feature model fails the ratio study, claims chances that do not hold, has unequal variance and collinear terms", () => {
    expect(codesOf(houses)).toEqual(["ratio_study", "calibration", "unequal_variance", "collinear_terms"]);
    expect(faultOf(houses, "ratio_study")).toMatchObject({
      detail:
        "COD is 19.7, where at most 15 is accepted; PRD is 1.056, where 0.98 to 1.03 is accepted; PRB is −0.174, where −0.05 to 0.05 is accepted",
      meaning: expect.stringMatching(/^what is cheap is over-valued, what is dear under-valued; /),
    });
    expect(faultOf(houses, "collinear_terms")?.detail).toBe(
      "the variance inflation factor is above 10 for lot area (15.7), full bathrooms (19.9), area per bedroom (17.4) and bathrooms per bedroom (18.8)",
    );
    expect(faultOf(houses, "unequal_variance")).toMatchObject({
      detail: expect.stringContaining("p\u00a0<\u00a00.001"),
      meaning: "the ranges allow for it, but standard errors do not: the robust ones do",
    });
  });

  test("the hedonic model has no collinear terms, and its chances hold", () => {
    expect(codesOf(hedonic)).toEqual(["ratio_study", "unequal_variance"]);
    expect(faultOf(hedonic, "unequal_variance")?.detail).toContain("p\u00a0=\u00a00.016");
  });

  test("eight rows are too few, one of them moves the model, and nothing else can be said", () => {
    expect(codesOf(salaries)).toEqual(["too_few_rows", "influential_row"]);
  });

  test("variance is called unequal below p = 0.05 only", () => {
    const bent = (p: number) => withFit(hedonic, { breuschPagan: { statistic: 19, df: 11, p } });
    expect(codesOf(bent(0.049))).toContain("unequal_variance");
    expect(codesOf(bent(0.051))).not.toContain("unequal_variance");
    expect(codesOf(withFit(hedonic, { breuschPagan: null }))).not.toContain("unequal_variance");
  });

  test("ranges that hold less than they claim are too narrow, and a difference that chance makes is none", () => {
    const holding = (measured: number) =>
      withAccuracy(houses, { coverage: [{ level: 0.8, measured, t: measured, conformal: null }] });
    expect(faultOf(holding(0.7), "coverage")?.meaning).toBe(
      "on the whole the truth lies outside of a range more often than it says",
    );
    expect(faultOf(holding(0.9), "coverage")?.meaning).toBe("on the whole ranges are wider than they need be");
    expect(faultOf(holding(0.79), "coverage")).toBeUndefined();
  });

  test("ranges that hold their level among all rows and not along the estimates are found, with figures and places", async () => {
    const { spec } = houses;
    // NumPy and SciPy: the share of |studentised residual| ≤ t.ppf(0.9, df - 1) by fifth of the left-out estimates.
    const t = await trainModel({ ...spec, interval: "t" }, await examplesOf("house-price"));
    const fault = faultOf(t, "coverage")!;
    expect(fault.detail).toContain("hold 98\u00a0% of the truths where estimates are between $22,900 and $50,200");
    expect(fault.detail).toContain("hold 65\u00a0% of the truths where estimates are between $85,900 and $157,500");
    expect(fault.p).toBeLessThan(0.001);
    expect(codesOf(houses)).not.toContain("coverage");
  });

  test("estimates no better than the mean are said to be so", () => {
    expect(codesOf(withAccuracy(houses, { predictiveR2: -0.01 }))).toContain("no_better_than_average");
  });

  test("a model that nobody has shown rows for is said to be of unknown accuracy, and nothing else", async () => {
    expect(codesOf(await bareModel("house-price"))).toEqual(["no_evidence"]);
  });

  test("a model with nothing wrong has no faults", () => {
    const { coefficients, influential } = houses.predictor.inference!;
    const sound = withAccuracy(
      withInference(withFit(houses, { breuschPagan: null }), {
        coefficients: coefficients.map((coefficient) => ({ ...coefficient, vif: null })),
        influential: influential.map((row) => ({ ...row, cooksDistance: 0.1 })),
      }),
      { ratio: { median: 1, cod: 10, prd: 1, prb: 0 }, coverage: [], calibration: [] },
    );
    expect(codesOf(sound)).toEqual([]);
  });
});

describe("judgeRatios", () => {
  const verdictsOf = (ratio: Accuracy["ratio"], rows = 546) => judgeRatios(ratio, rows).map(({ verdict }) => verdict);

  test("accepts the ranges of the standard with their ends", () => {
    expect(verdictsOf({ median: 0.9, cod: 15, prd: 1.03, prb: -0.05 })).toEqual(Array(4).fill("passes"));
    expect(verdictsOf({ median: 1.101, cod: 15.1, prd: 0.979, prb: 0.051 })).toEqual(Array(4).fill("fails"));
  });

  test("from fewer than 30 rows nothing passes or fails", () => {
    expect(verdictsOf({ median: 2, cod: 50, prd: 2, prb: 1 }, 29)).toEqual(Array(4).fill("too few rows"));
  });

  test("where ratios mean nothing there is no study", () => {
    expect(judgeRatios(null, 546)).toEqual([]);
  });
});
