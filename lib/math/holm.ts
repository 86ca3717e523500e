/**
 * p-values of several tests, adjusted so that rejecting those up to α rejects any true hypothesis with probability α at
 * most, however the tests depend on each other.
 *
 * Source: Holm (1979), "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6,
 * 65–70.
 *
 * @param tests how many tests there are, where `p` holds the p-values of a part of them: the others count as 1
 * @returns in the order given, as R's `p.adjust(p, "holm", tests)`
 */
export function adjustByHolm(p: readonly number[], tests = p.length): number[] {
  const adjusted = new Array<number>(p.length);
  let largest = 0;
  Array.from(p.keys())
    .sort((a, b) => p[a]! - p[b]!)
    .forEach((index, position) => {
      largest = Math.max(largest, Math.min(1, p[index]! * (tests - position)));
      adjusted[index] = largest;
    });
  return adjusted;
}

/**
 * The level at which each of several tests may reject, so that the probability of any false alarm among all of them is
 * at most `alpha`, however the tests depend on each other. In order of their p-values the tests are held against α / m,
 * α / (m − 1) and so on, up to the first that is not rejected. With r rejections, a test is rejected exactly when its
 * p-value is at most α / (m − r), which is the level given here.
 *
 * Source: Holm (1979), "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6,
 * 65–70.
 *
 * @param p the p-values of all tests that were made
 */
export function holmLevel(p: readonly number[], alpha: number): number {
  const ascending = Float64Array.from(p).sort();
  const kept = ascending.findIndex((each, rejected) => each > alpha / (ascending.length - rejected));
  return kept < 0 ? alpha : alpha / (ascending.length - kept);
}
