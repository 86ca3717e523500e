/**
 * How many values of a stream lie at and between the distinct values of a reference: all that a comparison of the two
 * distributions needs, in memory that grows with the reference alone and log(reference) steps for each value.
 *
 * Cell 2k + 1 counts values equal to the k-th distinct value, cell 2k those between it and the one before.
 */
export class Tally {
  readonly counts: Float64Array;
  n = 0;

  /** @param knots the distinct values of the reference, ascending */
  constructor(readonly knots: Float64Array) {
    this.counts = new Float64Array(2 * knots.length + 1);
  }

  add(value: number): void {
    let [low, high] = [0, this.knots.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.knots[middle]! < value) low = middle + 1;
      else high = middle;
    }
    const cell = 2 * low + Number(this.knots[low] === value);
    this.counts[cell] = this.counts[cell]! + 1;
    this.n++;
  }
}

/**
 * A reference as a tally of itself.
 *
 * @param possible values to count apart even where the reference has none of them
 */
export function tallyReference(values: Float64Array, possible: Iterable<number> = []): Tally {
  const tally = new Tally(Float64Array.from(new Set([...values, ...possible])).sort());
  for (const value of values) tally.add(value);
  return tally;
}
