import betainc from "@stdlib/math-base-special-betainc";
import gammainc from "@stdlib/math-base-special-gammainc";
import gammaincinv from "@stdlib/math-base-special-gammaincinv";
import tCdf from "@stdlib/stats-base-dists-t-cdf";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";

/**
 * The distributions of test statistics, named after what is asked of them. Each tail is computed as a tail
 * and not as one minus the rest, so that a p-value of 1e-40 is one. Outside of their range the answer is NaN.
 */

/** P(T ≤ t) for Student's t with `df` degrees of freedom. */
export function studentTCdf(t: number, df: number): number {
  return tCdf(t, df);
}

/** The t with P(T ≤ t) = probability, for Student's t with `df` degrees of freedom. */
export function studentTQuantile(probability: number, df: number): number {
  return tQuantile(probability, df);
}

/** P(|T| ≥ |t|): the p-value of a coefficient that is t standard errors from zero. */
export function studentTTwoSided(t: number, df: number): number {
  return 2 * tCdf(-Math.abs(t), df);
}

/**
 * P(F ≥ f) with d1 and d2 degrees of freedom: an incomplete beta function of the share d1 f / (d1 f + d2), or
 * of what is left of it, whichever is small, since the distance of a number from 1 loses digits.
 */
export function fUpperTail(f: number, d1: number, d2: number): number {
  if (f <= 0) return 1;
  if (d1 * f < d2) return betainc((d1 * f) / (d1 * f + d2), d1 / 2, d2 / 2, true, true);
  return betainc(d2 / (d1 * f + d2), d2 / 2, d1 / 2, true, false);
}

/** P(χ² ≥ x) with `df` degrees of freedom: the upper regularised incomplete gamma function. */
export function chiSquaredUpperTail(x: number, df: number): number {
  if (x <= 0) return 1;
  return x === Infinity ? 0 : gammainc(x / 2, df / 2, true, true);
}

/** The x with P(χ² ≥ x) = p, with `df` degrees of freedom. */
export function chiSquaredUpperQuantile(p: number, df: number): number {
  return 2 * gammaincinv(p, df / 2, true);
}

/**
 * P(K ≥ x) for Kolmogorov's distribution, which √(nm / (n + m)) times the distance of two empirical distributions
 * follows in the limit: 2 Σ (−1)^(k − 1) exp(−2 k² x²), or below 1, where that series is slow, one minus its theta
 * transform √(2π) / x · Σ exp(−(2k − 1)² π² / (8 x²)).
 *
 * Source: Kolmogorov (1933); Marsaglia, Tsang and Wang (2003), "Evaluating Kolmogorov's distribution", Journal of
 * Statistical Software 8(18).
 */
export function kolmogorovUpperTail(x: number): number {
  if (x <= 0) return 1;
  let sum = 0;
  if (x < 1) {
    for (let k = 1; k <= 9; k += 2) sum += Math.exp(-((k * Math.PI) ** 2) / (8 * x * x));
    return 1 - (Math.sqrt(2 * Math.PI) / x) * sum;
  }
  for (let k = 1; k <= 9; k++) sum += (k % 2 ? 2 : -2) * Math.exp(-2 * (k * x) ** 2);
  return sum;
}

/** The x with P(K ≥ x) = p for Kolmogorov's distribution, by halving: 60 steps leave no bit to find. */
export function kolmogorovUpperQuantile(p: number): number {
  let [low, high] = [0, 30];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (kolmogorovUpperTail(middle) > p) low = middle;
    else high = middle;
  }
  return high;
}
