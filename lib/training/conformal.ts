import { linearRegression, mean } from "simple-statistics";
import { sizeAt, type LinearData } from "../linear/predictor";
import { magnitudesOf, scoreQuantile } from "../model/answer/uncertainty";
import type { LeaveOneOut } from "./leave-one-out";

/**
 * Intervals that hold what they claim whatever the distribution of the errors, from the errors themselves.
 *
 * Each row is estimated by the model fitted without it; its error over the size that errors have at such an
 * estimate, times √(1 + leverage), is its score. The truth of a new row lies within q · size · √(1 + leverage) of
 * its estimate with probability `level`, where q is the ⌈(n + 1) · level⌉-th smallest score in absolute value.
 *
 * The size of errors is a straight line over the estimate, which is what unequal variance looks like most often:
 * dear houses are estimated with larger errors than cheap ones.
 *
 * Source: Lei, G'Sell, Rinaldo, Tibshirani and Wasserman (2018), "Distribution-free predictive inference for
 * regression", Journal of the American Statistical Association 113, 1094–1111 (normalised scores, section 5.2);
 * Barber, Candès, Ramdas and Tibshirani (2021), "Predictive inference with the jackknife+", Annals of Statistics
 * 49, 486–507 (scores by leave-one-out).
 */
export interface Conformal {
  /** Typical size of an error at an estimate: max(intercept + slope · estimate, floor), on the scale of the fit. */
  size: NonNullable<LinearData["size"]>;
  /** Errors (truth − estimate) over size · √(1 + leverage), ascending. */
  scores: number[];
}

/** Below this many rows, the tails that an interval needs have not been seen. */
export const FEWEST_ROWS = 100;
/** The size never falls below this share of the mean size, where the line would leave the data. */
const FLOOR = 0.2;

/**
 * Size and scores from rows estimated without themselves.
 *
 * @param indexes which of the rows to use; all by default
 */
export function calibrate(rows: LeaveOneOut, indexes = Array.from(rows.guess.keys())): Conformal {
  const estimates = indexes.map((index) => rows.guess[index]!);
  // Without its row, leverage h has become h / (1 − h), and 1 + h / (1 − h) = 1 / (1 − h).
  const errors = indexes.map(
    (index) => (rows.response[index]! - rows.guess[index]!) * Math.sqrt(1 - rows.leverage[index]!),
  );
  const { m: slope, b: intercept } = linearRegression(
    errors.map((error, index) => [estimates[index]!, Math.abs(error)]),
  );
  const size = { intercept, slope, floor: FLOOR * mean(errors.map(Math.abs)) };
  return {
    size,
    scores: Array.from(Float64Array.from(errors, (error, index) => error / sizeAt(size, estimates[index]!)).sort()),
  };
}

/**
 * The share of rows in the intervals of each level, measured on rows that did not calibrate them: the odd rows
 * calibrate for the even ones and the other way round.
 *
 * @returns null where there are too few rows for conformal intervals
 */
export function conformalCoverage(rows: LeaveOneOut, levels: number[]): number[] | null {
  const { guess, response, leverage } = rows;
  if (guess.length < FEWEST_ROWS) return null;
  const halves = [0, 1].map((parity) => Array.from(guess.keys()).filter((index) => index % 2 === parity));
  const calibrated = halves.map((half) => calibrate(rows, half));
  const magnitudes = calibrated.map(({ scores }) => magnitudesOf(scores));
  return levels.map((level) => {
    const covered = halves.map((half, parity) => {
      const { size } = calibrated[1 - parity]!;
      const limit = scoreQuantile(magnitudes[1 - parity]!, level);
      return half.filter((index) => {
        const error = Math.abs(response[index]! - guess[index]!) * Math.sqrt(1 - leverage[index]!);
        return error <= limit * sizeAt(size, guess[index]!);
      }).length;
    });
    return (covered[0]! + covered[1]!) / guess.length;
  });
}
