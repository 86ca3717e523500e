import {
  chiSquaredUpperQuantile,
  chiSquaredUpperTail,
  kolmogorovUpperQuantile,
  kolmogorovUpperTail,
} from "../math/distributions";
import type { Tally } from "./tally";

/** A test of whether two samples come from one distribution. */
export interface TwoSampleTest {
  statistic: number;
  degreesOfFreedom: number | null;
  /** The probability of a statistic this large without any difference. */
  p: number;
  /** The statistic that is exceeded with a probability without any difference. */
  threshold(probability: number): number;
}

/** Rows of two samples in the same bins. */
export type Pair = { reference: number; current: number };

function totals(pairs: readonly Pair[]): { m: number; n: number } {
  return pairs.reduce((sum, { reference, current }) => ({ m: sum.m + reference, n: sum.n + current }), { m: 0, n: 0 });
}

/**
 * The population stability index, Σ (a − b) ln(a / b) over the shares a and b of two samples in each bin, which is
 * the divergence of Jeffreys (1946). Of two samples of m and n rows from one distribution it is about
 * (1/m + 1/n) χ² with a degree of freedom less than bins: hence what it may be by chance depends on the rows, and a
 * fixed limit such as 0.1 does not. So that an empty bin leaves it finite, one imaginary row is added to each sample,
 * spread over the bins as both together are; equal shares stay equal.
 *
 * Source: Yurdakul and Naranjo (2020), "Statistical properties of the population stability index", Journal of Risk
 * Model Validation 14(4).
 */
export function stabilityIndex(pairs: readonly Pair[]): TwoSampleTest {
  const { m, n } = totals(pairs);
  const df = pairs.length - 1;
  const scale = 1 / m + 1 / n;
  const statistic = pairs.reduce((sum, { reference, current }) => {
    const pooled = (reference + current) / (m + n);
    if (pooled === 0) return sum;
    const [a, b] = [(current + pooled) / (n + 1), (reference + pooled) / (m + 1)];
    return sum + (a - b) * Math.log(a / b);
  }, 0);
  return {
    statistic,
    degreesOfFreedom: df,
    p: chiSquaredUpperTail(statistic / scale, df),
    threshold: (probability) => scale * chiSquaredUpperQuantile(probability, df),
  };
}

/**
 * Pearson's χ² test of homogeneity: Σ (observed − expected)² / expected over both samples and all bins, with the
 * expected rows as both together have them. Equal to R's `chisq.test(rbind(reference, current), correct = FALSE)`.
 */
export function chiSquaredTest(pairs: readonly Pair[]): TwoSampleTest {
  const { m, n } = totals(pairs);
  const df = pairs.length - 1;
  const statistic = pairs.reduce((sum, { reference, current }) => {
    const pooled = (reference + current) / (m + n);
    if (pooled === 0) return sum;
    return sum + (reference - m * pooled) ** 2 / (m * pooled) + (current - n * pooled) ** 2 / (n * pooled);
  }, 0);
  return {
    statistic,
    degreesOfFreedom: df,
    p: chiSquaredUpperTail(statistic, df),
    threshold: (probability) => chiSquaredUpperQuantile(probability, df),
  };
}

/**
 * The test of Kolmogorov and Smirnov: the largest distance of the two cumulative distributions, which by chance is
 * √(1/m + 1/n) K. Between two values of the reference its own distribution is flat and the other's only rises, so
 * the distance is largest at the end of a cell. Equal values make the p-value too large, never too small. Equal to
 * R's `ks.test(x, y, exact = FALSE)`.
 */
export function kolmogorovSmirnovTest(reference: Tally, current: Tally): TwoSampleTest {
  let [below, belowNow, statistic] = [0, 0, 0];
  for (let cell = 0; cell < reference.counts.length; cell++) {
    below += reference.counts[cell]!;
    belowNow += current.counts[cell]!;
    statistic = Math.max(statistic, Math.abs(below / reference.n - belowNow / current.n));
  }
  const scale = Math.sqrt(1 / reference.n + 1 / current.n);
  return {
    statistic,
    degreesOfFreedom: null,
    p: kolmogorovUpperTail(statistic / scale),
    threshold: (probability) => scale * kolmogorovUpperQuantile(probability),
  };
}
