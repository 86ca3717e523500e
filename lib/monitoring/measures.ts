import { binomialInterval, binomialQuantile } from "../math/binomial";
import { DEFAULT_LEVEL } from "../model/answer/predict";
import { WITHIN } from "../model/answer/uncertainty";
import { ratioIntervals } from "./ratio-intervals";
import type { Interval, MeasureName } from "./report";

/** An estimate and what became true; all in the target's unit. */
export interface Guess {
  estimate: number;
  actual: number;
}

/** With the interval that the estimate came with, and its level. */
export interface RangedGuess extends Guess {
  low: number;
  high: number;
  level: number;
}

export type Measures = Partial<Record<MeasureName, Interval>>;

/** The names and which way is good: each is a distance from the ideal. */
export const MEASURES: Record<MeasureName, { label: string; distance: (value: number) => number }> = {
  mdape: { label: "Median error", distance: (value) => value },
  within10: { label: "Within 10 %", distance: (value) => 1 - value },
  medianRatio: { label: "Median ratio", distance: (value) => Math.abs(value - 1) },
  coverage: { label: "Truths inside the 80 % range", distance: (value) => 1 - value },
  cod: { label: "Coefficient of dispersion (COD)", distance: (value) => value },
  prd: { label: "Price-related differential (PRD)", distance: (value) => Math.abs(value - 1) },
  prb: { label: "Price-related bias (PRB)", distance: (value) => Math.abs(value) },
};

export const relativeError = ({ estimate, actual }: Guess) => Math.abs(estimate - actual) / Math.abs(actual);

/**
 * The median with its confidence interval from the order statistics, for any distribution: the truth lies between
 * the k-th smallest and the k-th largest value with probability 1 − 2 P(X < k), X binomial of n trials at ½.
 *
 * Source: Conover (1999), "Practical Nonparametric Statistics", section 3.2.
 */
export function medianInterval(values: readonly number[], level: number): Interval {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  const k = Math.max(1, binomialQuantile((1 - level) / 2, n, 0.5));
  return { value: (sorted[(n - 1) >> 1]! + sorted[n >> 1]!) / 2, low: sorted[k - 1]!, high: sorted[n - k]! };
}

/** A share with its exact confidence interval. */
export function shareInterval(count: number, n: number, level: number): Interval {
  return { value: count / n, ...binomialInterval(count, n, level) };
}

/**
 * How far estimates are from the truth, with confidence intervals: the median of |estimate − actual| / |actual|, the
 * share within 10 % of the truth, and where outcomes and estimates are positive the ratio study (see `ratioStudy`).
 *
 * @param guesses at least one
 * @param level of the confidence intervals
 */
export function measureGuesses(guesses: readonly Guess[], level: number): Measures {
  const errors = guesses.map(relativeError);
  return {
    mdape: medianInterval(errors, level),
    within10: shareInterval(errors.filter((error) => error <= WITHIN).length, errors.length, level),
    ...ratioIntervals(guesses, level),
  };
}

/** The share of truths inside the intervals that the estimates came with; at least one. */
export function measureCoverage(guesses: readonly RangedGuess[], level: number): Interval {
  const inside = guesses.filter(({ low, high, actual }) => actual >= low && actual <= high);
  return shareInterval(inside.length, guesses.length, level);
}

/** Those whose interval is of the level that the card makes its claim for: callers may ask for others. */
export function atDefaultLevel<Ranged extends RangedGuess>(guesses: readonly Ranged[]): Ranged[] {
  return guesses.filter(({ level }) => level === DEFAULT_LEVEL);
}
