import { describe, expect, test } from "vitest";
import type { Accuracy } from "../model/evidence";
import type { Model } from "../model/model";
import type { Fit, LinearInference } from "../model/predictor";
import { judgeRatios } from "./ratio-standard";
import { bareModel, publishedModel } from "../testing/models";
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
  test("the nine-feature model fails the ratio study, misses its coverage and has unequal variance", () => {
    expect(codesOf(houses)).toEqual(["ratio_study", "coverage", "unequal_variance"]);
    expect(faultOf(houses, "ratio_study")).toMatchObject({
      detail:
        "COD is 19.7, where at most 15 is accepted; PRD is 1.056, where 0.98 to 1.03 is accepted; PRB is −0.174, where −0.05 to 0.05 is accepted",
      meaning: expect.stringMatching(/^what is cheap is over-valued, what is dear under-valued; /),
    });
    expect(faultOf(houses, "unequal_variance")).toMatchObject({
      detail: expect.stringContaining("p\u00a0<\u00a00.001"),
      meaning: expect.stringMatching(/^the errors are larger where estimates are high/),
    });
  });

  test("the hedonic model claims chances that do not hold", () => {
    expect(codesOf(hedonic)).toEqual(["ratio_study", "coverage", "calibration", "unequal_variance"]);
    expect(faultOf(hedonic, "unequal_variance")?.detail).toContain("p\u00a0=\u00a00.016");
  });

  test("eight rows are too few, one of them moves the model, and nothing else can be said", () => {
    expect(codesOf(salaries)).toEqual(["too_few_rows", "influential_row"]);
  });

  test("inputs overlap from a factor of √10 on that does not depend on how many columns they have", () => {
    const overlapping = withInference(houses, {
      inflation: [
        { input: "area", gvif: 9.9, df: 1 },
        { input: "bedrooms", gvif: 101, df: 2 },
        { input: "parking", gvif: 99, df: 2 },
      ],
    });
    expect(faultOf(overlapping, "collinear_terms")).toMatchObject({
      detail: "GVIF^(1/(2 df)) is above 3.2 for bedrooms (3.2)",
      meaning: expect.stringContaining("its separate effect is hard to tell apart"),
      p: null,
    });
  });

  test("a term that would help most is named, and a pattern that is too small to matter is none", () => {
    const test = { f: 30, df1: 2, df2: 500, p: 1e-9, robustP: 1e-9, share: 0.12 };
    const term = { columns: ["area", "basement"], f: 60, t: 7.5, df: 90, p: 1e-8, share: 0.1 };
    const found = { rows: 546, reset: test, pureError: null, candidates: 26, screened: 26, tested: 26, terms: [term] };
    const missing = (changes: Partial<typeof found>) =>
      faultOf(withInference(houses, { lackOfFit: { ...found, ...changes } }), "lack_of_fit");
    expect(missing({})).toMatchObject({
      detail: expect.stringMatching(
        /^the product of lot area and finished basement as one more term would explain 10% /,
      ),
      meaning: expect.stringContaining(
        "the product of lot area and finished basement as one more term would help most",
      ),
      p: 2e-9,
      evidence: { by: "term", share: 0.1 },
    });
    expect(missing({ terms: [] })).toMatchObject({ evidence: { by: "reset" }, p: 1e-9 });
    const small = { reset: { ...test, share: 0.01 }, terms: [{ ...term, share: 0.019 }] };
    expect(missing(small)).toBeUndefined();
    expect(missing({ reset: { ...test, robustP: 0.03 }, terms: [{ ...term, p: 0.6 }] })).toBeUndefined();
  });

  test("variance is called unequal below p = 0.05 only, and where errors differ in size by a quarter", () => {
    const bent = (p: number, spread = 1.5) => withFit(hedonic, { breuschPagan: { statistic: 19, df: 11, p, spread } });
    expect(codesOf(bent(0.049))).toContain("unequal_variance");
    expect(codesOf(bent(0.051))).not.toContain("unequal_variance");
    expect(codesOf(bent(1e-9, 1.24))).not.toContain("unequal_variance");
    expect(faultOf(bent(1e-9), "unequal_variance")?.detail).toContain(
      "where 5% of tables with equal variance give less than 0.05; from the 10th to the 90th percentile of rows, the typical size of an error grows 1.5 times as large",
    );
    expect(codesOf(withFit(hedonic, { breuschPagan: null }))).not.toContain("unequal_variance");
  });

  test("ranges that hold less than they claim are too narrow, and a difference that chance makes is none", () => {
    const holding = (measured: number) =>
      withAccuracy(houses, { coverage: [{ level: 0.8, measured, t: measured, conformal: null }] });
    expect(faultOf(holding(0.7), "coverage")?.meaning).toBe(
      "the truth lies outside of a range more often than it says",
    );
    expect(faultOf(holding(0.9), "coverage")?.meaning).toBe("on the whole, ranges are wider than they need be");
    expect(faultOf(holding(0.79), "coverage")).toBeUndefined();
  });

  test("estimates no better than the mean are said to be so", () => {
    expect(codesOf(withAccuracy(houses, { predictiveR2: -0.01 }))).toContain("no_better_than_average");
  });

  test("a model that nobody has shown rows for is said to be of unknown accuracy, and nothing else", async () => {
    expect(codesOf(await bareModel("house-price"))).toEqual(["no_evidence"]);
  });

  test("a model with nothing wrong has no faults", () => {
    const { influential } = houses.predictor.inference!;
    const sound = withAccuracy(
      withInference(withFit(houses, { breuschPagan: null }), {
        influential: influential.map((row) => ({ ...row, cooksDistance: 0.1 })),
      }),
      { ratio: { median: 1, cod: 10, prd: 1, prb: 0 }, coverage: [] },
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
