import { DEFAULT_LEVEL } from "../model/answer/level";
import { errorMeasures, USUAL_YARDSTICK } from "../judging/measures";
import { absoluteError, relativeError, type Guess, type MaybeRanged, type RangedGuess } from "./guess";
import { medianInterval, shareInterval } from "../judging/intervals";
import { ratioIntervals } from "../judging/ratio-intervals";
import type { Interval, Measures } from "./report";

/**
 * How far estimates are from the truth, with confidence intervals: the median error and the share within the tolerance,
 * and where outcomes and estimates are positive the ratio study (see `ratioStudy`). Errors are shares of the outcome
 * with a relative tolerance, and in the target's unit with an absolute one. What is not finite is left out: a median of
 * shares, where too many outcomes are 0.
 *
 * @param guesses at least one
 * @param level of the confidence intervals
 */
export function measureGuesses(
  guesses: readonly Guess[],
  level: number,
  { tolerance, shares, ratioStudy } = USUAL_YARDSTICK,
): Measures {
  const { medianRatio, ...study } = shares ? ratioIntervals(guesses, level) : {};
  const relative = "relative" in tolerance;
  const errors = guesses.map(relative ? relativeError : absoluteError);
  const within = relative ? tolerance.relative : tolerance.absolute;
  const { error, near } = errorMeasures(tolerance);
  const typical = medianInterval(errors, level);
  return {
    ...([typical.value, typical.low, typical.high].every(Number.isFinite) && { [error]: typical }),
    [near]: shareInterval(errors.filter((each) => each <= within).length, errors.length, level),
    ...(medianRatio && { medianRatio }),
    ...(ratioStudy && study),
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
