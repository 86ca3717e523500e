import { describe, expect, test } from "vitest";
import type { Accuracy, RatioStudy } from "../model/evidence";
import type { Model } from "../model/model";
import type { Fit, LinearInference } from "../model/predictor";
import { bareModel, examplesOf, publishedModel, trainModel } from "../testing/models";
import { modelIn } from "../model/translate";
import { calibrationGroups } from "./checks/calibration";
import { SIGNIFICANCE } from "./checks/check";
import { levelForSome } from "./checks/coverage";
import { brokenClaims, chanceOf, chanceOfAny } from "./claimed-share";
import { findProblems, judge, type Problem } from "./findings";

const houses = await publishedModel("house-price");
const hedonic = await publishedModel("house-price-hedonic");
const salaries = await publishedModel("salary");

const codesOf = (model: Model) => findProblems(model).map(({ code }) => code);
const problemOf = (model: Model, code: Problem["code"]) => findProblems(model).find((problem) => problem.code === code);

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

/** A model whose description asks for no ratio study. */
const withoutStudy = (model: Model): Model => ({
  ...model,
  spec: { ...model.spec, target: { ...model.spec.target, ratioStudy: false } },
});

const withoutCoverage = (model: Model): Model => ({
  ...withAccuracy(model, { coverage: [] }),
  evidence: { ...model.evidence!, accuracy: { ...model.evidence!.accuracy, coverage: [] }, coverageByEstimate: null },
});

describe("findProblems", () => {
  test("the nine-feature model has probabilities that are not calibrated, unequal variance and a ratio study that fails, but no vertical bias", () => {
    expect(codesOf(houses)).toEqual(["calibration", "ratio_standard", "unequal_variance"]);
    expect(problemOf(houses, "unequal_variance")).toMatchObject({
      detail: expect.stringContaining("p\u00a0<\u00a00.001"),
      meaning:
        "the ranges allow for it, and so do the robust standard errors of the coefficients (HC3); the usual standard errors do not",
    });
  });

  test("t-ranges of the nine-feature model are not calibrated at low and at high estimates", async () => {
    const { spec } = houses;
    const problem = problemOf(
      await trainModel({ ...spec, interval: "t" }, await examplesOf("house-price")),
      "coverage",
    );
    expect(problem?.detail).toMatch(
      /ranges for 80% of the actual values contain 98% of them where estimates are between .* and /,
    );
    expect(problem?.meaning).toMatch(
      /for some estimates, actual values are outside their range more often than claimed/,
    );
  });

  test("the only problem of the hedonic model is that it fails the standard of its ratio study, as an unbiased model does", () => {
    expect(findProblems(hedonic)).toMatchObject([
      {
        code: "ratio_standard",
        title: "It fails the standard for tax assessment in 3 of 4 figures",
        detail: expect.stringContaining(
          "spread of the ratios (COD) 17.2 (95% interval 16.0 to 18.5; accepted: at most 15)",
        ),
        meaning:
          "do not use its estimates for tax assessment; its inputs leave so much unexplained that a model without bias and with errors of the same size usually fails, too",
        p: null,
      },
    ]);
    expect(codesOf(withoutStudy(hedonic))).toEqual([]);
  });

  test("the standard is no problem where no figure fails for sure, and words blame the noise only where it explains all", () => {
    const { ratio } = hedonic.evidence!.accuracy;
    const withRatio = (changes: Partial<RatioStudy>) => withAccuracy(hedonic, { ratio: { ...ratio!, ...changes } });
    const passing = { median: 1, cod: 10, prd: 1, prb: 0 };
    const at = (value: number) => ({ low: value, high: value });
    const intervals = { median: at(1), cod: at(10), prd: at(1), prb: at(0) };
    expect(codesOf(withRatio({ ...passing, intervals }))).not.toContain("ratio_standard");
    expect(
      codesOf(withRatio({ ...passing, cod: 16, intervals: { ...intervals, cod: { low: 14, high: 18 } } })),
    ).not.toContain("ratio_standard");
    const alone = problemOf(withRatio({ oracle: null }), "ratio_standard");
    expect(alone?.meaning).toBe("do not use its estimates for tax assessment");
  });

  test("a model that fails the standard by more than its noise explains has this problem once", () => {
    const { ratio } = hedonic.evidence!.accuracy;
    const level = { median: 1.3, low: 1.2, high: 1.4 };
    const codes = codesOf(
      withAccuracy(hedonic, {
        ratio: {
          ...ratio!,
          median: level.median,
          intervals: { ...ratio!.intervals, median: level },
          oracle: { ...ratio!.oracle!, median: { ...ratio!.oracle!.median, p: 0.001 } },
        },
      }),
    );
    expect(codes).toContain("ratio_study");
    expect(codes).not.toContain("ratio_standard");
  });

  test("inputs overlap from a factor of √10 on that does not depend on how many columns they have", () => {
    const withInflation = (gvif: number, df: number) =>
      withInference(houses, {
        inflation: [
          { input: "area", gvif, df },
          { input: "bedrooms", gvif, df },
        ],
      });
    expect(problemOf(withInflation(10.1, 1), "collinear_terms")).toMatchObject({
      title: "Some of its inputs overlap (collinearity)",
      meaning: "the coefficients of these inputs cannot be read alone; estimates are not affected",
    });
    expect(problemOf(withInflation(10.1, 2), "collinear_terms")).toBeUndefined();
    expect(problemOf(withInflation(101, 2), "collinear_terms")).toBeDefined();
  });

  test("eight rows are too few, one of them moves the model, and nothing else can be said", () => {
    expect(codesOf(salaries)).toEqual(["too_few_rows", "influential_row"]);
  });

  test("all tests of a card share 5%: what is a problem among few tests may be none among many (Holm)", () => {
    const withP = (model: Model, p: number) =>
      withFit(model, { breuschPagan: { statistic: 19, df: 11, p, spread: 2 } });
    const calibration = [{ claimed: 0.5, measured: 0.5, n: 546 }];
    const sound = withoutCoverage(withAccuracy(withInference(hedonic, { lackOfFit: null }), { calibration }));
    const testsOf = (model: Model) => codesOf(model).filter((code) => code !== "ratio_standard");
    // Four tests: vertical bias, ratio study, calibration and unequal variance.
    expect(testsOf(withP(sound, 0.0124))).toEqual(["unequal_variance"]);
    expect(testsOf(withP(sound, 0.0126))).toEqual([]);
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
    expect(problemOf(holding(0.7), "coverage")?.meaning).toBe(
      "overall, actual values are outside their range more often than claimed",
    );
    expect(problemOf(holding(0.9), "coverage")?.meaning).toBe("overall, ranges are wider than needed");
    expect(problemOf(holding(0.79), "coverage")).toBeUndefined();
    const both = withAccuracy(withoutCoverage(houses), {
      coverage: [
        { level: 0.5, measured: 0.7, t: 0.7, conformal: null },
        { level: 0.95, measured: 0.8, t: 0.8, conformal: null },
      ],
    });
    expect(problemOf(both, "coverage")?.meaning).toBe(
      "at some levels, actual values are outside their range more often than claimed; at some levels, ranges are wider than needed",
    );
  });

  test("brokenClaims(claims, level) finds a claim exactly where their p together is at most the level", () => {
    const claims = [0.5, 0.8, 0.95].map((claimed) => ({ claimed, measured: claimed, n: 200 }));
    for (let measured = 120; measured <= 200; measured += 5) {
      const some = [...claims, { claimed: 0.8, measured: measured / 200, n: 200 }];
      for (const level of [0.05, 0.05 / 6]) {
        expect(brokenClaims(some, level).length > 0, `${measured} at ${level}`).toBe(chanceOfAny(some) <= level);
      }
    }
  });

  test("levelForSome(model, claims, level) finds a part of the claims of ranges broken only where the check does", () => {
    const coverage = houses.evidence!.accuracy.coverage.map((each) => ({ ...each, measured: each.level - 0.045 }));
    const model = withAccuracy(hedonic, { coverage });
    const levels = coverage.map(({ level: claimed, measured }) => ({ claimed, measured, n: 546 }));
    const { level } = judge(model);
    // On their own the four levels would be held to a limit that the nine claims of the check are not.
    const alone = brokenClaims(levels, level).length;
    const together = brokenClaims(levels, levelForSome(model, levels, level)).length;
    expect(together).toBeLessThanOrEqual(alone);
    expect(together > 0).toBe(codesOf(model).includes("coverage"));
  });

  test("perfect calibration is no problem, where a claim is exactly 1 or 0 too", () => {
    const claiming = (...groups: [claimed: number, measured: number][]) =>
      withAccuracy(houses, { calibration: groups.map(([claimed, measured]) => ({ claimed, measured, n: 109 })) });
    expect(problemOf(claiming([0, 0], [0.25, 0.25], [0.5, 0.5], [1, 1], [1, 1]), "calibration")).toBeUndefined();
    expect(problemOf(claiming([1, 1]), "calibration")).toBeUndefined();
    expect(problemOf(claiming([1, 0.5]), "calibration")?.detail).toMatch(
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

  test("estimates no better than the mean are a problem", () => {
    expect(codesOf(withAccuracy(houses, { predictiveR2: -0.01 }))).toContain("no_better_than_average");
  });

  test("a model without rows has an unknown accuracy, and no other problem", async () => {
    expect(codesOf(await bareModel("house-price"))).toEqual(["no_evidence"]);
  });

  test("a model with nothing wrong has no problems", () => {
    const { coefficients, influential } = houses.predictor.inference!;
    const sound = withAccuracy(
      withInference(withFit(houses, { breuschPagan: null }), {
        coefficients: coefficients.map((coefficient) => ({ ...coefficient, vif: null })),
        influential: influential.map((row) => ({ ...row, cooksDistance: 0.1 })),
      }),
      { calibration: [] },
    );
    expect(codesOf(withoutStudy(withoutCoverage(sound)))).toEqual([]);
  });
});

describe("findProblems of a model in German", () => {
  test("findProblems(model) writes titles, details and meanings in the language of the description", () => {
    expect(findProblems(modelIn(houses, "de")).map(({ title, meaning }) => [title, meaning])).toEqual([
      [
        "Die Wahrscheinlichkeiten sind nicht kalibriert",
        "die Wahrscheinlichkeit einer einzelnen Schätzung kann zu hoch oder zu niedrig sein; lesen Sie sie als Durchschnitt über alle Schätzungen",
      ],
      [
        "Die Norm für die steuerliche Bewertung ist in 3 von 4 Kennzahlen nicht erfüllt",
        "verwenden Sie die Schätzungen nicht für die steuerliche Bewertung; die Eingaben lassen so viel unerklärt, dass auch ein unverzerrtes Modell mit gleich großen Fehlern die Norm meist nicht erfüllt",
      ],
      [
        "Die Fehler sind verschieden groß (Heteroskedastizität)",
        "die Bereiche berücksichtigen das, ebenso die robusten Standardfehler der Koeffizienten (HC3); die gewöhnlichen Standardfehler nicht",
      ],
    ]);
    expect(problemOf(modelIn(houses, "de"), "unequal_variance")?.detail).toMatch(
      / auf das \d,\d-Fache \(Breusch-Pagan-Test: p\u00a0<\u00a00,001\)$/,
    );
    expect(problemOf(modelIn(salaries, "de"), "too_few_rows")?.detail).toBe(
      "8 Zeilen stehen 4 Koeffizienten gegenüber; nötig sind mindestens 10 je Koeffizient",
    );
  });

  test("findProblems(model) mixes no two languages of one model, in whatever order they are wanted", async () => {
    const bare = await bareModel("house-price");
    const titles = (["de", "en", "de"] as const).map((locale) => findProblems(modelIn(bare, locale))[0]!.title);
    expect(titles).toEqual([
      "Die Genauigkeit ist nicht bekannt",
      "Its accuracy is not known",
      "Die Genauigkeit ist nicht bekannt",
    ]);
    // What programs read carries no language, and is in English.
    expect(findProblems(bare)[0]!.title).toBe("Its accuracy is not known");
  });

  test("findProblems(model) finds the same, with the same figures, in every language", () => {
    const figures = (model: Model) => findProblems(model).map(({ code, p, evidence }) => ({ code, p, evidence }));
    for (const model of [houses, hedonic, salaries]) expect(figures(modelIn(model, "de"))).toEqual(figures(model));
  });
});
