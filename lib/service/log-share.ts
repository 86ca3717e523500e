/**
 * Rows a second that are logged one by one; of more, so many as a sample. Writing one costs a good part of what a
 * prediction does.
 */
const MOST_PER_SECOND = 1_000;

/**
 * Which share of the predictions of this moment is logged, so that the log keeps up however many there are.
 *
 * It is such that those of a second as busy as the one before come to `MOST_PER_SECOND`. Of what comes beyond, when more
 * come than were expected, each is less likely than the one before: as the square of expected / seen, whose sum over a
 * second is below `MOST_PER_SECOND` again, however many there are.
 */
export class LogShare {
  private second = -1;
  private expected = MOST_PER_SECOND;
  private seen = 0;

  /** Count a prediction and give its chance of being logged; what is logged stands for 1 / chance. */
  next(now: number = performance.now()): number {
    const second = Math.floor(now / 1_000);
    if (second !== this.second) {
      const before = second === this.second + 1 ? this.seen : 0;
      this.expected = Math.max(before, MOST_PER_SECOND);
      this.second = second;
      this.seen = 0;
    }
    this.seen++;
    const share = MOST_PER_SECOND / this.expected;
    return this.seen <= this.expected ? share : share * (this.expected / this.seen) ** 2;
  }
}
