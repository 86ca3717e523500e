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

export const absoluteError = ({ estimate, actual }: Guess) => Math.abs(estimate - actual);

/** The error in shares of the outcome: of an outcome of 0, infinite unless it was met. */
export function relativeError(guess: Guess): number {
  const error = absoluteError(guess);
  return error === 0 ? 0 : error / Math.abs(guess.actual);
}
