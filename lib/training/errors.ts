import { mean, median } from "simple-statistics";
import type { Yardstick } from "../judging/measures";
import type { Guess } from "../judging/ratio-study";
import type { Accuracy } from "../model/evidence";
import type { Tolerance } from "../model/spec-shape";

const error = ({ actual, estimate }: Guess) => Math.abs(estimate - actual);
const relativeError = (guess: Guess) => error(guess) / Math.abs(guess.actual);

const shareOf = (guesses: Guess[], holds: (guess: Guess) => boolean) => guesses.filter(holds).length / guesses.length;

/** Whether an estimate is within a tolerance of the truth. */
export const isWithin = (tolerance: Tolerance) => (guess: Guess) =>
  "relative" in tolerance ? relativeError(guess) <= tolerance.relative : error(guess) <= tolerance.absolute;

/** How far guesses are from the truth; see `Evidence`. Each row counts once, whatever its weight. */
export function errorsOf(guesses: Guess[], { tolerance, shares }: Yardstick): Accuracy["baseline"] {
  const within = (limit: number) => (shares ? shareOf(guesses, (guess) => relativeError(guess) <= limit) : null);
  return {
    rmse: Math.sqrt(mean(guesses.map((guess) => error(guess) ** 2))),
    mae: mean(guesses.map(error)),
    mdae: median(guesses.map(error)),
    mdape: shares ? median(guesses.map(relativeError)) : null,
    within5: within(0.05),
    within10: within(0.1),
    within20: within(0.2),
    withinTolerance: shareOf(guesses, isWithin(tolerance)),
  };
}

/** The share of the variation of outcomes that estimates foresee: 1 − Σ error² over Σ (outcome − mean)². */
export function foreseen(guesses: Guess[]): number {
  const squares = (values: number[]) => values.reduce((sum, value) => sum + value ** 2, 0);
  const center = mean(guesses.map(({ actual }) => actual));
  const missed = squares(guesses.map(({ actual, estimate }) => actual - estimate));
  return 1 - missed / squares(guesses.map(({ actual }) => actual - center));
}
