import { bisectLeft, bisectRight } from "d3-array";
import { studentTQuantile } from "../../math/distributions";
import { tabulateStudentT } from "../../math/student-t-table";
import { magnitudesOf, scoreQuantile, sizeAt, type Conformal } from "../../training/conformal";
import type { Spec } from "../spec";

/**
 * What is known of the truth beside an estimate. Everything is on the scale of the fit; `leverage` is that of the
 * row asked about, h = x′(X′X)⁻¹x.
 */
export interface Uncertainty {
  /** How far the interval of a level reaches to either side of an estimate. */
  halfWidth(estimate: number, leverage: number, level: number): number;
  /** The probability that the truth lies between two distances from an estimate. */
  probabilityBetween(estimate: number, leverage: number, low: number, high: number): number;
  /** The highest level that an interval can have. */
  highestLevel: number;
}

/**
 * As linear regression with normal errors of equal variance has it: the truth is
 * estimate + sigma · √(1 + h) · t with t on df degrees of freedom.
 */
export function studentTUncertainty(sigma: number, df: number): Uncertainty {
  const cdf = tabulateStudentT(df);
  const standardError = (leverage: number) => sigma * Math.sqrt(1 + leverage);
  // Nearly everyone asks for the level that the one before asked for, and a quantile is found by iteration.
  let asked = NaN;
  let quantile = NaN;
  const quantileAt = (level: number) => {
    if (level !== asked) [asked, quantile] = [level, studentTQuantile((1 + level) / 2, df)];
    return quantile;
  };
  return {
    halfWidth: (_, leverage, level) => quantileAt(level) * standardError(leverage),
    probabilityBetween: (_, leverage, low, high) => {
      const unit = standardError(leverage);
      return Math.max(0, cdf(high / unit) - cdf(low / unit));
    },
    highestLevel: 0.9999,
  };
}

/** As the errors on rows left out were, whatever their distribution: see `Conformal`. */
export function conformalUncertainty(conformal: Conformal): Uncertainty {
  const { size, scores } = conformal;
  const magnitudes = magnitudesOf(conformal);
  const scale = (estimate: number, leverage: number) => sizeAt(size, estimate) * Math.sqrt(1 + leverage);
  return {
    halfWidth: (estimate, leverage, level) => scoreQuantile(magnitudes, level) * scale(estimate, leverage),
    probabilityBetween(estimate, leverage, low, high) {
      const unit = scale(estimate, leverage);
      return (bisectRight(scores, high / unit) - bisectLeft(scores, low / unit)) / scores.length;
    },
    highestLevel: scores.length / (scores.length + 1),
  };
}

/** The uncertainty that a spec asks for. */
export function uncertaintyOf(
  spec: Spec,
  { fit, conformal }: { fit: { sigma: number; df: number }; conformal: Conformal | null },
): Uncertainty {
  return spec.interval === "conformal" && conformal
    ? conformalUncertainty(conformal)
    : studentTUncertainty(fit.sigma, fit.df);
}

/** The share of the truth that an estimate is to be within. */
export const WITHIN = 0.1;

/**
 * P(|estimate − truth| ≤ 10 % of the truth), which is P(estimate / 1.1 ≤ truth ≤ estimate / 0.9).
 *
 * @param estimate on the scale of the fit: the logarithm where `logarithmic`
 */
export function probabilityWithin(
  uncertainty: Uncertainty,
  estimate: number,
  leverage: number,
  logarithmic: boolean,
): number {
  const below = logarithmic ? -Math.log(1 + WITHIN) : estimate / (1 + WITHIN) - estimate;
  const above = logarithmic ? -Math.log(1 - WITHIN) : estimate / (1 - WITHIN) - estimate;
  // The lower one is above where the estimate is negative.
  return uncertainty.probabilityBetween(estimate, leverage, Math.min(below, above), Math.max(below, above));
}
