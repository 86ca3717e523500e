import { describe, expect, test } from "vitest";
import { seededRandom } from "../math/random";
import type { Model } from "../model/model";
import type { RatioStudy } from "../model/evidence";
import { publishedModel } from "../testing/models";
import { findProblems } from "./findings";
import { ratioIntervals } from "./ratio-intervals";
import { simulateOracle } from "./ratio-oracle";
import { judgeRatios } from "./ratio-standard";
import { ratioFigures, ratiosByThird } from "./ratio-study";

const houses = await publishedModel("house-price");

function withRatio(change: (ratio: RatioStudy) => Partial<RatioStudy>, measured = 546): Model {
  const { accuracy, ...evidence } = houses.evidence!;
  const ratio = { ...accuracy.ratio!, ...change(accuracy.ratio!) };
  return { ...houses, evidence: { ...evidence, measured, accuracy: { ...accuracy, ratio } } };
}

/** A standard normal number (Box and Muller 1958). */
const normalNumber = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

describe("judgeRatios", () => {
  const verdictsOf = (model: Model) => judgeRatios(model).map(({ verdict }) => verdict);
  const around = (of: RatioStudy["intervals"]) =>
    withRatio(() => ({ median: 1, cod: 16, prd: 1, prb: -0.06, intervals: of }));

  test("house-price fails in COD, PRD and PRB, as a model with the same noise and no bias would", () => {
    expect(verdictsOf(houses)).toEqual(["passes", "fails", "fails", "fails"]);
    const codes = findProblems(houses).map(({ code }) => code);
    expect(codes).not.toContain("ratio_study");
    expect(codes).not.toContain("vertical_bias");
  });

  test("a figure fails where its whole interval lies outside of what is accepted, and is undecided where a part does", () => {
    const range = (low: number, high: number) => ({ low, high });
    const inside = { median: range(0.95, 1.05), prd: range(0.99, 1.02) };
    expect(verdictsOf(around({ ...inside, cod: range(15.1, 17), prb: range(-0.08, -0.04) }))).toEqual([
      "passes",
      "fails",
      "passes",
      "undecided",
    ]);
  });

  test("from fewer than 100 rows nothing passes or fails", () => {
    expect(verdictsOf(withRatio(() => ({}), 99))).toEqual(Array(4).fill("too few rows"));
    expect(findProblems(withRatio(({ oracle }) => ({ prb: -0.9, oracle }), 99)).map(({ code }) => code)).not.toContain(
      "vertical_bias",
    );
  });

  test("there is no study where the description asks for none, whatever the bundle holds", () => {
    const { target } = houses.spec;
    expect(judgeRatios({ ...houses, spec: { ...houses.spec, target: { ...target, ratioStudy: false } } })).toEqual([]);
  });
});

describe("findProblems of a ratio study", () => {
  const biased = (prb: number, p: number) =>
    findProblems(
      withRatio(({ oracle }) => ({ prb, oracle: { ...oracle!, prb: { median: -0.2, low: -0.24, high: -0.16, p } } })),
    ).find(({ code }) => code === "vertical_bias");

  test("vertical bias is a PRB beyond what a model without bias scores, by more than the standard accepts", () => {
    expect(biased(-0.3, 0.004)).toMatchObject({
      detail:
        "for twice the value, the ratio of estimate to actual value changes by −0.300 (price-related bias, PRB); in an unbiased model with the same noise, by −0.200 (95% of simulations: −0.240 to −0.160)",
      meaning:
        "compared with an unbiased model with the same noise, estimates are higher where the sale price is low and lower where it is high",
    });
    expect(biased(-0.1, 0.004)?.meaning).toMatch(
      / estimates are lower where the sale price is low and higher where it is high$/,
    );
    expect(biased(-0.24, 0.004)).toBeUndefined();
    expect(biased(-0.3, 0.04)).toBeUndefined();
  });

  test("a level that the standard does not accept is a problem where the same noise does not explain it", () => {
    const level = (p: number) =>
      findProblems(
        withRatio(({ intervals, oracle }) => ({
          median: 1.2,
          intervals: { ...intervals, median: { low: 1.15, high: 1.25 } },
          oracle: { ...oracle!, median: { median: 1.01, low: 0.98, high: 1.04, p } },
        })),
      ).find(({ code }) => code === "ratio_study");
    expect(level(0.002)).toMatchObject({
      detail: expect.stringContaining(
        "the median ratio is 1.20 (95% interval 1.15 to 1.25); the standard accepts 0.90 to 1.10",
      ),
      meaning: expect.stringMatching(/^overall, estimates are too high/),
    });
    expect(level(0.5)).toBeUndefined();
  });
});

describe("simulateOracle", () => {
  // Prices are lognormal and so is the noise: an outcome is its estimate times exp(0.2 z).
  const random = seededRandom(3);
  const estimate = Float64Array.from({ length: 2_000 }, () => 11 + 0.35 * normalNumber(random));
  const rows = {
    estimate,
    response: estimate.map((each) => each + 0.2 * normalNumber(random)),
    size: estimate.map(() => 1),
    toUnit: Math.exp,
  };
  const measured = ratioFigures(rows.estimate.map(Math.exp), rows.response.map(Math.exp))!;
  const oracle = simulateOracle(rows, measured)!;

  test("scores what a model without bias scores by theory: PRD exp(σ²), COD, and thirds by the truth", () => {
    // r = exp(−σz), E r = exp(σ²/2), E e / E a = exp(−σ²/2); COD = 100 E|exp(σz) − 1|
    // scipy 1.17: integrate.quad(lambda z: 100 * abs(exp(.2 * z) - 1) * norm.pdf(z), -10, 10)
    expect(oracle.figures.prd.median).toBeCloseTo(Math.exp(0.04), 2);
    expect(Math.abs(oracle.figures.cod.median - 16.172)).toBeLessThan(0.6);
    // numpy: z = rng.normal(size=10**7); e = .35 * rng.normal(size=10**7); a = e + .2 * z; the medians of exp(−.2 z) by
    // thirds of a
    expect(oracle.thirds[0]).toBeCloseTo(1.113, 1.5);
    expect(oracle.thirds[2]).toBeCloseTo(0.898, 1.5);
  });

  test("calls a PRB from a model without bias too far in about one case out of twenty", () => {
    let far = 0;
    for (let model = 0; model < 100; model++) {
      const estimate = Float64Array.from({ length: 200 }, () => 11 + 0.35 * normalNumber(random));
      const response = estimate.map((each) => each + 0.2 * normalNumber(random));
      const found = ratioFigures(estimate.map(Math.exp), response.map(Math.exp))!;
      const { figures } = simulateOracle({ estimate, response, size: estimate.map(() => 1), toUnit: Math.exp }, found)!;
      if (figures.prb.p <= 0.05) far++;
    }
    expect(far).toBeLessThanOrEqual(10);
  });

  test("gives the same figures for the same rows", () => {
    expect(simulateOracle(rows, measured)).toEqual(oracle);
  });

  test("gives none where estimates are not positive", () => {
    const negative = { ...rows, toUnit: (value: number) => value - 11 };
    expect(simulateOracle(negative, measured)).toBeNull();
  });
});

test("ratiosByThird(guesses) keeps equal outcomes together, and gives none where a third would be empty", () => {
  const of = (actuals: number[]) => ratiosByThird(actuals.map((actual) => ({ actual, estimate: 2 * actual })));
  expect(of([1, 2, 3, 4, 5, 6, 7]).map(({ low, high, n }) => [low, high, n])).toEqual([
    [1, 3, 3],
    [3, 5, 2],
    [5, 7, 2],
  ]);
  expect(of([1, 2, 3])[1]).toMatchObject({ n: 1, medianRatio: 2 });
  expect(of([1, 1, 1, 1, 2])).toEqual([]);
});

test("ratioIntervals: the PRD misses nearly as seldom as it says from 100 rows on, and far more often from 30", () => {
  // A level of 1 − 0.05 / 7, as monitoring holds each of seven verdicts. Of 20,000 samples in numpy the interval missed
  // 3.8% at 30 rows, 1.8% at 100 and 0.9% at 500.
  const level = 1 - 0.05 / 7;
  const truth = Math.exp(0.04);
  const random = seededRandom(8);
  const misses = (rows: number) => {
    let count = 0;
    for (let sample = 0; sample < 1_000; sample++) {
      const guesses = Array.from({ length: rows }, () => {
        const estimate = Math.exp(0.35 * normalNumber(random));
        return { estimate, actual: estimate * Math.exp(0.2 * normalNumber(random)) };
      });
      const { low, high } = ratioIntervals(guesses, level).prd!;
      if (truth < low || truth > high) count++;
    }
    return count / 1_000;
  };
  expect(misses(100)).toBeLessThan(0.025);
  expect(misses(30)).toBeGreaterThan(0.025);
});
