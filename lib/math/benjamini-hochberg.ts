/**
 * p-values of several tests, adjusted so that rejecting those up to α leaves at most a share α of false alarms among
 * the rejections; where nothing at all is wrong, the probability of any alarm is at most α. It holds for tests that
 * are independent or depend on each other positively.
 *
 * Source: Benjamini and Hochberg (1995), "Controlling the false discovery rate", Journal of the Royal Statistical
 * Society B 57, 289–300; Benjamini and Yekutieli (2001), Annals of Statistics 29, 1165–1188, for dependent tests.
 *
 * @returns in the order given, as R's `p.adjust(p, "BH")`
 */
export function adjustForTests(p: readonly number[]): number[] {
  const adjusted = new Array<number>(p.length);
  const order = Array.from(p.keys()).sort((a, b) => p[b]! - p[a]!);
  let smallest = 1;
  order.forEach((index, position) => {
    smallest = Math.min(smallest, (p[index]! * p.length) / (p.length - position));
    adjusted[index] = smallest;
  });
  return adjusted;
}

/** The largest p-value that is rejected at α, or would be: α k / tests, with k the rejections and at least 1. */
export function rejectionLevel(adjusted: readonly number[], alpha: number): number {
  const rejected = adjusted.filter((p) => p <= alpha).length;
  return (alpha * Math.max(1, rejected)) / Math.max(1, adjusted.length);
}
