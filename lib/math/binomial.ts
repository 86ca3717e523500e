/** How often something of a known probability happens in n independent trials, without what a browser would load for long. */

/**
 * The probabilities of at most and of more than `count`, in proportion: sums of the probability of each count over that of
 * the likeliest, from which each follows by the ratio of neighbours. What adds nothing to sixteen digits is left out.
 */
function sums(count: number, n: number, p: number): { low: number; high: number } {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const sum = { low: 0, high: 0 };
  const add = (k: number, weight: number): boolean => {
    const side = k <= count ? "low" : "high";
    sum[side] += weight;
    // On the way to the other side every weight counts.
    const passed = k <= mode ? k <= count : k > count;
    return weight > 0 && !(passed && weight < sum[side] * 1e-18);
  };
  let weight = 1;
  for (let k = mode; k >= 0 && add(k, weight); k--) weight *= (k * (1 - p)) / ((n - k + 1) * p);
  weight = ((n - mode) * p) / ((mode + 1) * (1 - p));
  for (let k = mode + 1; k <= n && add(k, weight); k++) weight *= ((n - k) * p) / ((k + 1) * (1 - p));
  return sum;
}

/** P(X ≤ count) among n trials of probability p. */
export function binomialLowerTail(count: number, n: number, p: number): number {
  if (count < 0) return 0;
  if (count >= n || p <= 0) return 1;
  if (p >= 1) return 0;
  const { low, high } = sums(Math.floor(count), n, p);
  return low / (low + high);
}

/** P(X ≥ count) among n trials of probability p. */
export function binomialUpperTail(count: number, n: number, p: number): number {
  if (count > n) return 0;
  if (count <= 0 || p >= 1) return 1;
  if (p <= 0) return 0;
  const { low, high } = sums(Math.ceil(count) - 1, n, p);
  return high / (low + high);
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
