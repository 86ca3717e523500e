import { cutByLevels, cutByQuantiles, type Bin } from "./bins";
import { CELL, GRID, type NumberSample } from "./number-sample";
import type { DriftTest } from "./report";
import type { Tally } from "./tally";
import { chiSquaredTest, distancesOf, kolmogorovSmirnovTest, stabilityIndex, welchTest } from "./two-sample";
import type { Summary, TwoSampleTest } from "./two-sample";

/** What is compared of two samples, by which test, and how large a difference is. */
export interface FeatureTest extends Pick<DriftTest, "of" | "name" | "size" | "smallest" | "matters"> {
  test: TwoSampleTest;
}

/** The smallest difference of means that matters, in standard deviations: of the sample that varies more. */
const SMALLEST_SHIFT = 0.1;
/** The smallest change of the mean distance from the median that matters, as a share of it. */
const SMALLEST_STRETCH = 0.1;
/** How sure it must be that a difference is as large as that: the quantile of a one-sided bound of 90%. */
const STANDARD_ERRORS = 1.2816;
/** The smallest distance of two shapes that matters, in standard deviations. */
const SMALLEST_CHANGE = 0.2;
/** With fewer rows than this, the standard deviation of a skewed sample is too uncertain to compare shapes by. */
const FEWEST_FOR_SHAPE = 200;
/**
 * The smallest stability index that matters for shares, half of where Siddiqi (2006), "Credit Risk Scorecards", begins
 * to see any shift: with 10% of the rows at a level, it takes about 6% more of them there.
 */
const SMALLEST_INDEX = 0.05;

/** Compare the shares of two samples of few values, value by value. */
export function compareLevels(reference: Tally, current: Tally): { bins: Bin[]; tests: FeatureTest[] } {
  return testBins(cutByLevels(reference, current));
}

/** The same by the deciles of the reference, for numbers of which one value is more than half. */
export function compareDeciles(reference: Tally, current: Tally): { bins: Bin[]; tests: FeatureTest[] } {
  return testBins(cutByQuantiles(reference, current));
}

function testBins(bins: Bin[]): { bins: Bin[]; tests: FeatureTest[] } {
  if (bins.length < 2) return { bins, tests: [] };
  const size = stabilityIndex(bins);
  const test = chiSquaredTest(bins);
  return {
    bins,
    tests: [{ of: "shares", name: "χ²", test, size, smallest: SMALLEST_INDEX, matters: size >= SMALLEST_INDEX }],
  };
}

/**
 * Compare where two samples of numbers lie and how far they spread, and from 200 rows on the shape that is left once
 * both have one mean and one variance. Rounding moves neither mean nor spread, as it moves every single value.
 */
export function compareNumbers(reference: NumberSample, current: NumberSample): FeatureTest[] {
  const before = reference.distances();
  const tests: FeatureTest[] = [
    { of: "mean", name: "Welch", ...compareMeans(reference.values(), current.values(), SMALLEST_SHIFT) },
    {
      of: "spread",
      name: "Brown–Forsythe",
      ...compareMeans(before, current.distances(), SMALLEST_STRETCH, before.mean),
    },
  ];
  if (Math.min(reference.n, current.n) >= FEWEST_FOR_SHAPE) {
    const { most, sum: distance } = distancesOf(reference.shape(), current.shape());
    const size = distance * GRID;
    const test = kolmogorovSmirnovTest(most, reference.n, current.n);
    tests.push({
      of: "shape",
      name: "Kolmogorov–Smirnov",
      ...{ test, size, smallest: SMALLEST_CHANGE, matters: size >= SMALLEST_CHANGE },
    });
  }
  return tests;
}

/**
 * Welch's test with a variance of the current sample that is at least that of the reference: of a skewed input a small
 * sample often lacks the far values, and is then sure of a mean that is too low.
 *
 * @param smallest the smallest size that matters
 * @param given the unit of the size; where it is left out, the larger of both standard deviations
 */
function compareMeans(reference: Summary, current: Summary, smallest: number, given?: number) {
  const variance = Math.max(current.variance, reference.variance);
  const unit = given ?? Math.sqrt(variance);
  const test = welchTest(reference, { ...current, variance });
  const size = test.statistic / unit;
  const error = Math.sqrt(reference.variance / reference.n + variance / current.n) / unit;
  return { test, size, smallest, matters: Math.abs(size) - STANDARD_ERRORS * error >= smallest };
}

/**
 * The distance of Wasserstein between two samples on one scale: how far values must be moved on average to make one
 * distribution of the other, in standard deviations of the reference.
 */
export function wassersteinDistance(reference: NumberSample, current: NumberSample): number {
  return distancesOf(reference.shares(), current.shares()).sum * CELL;
}

/** The share of the values of a reference that its most frequent value has. */
export function largestShare({ counts, n }: Tally): number {
  return n === 0 ? 0 : counts.reduce((most, count) => Math.max(most, count), 0) / n;
}
