import {
  chiSquaredUpperQuantile,
  chiSquaredUpperTail,
  kolmogorovUpperQuantile,
  kolmogorovUpperTail,
  studentTQuantile,
  studentTTwoSided,
} from "../math/distributions";

/** A test of whether two samples come from one distribution. */
export interface TwoSampleTest {
  statistic: number;
  degreesOfFreedom: number | null;
  /** The probability of a statistic this far from 0 without any difference. */
  p: number;
  /** The statistic, or its distance from 0, that is exceeded with a probability without any difference. */
  threshold(probability: number): number;
}

/** What Welch's test needs of a sample. */
export interface Summary {
  n: number;
  mean: number;
  variance: number;
}

/** Rows of two samples in the same bins. */
export type Pair = { reference: number; current: number };

function totals(pairs: readonly Pair[]): { m: number; n: number } {
  return pairs.reduce((sum, { reference, current }) => ({ m: sum.m + reference, n: sum.n + current }), { m: 0, n: 0 });
}

/**
 * Welch's test that two means are equal, whatever the variances: their difference over its standard error
 * √(s²/n + s'²/n') follows Student's t with Satterthwaite's degrees of freedom. On the distances from the median of each
 * sample it is the test of Brown and Forsythe that both spread as far. Equal to R's `t.test(current, reference)`.
 *
 * Source: Welch (1947), Biometrika 34, 28–35; Brown and Forsythe (1974), "Robust tests for the equality of variances",
 * Journal of the American Statistical Association 69, 364–367.
 *
 * @returns the difference of the means, current less reference, as the statistic
 */
export function welchTest(reference: Summary, current: Summary): TwoSampleTest {
  const statistic = current.mean - reference.mean;
  const [a, b] = [reference.variance / reference.n, current.variance / current.n];
  const error = Math.sqrt(a + b);
  if (error === 0) return { statistic, degreesOfFreedom: null, p: statistic === 0 ? 1 : 0, threshold: () => 0 };
  const df = (a + b) ** 2 / (a ** 2 / (reference.n - 1) + b ** 2 / (current.n - 1));
  return {
    statistic,
    degreesOfFreedom: df,
    p: studentTTwoSided(statistic / error, df),
    threshold: (probability) => -error * studentTQuantile(probability / 2, df),
  };
}

/**
 * The population stability index, Σ (a − b) ln(a / b) over the shares a and b of two samples in each bin, which is
 * the divergence of Jeffreys (1946). So that an empty bin leaves it finite, one imaginary row is added to each sample,
 * spread over the bins as both together are; equal shares stay equal.
 */
export function stabilityIndex(pairs: readonly Pair[]): number {
  const { m, n } = totals(pairs);
  return pairs.reduce((sum, { reference, current }) => {
    const pooled = (reference + current) / (m + n);
    if (pooled === 0) return sum;
    const [a, b] = [(current + pooled) / (n + 1), (reference + pooled) / (m + 1)];
    return sum + (a - b) * Math.log(a / b);
  }, 0);
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

/** Where two cumulative distributions on the same cells are furthest apart, and by how much summed over all cells. */
export function distancesOf(reference: ArrayLike<number>, current: ArrayLike<number>): { most: number; sum: number } {
  let [distance, most, sum] = [0, 0, 0];
  for (let cell = 0; cell < reference.length; cell++) {
    distance += current[cell]! - reference[cell]!;
    most = Math.max(most, Math.abs(distance));
    sum += Math.abs(distance);
  }
  return { most, sum };
}

/**
 * The test of Kolmogorov and Smirnov: the largest distance of two cumulative distributions, which by chance is
 * √(1/m + 1/n) K. Values in one cell count as equal, which makes the p-value too large, never too small. Equal to R's
 * `ks.test(x, y, exact = FALSE)` of values that are rounded to cells.
 *
 * @param most the largest distance
 */
export function kolmogorovSmirnovTest(most: number, m: number, n: number): TwoSampleTest {
  const scale = Math.sqrt(1 / m + 1 / n);
  return {
    statistic: most,
    degreesOfFreedom: null,
    p: kolmogorovUpperTail(most / scale),
    threshold: (probability) => scale * kolmogorovUpperQuantile(probability),
  };
}
