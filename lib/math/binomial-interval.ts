import betaincinv from "@stdlib/math-base-special-kernel-betaincinv";

/** The k-th smallest of n uniform numbers follows a beta distribution; this is its quantile. */
export function betaQuantile(probability: number, a: number, b: number): number {
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
