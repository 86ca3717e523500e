import { bisectLeft, bisectRight } from "d3-array";
import { studentTQuantile } from "../../math/distributions";
import { spread } from "../../math/spread";
import { tabulateStudentT } from "../../math/student-t-table";
import type { UncertaintyData } from "../bundle";
import type { Point } from "../predictor";

/** What is known of the truth beside an estimate. Everything is on the scale of the fit. */
export interface Uncertainty {
  kind: UncertaintyData["kind"];
  /** How far the interval of a level reaches to either side of the centre of a point. */
  halfWidth(point: Point, level: number): number;
  /** What `halfWidth` is times the spread of a point: √(1 + reach), or size · √(1 + reach) where `sized`. */
  quantile(level: number): number;
  sized: boolean;
  /** The probability that the truth lies between two distances from the centre of a point. */
  probabilityBetween(point: Point, low: number, high: number): number;
  /**
   * The mean of a function of the error at a point, which turns the median of a transformed target into its mean; see
   * `smearingOf`. Null where `Evidence` knows it better, with errors that are equally large everywhere.
   */
  smearing: ((point: Point, of: (error: number) => number) => number) | null;
  /** The highest level that an interval can have. */
  highestLevel: number;
}

/**
 * As linear regression with normal errors of equal variance has it: the truth is
 * centre + sigma · √(1 + h) · t with t on df degrees of freedom and h the leverage of the row.
 */
export function studentTUncertainty(sigma: number, df: number): Uncertainty {
  const cdf = tabulateStudentT(df);
  const standardError = ({ reach }: Point) => sigma * Math.sqrt(1 + reach);
  // Nearly every call has the level of the one before, and a quantile is found by iteration.
  let latest = NaN;
  let found = NaN;
  const quantileAt = (level: number) => {
    if (level !== latest) [latest, found] = [level, studentTQuantile((1 + level) / 2, df)];
    return found;
  };
  return {
    kind: "t",
    sized: false,
    quantile: (level) => quantileAt(level) * sigma,
    halfWidth: (point, level) => quantileAt(level) * standardError(point),
    probabilityBetween: (point, low, high) => {
      const unit = standardError(point);
      return Math.max(0, cdf(high / unit) - cdf(low / unit));
    },
    smearing: null,
    highestLevel: 0.9999,
  };
}

/**
 * As the errors on rows left out were, whatever their distribution: within q · size · √(1 + reach) of the centre with
 * probability `level`, where q is the ⌈(n + 1) · level⌉-th smallest score in absolute value.
 *
 * @param scores errors over size · √(1 + reach), ascending; `lib/training/conformal` says where they come from
 */
export function conformalUncertainty(scores: number[]): Uncertainty {
  const magnitudes = magnitudesOf(scores);
  const scale = ({ size, reach }: Point) => size * Math.sqrt(1 + reach);
  const quantile = (level: number) => scoreQuantile(magnitudes, level);
  const part = spread(scores, SMEARED_SCORES);
  return {
    kind: "conformal",
    sized: true,
    quantile,
    halfWidth: (point, level) => quantile(level) * scale(point),
    probabilityBetween(point, low, high) {
      const unit = scale(point);
      return (bisectRight(scores, high / unit) - bisectLeft(scores, low / unit)) / scores.length;
    },
    smearing({ size }, of) {
      let sum = 0;
      for (let index = 0; index < part.length; index++) sum += of(size * part[index]!);
      return sum / part.length;
    },
    highestLevel: scores.length / (scores.length + 1),
  };
}

/** Scores that the mean of a function is taken over, which all of them would make slow. */
const SMEARED_SCORES = 250;

/** The score that `level` of new rows stay below in absolute value; infinite where ⌈(n + 1) · level⌉ > n. */
export function scoreQuantile(magnitudes: ArrayLike<number>, level: number): number {
  // A level such as 0.9 is not a binary fraction: without the margin, 0.9 × 10 could round up to the 10th.
  const rank = Math.ceil((magnitudes.length + 1) * level - 1e-9);
  return rank > magnitudes.length ? Infinity : magnitudes[Math.max(rank, 1) - 1]!;
}

/** Absolute scores, ascending: what `scoreQuantile` takes. */
export function magnitudesOf(scores: number[]): Float64Array {
  return Float64Array.from(scores, Math.abs).sort();
}

/** The uncertainty that a bundle describes; null where it has none. */
export function compileUncertainty(data: UncertaintyData | null, scores: number[] | undefined): Uncertainty | null {
  if (data === null) return null;
  return data.kind === "t" ? studentTUncertainty(data.sigma, data.df) : conformalUncertainty(scores!);
}
