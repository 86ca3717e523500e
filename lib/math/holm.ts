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
