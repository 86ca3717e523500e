import { binomialQuantile } from "../math/binomial";
import { binomialInterval } from "../math/binomial-interval";

/** A figure with the ends of its confidence interval. */
export interface Interval {
  value: number;
  low: number;
  high: number;
}

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
