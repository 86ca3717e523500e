import betainc from "@stdlib/math-base-special-betainc";

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
