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
