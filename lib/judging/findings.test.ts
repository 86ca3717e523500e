import { describe, expect, test } from "vitest";
import type { Accuracy } from "../model/evidence";
import type { Model } from "../model/model";
import type { Fit, LinearInference } from "../model/predictor";
import { bareModel, examplesOf, publishedModel, trainModel } from "../testing/models";
import { modelIn } from "../model/translate";
import { calibrationGroups } from "./checks/calibration";
import { SIGNIFICANCE } from "./checks/check";
import { chanceOf } from "./claimed-share";
import { findFaults, judge, type Fault } from "./findings";

const houses = await publishedModel("house-price");
const hedonic = await publishedModel("house-price-hedonic");
const salaries = await publishedModel("salary");

const codesOf = (model: Model) => findFaults(model).map(({ code }) => code);
const faultOf = (model: Model, code: Fault["code"]) => findFaults(model).find((fault) => fault.code === code);

/** A model of whose inference or evidence a part is changed. */
function withInference(model: Model, changes: Partial<LinearInference>): Model {
  const inference = { ...model.predictor.inference!, ...changes };
  const { family, evaluate, coefficients, coding, explain, plan } = model.predictor;
  return { ...model, predictor: { family, evaluate, coefficients, coding, explain, plan, inference } };
}
const withFit = (model: Model, fit: Partial<Fit>) =>
  withInference(model, { fit: { ...model.predictor.inference!.fit, ...fit } });
const withAccuracy = (model: Model, accuracy: Partial<Accuracy>): Model => ({
  ...model,
  evidence: { ...model.evidence!, accuracy: { ...model.evidence!.accuracy, ...accuracy } },
});

const withoutCoverage = (model: Model): Model => ({
  ...withAccuracy(model, { coverage: [] }),
  evidence: { ...model.evidence!, accuracy: { ...model.evidence!.accuracy, coverage: [] }, coverageByEstimate: null },
});

describe("findFaults", () => {
  test("the nine-feature model has probabilities that are not calibrated and unequal variance, but no vertical bias", () => {
    expect(codesOf(houses)).toEqual(["calibration", "unequal_variance"]);
    expect(faultOf(houses, "unequal_variance")).toMatchObject({
      detail: expect.stringContaining("p\u00a0<\u00a00.001"),
      meaning: "the ranges and the robust standard errors (HC3) allow for it; the usual standard errors do not",
    });
  });

  test("t-ranges of the nine-feature model are not calibrated at low and at high estimates", async () => {
    const { spec } = houses;
    const fault = faultOf(await trainModel({ ...spec, interval: "t" }, await examplesOf("house-price")), "coverage");
    expect(fault?.detail).toMatch(/ranges at 80% cover 98% of the actual values where estimates are between .* and /);
    expect(fault?.meaning).toMatch(/for some estimates, actual values are outside their range more often than claimed/);
  });

  test("the hedonic model has no faults", () => {
    expect(codesOf(hedonic)).toEqual([]);
  });

  test("inputs overlap from a factor of √10 on that does not depend on how many columns they have", () => {
    const withInflation = (gvif: number, df: number) =>
      withInference(houses, {
        inflation: [
          { input: "area", gvif, df },
          { input: "bedrooms", gvif, df },
        ],
      });
    expect(faultOf(withInflation(10.1, 1), "collinear_terms")).toMatchObject({
      title: "Some of its inputs overlap (collinearity)",
      meaning: "the coefficients of these inputs cannot be read alone; estimates are not affected",
    });
    expect(faultOf(withInflation(10.1, 2), "collinear_terms")).toBeUndefined();
    expect(faultOf(withInflation(101, 2), "collinear_terms")).toBeDefined();
  });

  test("eight rows are too few, one of them moves the model, and nothing else can be said", () => {
    expect(codesOf(salaries)).toEqual(["too_few_rows", "influential_row"]);
  });

  test("all tests of a card share 5%: what is a fault among few tests may be none among many (Holm)", () => {
    const withP = (model: Model, p: number) =>
      withFit(model, { breuschPagan: { statistic: 19, df: 11, p, spread: 2 } });
    const calibration = [{ claimed: 0.5, measured: 0.5, n: 546 }];
    const sound = withoutCoverage(withAccuracy(withInference(hedonic, { lackOfFit: null }), { calibration }));
    // Four tests: vertical bias, ratio study, calibration and unequal variance.
    expect(codesOf(withP(sound, 0.0124))).toEqual(["unequal_variance"]);
    expect(codesOf(withP(sound, 0.0126))).toEqual([]);
    expect(judge(withP(sound, 0.0126)).level).toBe(SIGNIFICANCE / 4);
    expect(judge(withP(sound, 0.0124)).level).toBe(SIGNIFICANCE / 3);
    const alone = withAccuracy(sound, { ratio: null, calibration: [] });
    expect(codesOf(withP(alone, 0.049))).toEqual(["unequal_variance"]);
    expect(codesOf(withP(alone, 0.051))).toEqual([]);
    expect(codesOf(withFit(alone, { breuschPagan: null }))).toEqual([]);
  });

  test("ranges that cover less than they claim are too narrow, and a difference within sampling error is none", () => {
    const holding = (measured: number) =>
      withAccuracy(withoutCoverage(houses), { coverage: [{ level: 0.8, measured, t: measured, conformal: null }] });
    expect(faultOf(holding(0.7), "coverage")?.meaning).toBe(
      "overall, actual values are outside their range more often than claimed",
    );
    expect(faultOf(holding(0.9), "coverage")?.meaning).toBe("overall, ranges are wider than needed");
    expect(faultOf(holding(0.79), "coverage")).toBeUndefined();
    const both = withAccuracy(withoutCoverage(houses), {
      coverage: [
        { level: 0.5, measured: 0.7, t: 0.7, conformal: null },
        { level: 0.95, measured: 0.8, t: 0.8, conformal: null },
      ],
    });
    expect(faultOf(both, "coverage")?.meaning).toBe(
      "at some levels, actual values are outside their range more often than claimed; at some levels, ranges are wider than needed",
    );
  });

  test("perfect calibration is no fault, where a claim is exactly 1 or 0 too", () => {
    const claiming = (...groups: [claimed: number, measured: number][]) =>
      withAccuracy(houses, { calibration: groups.map(([claimed, measured]) => ({ claimed, measured, n: 109 })) });
    expect(faultOf(claiming([0, 0], [0.25, 0.25], [0.5, 0.5], [1, 1], [1, 1]), "calibration")).toBeUndefined();
    expect(faultOf(claiming([1, 1]), "calibration")).toBeUndefined();
    expect(faultOf(claiming([1, 0.5]), "calibration")?.detail).toMatch(
      /more than 99% to be within 10%; 50% of them were/,
    );
  });

  test("groups that expect fewer than five rows to be off are pooled, and tested by the exact binomial", () => {
    const calibration = [0.02, 0.03, 0.4, 0.97, 0.99].map((claimed) => ({ claimed, measured: claimed, n: 109 }));
    const { accuracy, ...evidence } = houses.evidence!;
    const groups = calibrationGroups({ ...evidence, accuracy: { ...accuracy, calibration } });
    expect(groups.map(({ n }) => n)).toEqual([218, 109, 218]);
    expect(groups[2]!.claimed).toBeCloseTo(0.98, 12);
    // scipy 1.17: min(1, 2 * min(binom.cdf(60, 109, 0.4), binom.sf(59, 109, 0.4)))
    expect(chanceOf({ claimed: 0.4, measured: 60 / 109, n: 109 })).toBeCloseTo(0.002113542456179875, 12);
  });

  test("estimates no better than the mean are a fault", () => {
    expect(codesOf(withAccuracy(houses, { predictiveR2: -0.01 }))).toContain("no_better_than_average");
  });

  test("a model without rows has an unknown accuracy, and no other fault", async () => {
    expect(codesOf(await bareModel("house-price"))).toEqual(["no_evidence"]);
  });

  test("a model with nothing wrong has no faults", () => {
    const { coefficients, influential } = houses.predictor.inference!;
    const sound = withAccuracy(
      withInference(withFit(houses, { breuschPagan: null }), {
        coefficients: coefficients.map((coefficient) => ({ ...coefficient, vif: null })),
        influential: influential.map((row) => ({ ...row, cooksDistance: 0.1 })),
      }),
      { calibration: [] },
    );
    expect(codesOf(withoutCoverage(sound))).toEqual([]);
  });
});

describe("findFaults of a model in German", () => {
  test("findFaults(model) writes titles, details and meanings in the language of the description", () => {
    expect(findFaults(modelIn(houses, "de")).map(({ title, meaning }) => [title, meaning])).toEqual([
      [
        "Die Wahrscheinlichkeiten sind nicht kalibriert",
        "die Wahrscheinlichkeit einer einzelnen Schätzung kann zu hoch oder zu niedrig sein; lesen Sie sie als Mittel über alle Schätzungen",
      ],
      [
        "Die Fehler sind verschieden groß (Heteroskedastizität)",
        "die Bereiche und die robusten Standardfehler (HC3) berücksichtigen das; die gewöhnlichen Standardfehler nicht",
      ],
    ]);
    expect(faultOf(modelIn(houses, "de"), "unequal_variance")?.detail).toMatch(
      /p\u00a0<\u00a00,001; .* auf das \d,\d-Fache$/,
    );
    expect(faultOf(modelIn(salaries, "de"), "too_few_rows")?.detail).toBe(
      "8 Zeilen stehen 4 Koeffizienten gegenüber; nötig sind mindestens 10 je Koeffizient",
    );
  });

  test("findFaults(model) mixes no two languages of one model, in whatever order they are wanted", async () => {
    const bare = await bareModel("house-price");
    const titles = (["de", "en", "de"] as const).map((locale) => findFaults(modelIn(bare, locale))[0]!.title);
    expect(titles).toEqual([
      "Die Genauigkeit ist nicht bekannt",
      "Its accuracy is not known",
      "Die Genauigkeit ist nicht bekannt",
    ]);
    // What programs read carries no language, and is in English.
    expect(findFaults(bare)[0]!.title).toBe("Its accuracy is not known");
  });

  test("findFaults(model) finds the same, with the same figures, in every language", () => {
    const figures = (model: Model) => findFaults(model).map(({ code, p, evidence }) => ({ code, p, evidence }));
    for (const model of [houses, hedonic, salaries]) expect(figures(modelIn(model, "de"))).toEqual(figures(model));
  });
});
