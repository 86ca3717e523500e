/**
 * Rows a second that are logged one by one; of more, so many as a sample. Writing one costs a good part of what a
 * prediction does.
 */
const MOST_PER_SECOND = 2_000;

/**
 * Which share of the predictions of this moment is logged, so that the log keeps up however many there are: all of
 * them, or as many of so many as there were in the second before.
 */
export class LogShare {
  private second = -1;
  private seen = 0;
  private share = 1;

  /** Count a prediction and give its chance of being logged; what is logged stands for 1 / chance. */
  next(now: number = performance.now()): number {
    const second = Math.floor(now / 1_000);
    if (second !== this.second) {
      const before = second === this.second + 1 ? this.seen : 0;
      this.share = Math.min(1, MOST_PER_SECOND / Math.max(before, 1));
      this.second = second;
      this.seen = 0;
    }
    this.seen++;
    return this.share;
  }
}
