import { DEFAULT_LEVEL } from "../model/answer/predict";
import { WITHIN } from "../model/answer/uncertainty";
import { relativeError, type Guess, type MaybeRanged, type RangedGuess } from "./guess";
import { medianInterval, shareInterval } from "./intervals";
import { ratioIntervals } from "./ratio-intervals";
import type { Interval, Measures } from "./report";

/**
 * How far estimates are from the truth, with confidence intervals: the median of |estimate − actual| / |actual|, the
 * share within 10 % of the truth, and where outcomes and estimates are positive the ratio study (see `ratioStudy`).
 *
 * @param guesses at least one
 * @param level of the confidence intervals
 */
export function measureGuesses(guesses: readonly Guess[], level: number): Measures {
  const errors = guesses.map(relativeError);
  const mdape = medianInterval(errors, level);
  return {
    // Not known where so many truths are 0 that the median error, or an end of its interval, has no percentage.
    ...(Number.isFinite(mdape.high) && { mdape }),
    within10: shareInterval(errors.filter((error) => error <= WITHIN).length, errors.length, level),
    ...ratioIntervals(guesses, level),
  };
}

/** The share of truths inside the intervals that the estimates came with; at least one. */
export function measureCoverage(guesses: readonly RangedGuess[], level: number): Interval {
  const inside = guesses.filter(({ low, high, actual }) => actual >= low && actual <= high);
  return shareInterval(inside.length, guesses.length, level);
}

/** Those whose interval is of the level that the card makes its claim for: callers may ask for others. */
export function atDefaultLevel(guesses: readonly MaybeRanged[]): RangedGuess[] {
  return guesses.filter((guess): guess is RangedGuess => guess.level === DEFAULT_LEVEL);
}
