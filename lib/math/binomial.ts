import betainc from "@stdlib/math-base-special-betainc";
import betaincinv from "@stdlib/math-base-special-kernel-betaincinv";

/**
 * How often something of a known probability happens in n independent trials. Both tails are incomplete beta
 * functions (Abramowitz and Stegun 1964, "Handbook of Mathematical Functions", 26.5.24).
 */

/** P(X ≤ count) among n trials of probability p. */
export function binomialLowerTail(count: number, n: number, p: number): number {
  if (count < 0) return 0;
  return count >= n ? 1 : betainc(1 - p, n - count, count + 1, true, false);
}

/** P(X ≥ count) among n trials of probability p. */
export function binomialUpperTail(count: number, n: number, p: number): number {
  if (count > n) return 0;
  return count <= 0 ? 1 : betainc(p, count, n - count + 1, true, false);
}

/** Twice the smaller tail, at most 1: the p-value of a count that could as well be too high as too low. */
export function binomialTwoSided(count: number, n: number, p: number): number {
  return Math.min(1, 2 * Math.min(binomialLowerTail(count, n, p), binomialUpperTail(count, n, p)));
}

/** The smallest count with P(X ≤ count) ≥ probability. */
export function binomialQuantile(probability: number, n: number, p: number): number {
  let [low, high] = [0, n];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (binomialLowerTail(middle, n, p) >= probability) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The k-th smallest of n uniform numbers follows a beta distribution; this is its quantile. */
function betaQuantile(probability: number, a: number, b: number): number {
  return betaincinv(a, b, probability, 1 - probability)[0]!;
}

/**
 * The interval of Clopper and Pearson for a probability of which `count` of n trials are known: it holds the truth
 * at least as often as `level` says, for every n.
 *
 * Source: Clopper and Pearson (1934), "The use of confidence or fiducial limits illustrated in the case of the
 * binomial", Biometrika 26, 404–413.
 */
export function binomialInterval(count: number, n: number, level: number): { low: number; high: number } {
  const tail = (1 - level) / 2;
  return {
    low: count === 0 ? 0 : betaQuantile(tail, count, n - count + 1),
    high: count === n ? 1 : betaQuantile(1 - tail, count + 1, n - count),
  };
}
