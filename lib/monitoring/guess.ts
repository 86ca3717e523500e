/** An estimate and what became true; all in the target's unit. */
export interface Guess {
  estimate: number;
  actual: number;
}

/** With the interval that the estimate came with, and its level; null where it came without. */
export type MaybeRanged = Guess & { [End in "low" | "high" | "level"]: number | null };

/** With the interval that the estimate came with, and its level. */
export interface RangedGuess extends Guess {
  low: number;
  high: number;
  level: number;
}

/** The distance from the truth as a share of it; endless for any error about a truth of 0. */
export const relativeError = ({ estimate, actual }: Guess) =>
  estimate === actual ? 0 : Math.abs(estimate - actual) / Math.abs(actual);
