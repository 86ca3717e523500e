/**
 * How many values of a stream lie at and between the distinct values of a reference: all that a comparison of the two
 * distributions needs, in memory that grows with the reference alone and log(reference) steps for each value.
 *
 * Cell 2k + 1 counts values equal to the k-th distinct value, cell 2k those between it and the one before.
 */
export class Tally {
  readonly counts: Float64Array;
  /** Values, or as many as count: see `effective`. */
  n = 0;
  private weight = 0;
  private squares = 0;

  /** @param knots the distinct values of the reference, ascending */
  constructor(readonly knots: Float64Array) {
    this.counts = new Float64Array(2 * knots.length + 1);
  }

  /**
   * @param weight how many values this one stands for
   * @param squares the sum of squared weights, where it is several values
   */
  add(value: number, weight = 1, squares = weight * weight): void {
    let [low, high] = [0, this.knots.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.knots[middle]! < value) low = middle + 1;
      else high = middle;
    }
    const cell = 2 * low + Number(this.knots[low] === value);
    this.counts[cell] = this.counts[cell]! + weight;
    this.weight += weight;
    this.squares += squares;
    this.n++;
  }

  /**
   * The same shares at the number of values of one weight that would tell them as surely, (Σ w)² / Σ w²: all of them
   * where all weigh the same.
   *
   * Source: Kish (1965), "Survey Sampling", 11.7.
   */
  effective(): Tally {
    if (this.n === 0) return this;
    const tally = new Tally(this.knots);
    tally.n = this.weight ** 2 / this.squares;
    for (let cell = 0; cell < this.counts.length; cell++) {
      tally.counts[cell] = (this.counts[cell]! * this.weight) / this.squares;
    }
    return tally;
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
