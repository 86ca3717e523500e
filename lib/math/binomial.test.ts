import { expect, it } from "vitest";
import { binomialLowerTail, binomialQuantile, binomialTwoSided, binomialUpperTail } from "./binomial";
import { binomialInterval } from "./binomial-interval";

const closeTo = (actual: number, expected: number) => expect(Math.abs(actual / expected - 1)).toBeLessThan(1e-11);

/** Expected figures: R 4.2.2 with options(digits = 17), by the command in each title. */
it.each([
  [327, 546, 0.5, 0.9999985639939839],
  [5, 8, 0.8, 0.20308224],
  [0, 10, 0.1, 0.34867844010000032],
])("pbinom(%d, %d, %d)", (count, n, p, expected) => closeTo(binomialLowerTail(count, n, p), expected));

it.each([
  [327, 546, 0.5, 2.1811321899972635e-6],
  [464, 546, 0.8, 0.0016188615814157013],
])("pbinom(%d - 1, %d, %d, lower.tail = FALSE)", (count, n, p, expected) =>
  closeTo(binomialUpperTail(count, n, p), expected),
);

it("binom.test(327, 546, 0.5)$p.value", () => closeTo(binomialTwoSided(327, 546, 0.5), 4.362264379994527e-6));

it.each([
  [546, 0.5, [250, 296]],
  [8, 0.8, [4, 8]],
  [110, 0.29, [23, 41]],
])("qbinom(c(0.025, 0.975), %d, %d)", (n, p, expected) => {
  expect([0.025, 0.975].map((probability) => binomialQuantile(probability, n, p))).toEqual(expected);
});

it("every count lies between none and all", () => {
  expect([binomialLowerTail(-1, 5, 0.3), binomialLowerTail(5, 5, 0.3)]).toEqual([0, 1]);
  expect([binomialUpperTail(0, 5, 0.3), binomialUpperTail(6, 5, 0.3)]).toEqual([1, 0]);
  expect(binomialTwoSided(1, 2, 0.5)).toBe(1);
});

it.each([
  [17, 50, [0.21205471343538174, 0.48765248772158831]],
  [0, 30, [0, 0.11570330822202779]],
  [30, 30, [0.88429669177797221, 1]],
  [464, 546, [0.8170495095355681, 0.87873809435355665]],
])("binom.test(%d, %d)$conf.int", (count, n, [low, high]) => {
  const interval = binomialInterval(count, n, 0.95);
  expect(Math.abs(interval.low - low!)).toBeLessThan(1e-12);
  expect(Math.abs(interval.high - high!)).toBeLessThan(1e-12);
});

// SciPy 1.17: binom.cdf(k, n, p), binom.sf(k - 1, n, p)
it.each([
  [499_000, 1_000_000, 0.5, 0.0228041499326948, 0.9773038320453267],
  [20, 4000, 0.01, 0.0003494436845545854, 0.9998335714965912],
  [300, 1000, 0.1, 1, 6.823349107845461e-69],
])("both tails at %d of %d by %d, far out and of many trials", (count, n, p, lower, upper) => {
  expect(Math.abs(binomialLowerTail(count, n, p) / lower - 1)).toBeLessThan(1e-9);
  expect(Math.abs(binomialUpperTail(count, n, p) / upper - 1)).toBeLessThan(1e-9);
});
