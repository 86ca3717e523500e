import { describe, expect, it } from "vitest";
import {
  chiSquaredUpperQuantile,
  chiSquaredUpperTail,
  fUpperTail,
  kolmogorovUpperQuantile,
  kolmogorovUpperTail,
  studentTCdf,
  studentTQuantile,
  studentTTwoSided,
} from "./distributions";

const closeTo = (actual: number, expected: number, digits: number) =>
  expect(Math.abs(actual - expected) / Math.abs(expected)).toBeLessThan(10 ** -digits);

/** Expected figures: R 4.2.2 with options(digits = 17), by the command in each title. */
describe("the distributions agree with R", () => {
  it.each([
    [0.9, 536, 1.283133003532966],
    [0.975, 10, 2.22813885198627393],
    [0.995, 1, 63.65674116287152629],
    [0.6, 3, 0.27667066233268983],
  ])("qt(%d, %d)", (probability, df, expected) => {
    closeTo(studentTQuantile(probability, df), expected, 13);
    closeTo(studentTQuantile(1 - probability, df), -expected, 13);
  });

  it.each([
    [1.5, 10, 0.9177463367772799],
    [-3, 536, 0.0014126680669609998],
  ])("pt(%d, %d)", (t, df, expected) => closeTo(studentTCdf(t, df), expected, 13));

  it.each([
    [2.5, 536, 1.271703730658107e-2],
    [10, 10, 1.5895531755964102e-6],
    [40, 536, 4.8156488115001381e-163],
  ])("2 * pt(-%d, %d)", (t, df, expected) => {
    closeTo(studentTTwoSided(t, df), expected, 12);
    expect(studentTTwoSided(-t, df)).toBe(studentTTwoSided(t, df));
  });

  it.each([
    [89.80425481, 9, 536, 4.5764250251245074e-101],
    [3.5, 1, 100, 6.4292733024442092e-2],
    [0.01, 2, 30, 9.9005313245476845e-1],
    [500, 9, 100, 5.9807968090054308e-79],
    [0.001, 1, 500000, 0.97477289199192296],
  ])("pf(%d, %d, %d, lower.tail = FALSE)", (f, d1, d2, expected) => closeTo(fUpperTail(f, d1, d2), expected, 12));

  it.each([
    [3.84, 1, 5.0043521248705224e-2],
    [30, 9, 4.3872177097947952e-4],
    [300, 9, 2.6102773472070233e-59],
    [0.1, 4, 9.9879089572574964e-1],
  ])("pchisq(%d, %d, lower.tail = FALSE)", (x, df, expected) => closeTo(chiSquaredUpperTail(x, df), expected, 12));
});

it("tails reach from one to zero", () => {
  expect([fUpperTail(0, 2, 9), chiSquaredUpperTail(0, 3), studentTTwoSided(0, 5)]).toEqual([1, 1, 1]);
  expect([fUpperTail(Infinity, 2, 9), chiSquaredUpperTail(Infinity, 3), studentTTwoSided(Infinity, 5)]).toEqual([
    0, 0, 0,
  ]);
});

it("what is not a distribution has no probabilities", () => {
  expect(studentTQuantile(0.9, 0)).toBeNaN();
  expect(studentTQuantile(1.1, 5)).toBeNaN();
  expect(fUpperTail(NaN, 1, 1)).toBeNaN();
  expect(chiSquaredUpperTail(1, -1)).toBeNaN();
});

it("the square of a t variable is an F variable", () => {
  for (const t of [0.1, 1, 3, 12]) closeTo(fUpperTail(t * t, 1, 37), studentTTwoSided(t, 37), 13);
});

it.each([
  [0.05, 1, 3.8414588206941258],
  [0.05, 9, 16.918977604620448],
  [0.05, 40, 55.75847927888703],
  [1e-6, 9, 44.810937870687823],
])("qchisq(%d, %d, lower.tail = FALSE)", (p, df, expected) => closeTo(chiSquaredUpperQuantile(p, df), expected, 12));

/** SciPy 1.x: from scipy.special import kolmogorov, kolmogi */
it.each([
  [0.3, 0.9999906941986655],
  [0.5, 0.9639452436648751],
  [0.999, 0.27107316411506394],
  [1, 0.26999967167735456],
  [1.36, 0.049485876755377876],
  [3, 3.045995948942526e-8],
])("kolmogorov(%d)", (x, expected) => closeTo(kolmogorovUpperTail(x), expected, 13));

it("kolmogi([0.05, 1e-4])", () => {
  closeTo(kolmogorovUpperQuantile(0.05), 1.3580986393225507, 12);
  closeTo(kolmogorovUpperQuantile(1e-4), 2.2252513961950457, 12);
});
