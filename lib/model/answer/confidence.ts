import { hasShares } from "../evidence";
import { formatQuantity } from "../format";
import type { Model } from "../model";
import type { Point } from "../predictor";
import type { Spec } from "../spec";
import type { Tolerance } from "../spec-shape";
import type { Uncertainty } from "./uncertainty";

/** How probable it is that an estimate is near the truth. */
export interface Confidence {
  /** A share of the truth where `relative`, otherwise an amount in the target's unit. */
  within: number;
  relative: boolean;
  probability: number;
}

/** How near to the truth counts as near, in what training chose where rows are known. */
export function toleranceOf({
  spec,
  evidence,
}: {
  spec: Pick<Spec, "target">;
  evidence: Model["evidence"];
}): Tolerance {
  return evidence ? evidence.tolerance : spec.target.tolerance;
}

/** A tolerance as answers state it. */
export function readTolerance(tolerance: Tolerance): Pick<Confidence, "within" | "relative"> {
  return "relative" in tolerance
    ? { within: tolerance.relative, relative: true }
    : { within: tolerance.absolute, relative: false };
}

/** A tolerance in words: "10%" or "$200". */
export function toleranceInWords(tolerance: Tolerance, unit: string | undefined): string {
  return "relative" in tolerance
    ? `${formatQuantity(100 * tolerance.relative)}%`
    : formatQuantity(tolerance.absolute, unit);
}

/** Whether it is the one of a description that names none: within 10% of the truth. */
export function isDefaultTolerance(tolerance: Tolerance): boolean {
  return "relative" in tolerance && tolerance.relative === 0.1;
}

/** The name of the column for the probability of being within the tolerance. */
export function withinColumn(model: Pick<Model, "spec" | "evidence">): "within_10" | "within_tolerance" {
  return isDefaultTolerance(toleranceOf(model)) ? "within_10" : "within_tolerance";
}

/**
 * The probability that an estimate is within the tolerance of the truth: of a share w, P(|estimate − truth| ≤ w · truth),
 * which is P(estimate / (1 + w) ≤ truth ≤ estimate / (1 − w)); of an amount a, P(estimate − a ≤ truth ≤ estimate + a).
 *
 * @param point on the scale of the fit: the logarithm where `logarithmic`
 */
export function probabilityWithin(
  uncertainty: Uncertainty,
  { tolerance, logarithmic }: { tolerance: Tolerance; logarithmic: boolean },
  point: Point,
): number {
  const { center } = point;
  if ("absolute" in tolerance) {
    const { absolute } = tolerance;
    if (!logarithmic) return uncertainty.probabilityBetween(point, -absolute, absolute);
    const share = absolute / Math.exp(center);
    const below = share < 1 ? Math.log1p(-share) : -Infinity;
    return uncertainty.probabilityBetween(point, below, Math.log1p(share));
  }
  const { relative } = tolerance;
  const below = logarithmic ? -Math.log1p(relative) : center / (1 + relative) - center;
  const above = logarithmic ? -Math.log1p(-relative) : center / (1 - relative) - center;
  // The lower one is above where the estimate is negative.
  return uncertainty.probabilityBetween(point, Math.min(below, above), Math.max(below, above));
}

/**
 * The probability for one point of a model; null where nothing is known of the uncertainty, and outside the data, where
 * nothing is known of how often such an estimate is near.
 */
export function confidenceAt(model: Model, point: Point, outside: boolean): number | null {
  const { uncertainty, spec } = model;
  if (uncertainty === null || outside) return null;
  const logarithmic = spec.target.transform === "log";
  return probabilityWithin(uncertainty, { tolerance: toleranceOf(model), logarithmic }, point);
}

/** What a normal error stays within one standard deviation of zero with. */
const ONE_DEVIATION = 0.6826894921370859;

const deviations = new WeakMap<Uncertainty, number>();

/**
 * The forecast standard deviation (FSD) that automated valuations are compared by: half the range that holds the truth
 * with probability 68.3%, over the estimate.
 *
 * @param point on the scale of the fit: the logarithm for a log target
 * @param estimate in the target's unit
 * @returns null where nothing is known of the uncertainty, outside the data, and where there are no shares of the outcome
 */
export function forecastDeviation(model: Model, point: Point, estimate: number, outside: boolean): number | null {
  const { uncertainty, spec } = model;
  if (uncertainty === null || outside || estimate === 0 || (model.evidence && !hasShares(model.evidence))) return null;
  let quantile = deviations.get(uncertainty);
  if (quantile === undefined) deviations.set(uncertainty, (quantile = uncertainty.quantile(ONE_DEVIATION)));
  const halfWidth = quantile * (uncertainty.sized ? point.size : 1) * Math.sqrt(1 + point.reach);
  const deviation = spec.target.transform === "log" ? Math.sinh(halfWidth) : halfWidth / Math.abs(estimate);
  return Number.isFinite(deviation) ? deviation : null;
}
