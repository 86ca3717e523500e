import { hasShares } from "../evidence";
import { toUnit, type Model } from "../model";
import type { Point } from "../predictor";
import type { Transform } from "../scale";
import type { Tolerance } from "../spec-shape";
import { toleranceOf } from "./tolerance";
import type { Uncertainty } from "./uncertainty";

/**
 * The probability that an estimate is within the tolerance of the truth: of a share w, P(|estimate − truth| ≤ w · truth),
 * which is P(estimate / (1 + w) ≤ truth ≤ estimate / (1 − w)); of an amount a, P(estimate − a ≤ truth ≤ estimate + a).
 *
 * @param point on the scale of the fit
 */
export function probabilityWithin(
  uncertainty: Uncertainty,
  { tolerance, transform }: { tolerance: Tolerance; transform: Transform },
  point: Point,
): number {
  const [below, above] =
    "absolute" in tolerance
      ? errorsWithinAmount(tolerance.absolute, transform, point.center)
      : errorsWithinShare(tolerance.relative, transform, point.center);
  // The lower one is above where the estimate is negative.
  return uncertainty.probabilityBetween(point, Math.min(below, above), Math.max(below, above));
}

/** The errors on the scale of the fit that make the truth the estimate less an amount, and the estimate plus it. */
function errorsWithinAmount(amount: number, transform: Transform, center: number): [number, number] {
  if (transform === "identity") return [-amount, amount];
  if (transform === "sqrt") {
    const estimate = Math.max(center, 0) ** 2;
    return [estimate > amount ? Math.sqrt(estimate - amount) - center : -Infinity, Math.sqrt(estimate + amount) - center];
  }
  // Of log1p, 1 plus the truth lies as far from 1 plus the estimate.
  const share = amount / Math.exp(center);
  return [share < 1 ? Math.log1p(-share) : -Infinity, Math.log1p(share)];
}

/** The same for the estimate over 1 + share, and over 1 − share. */
function errorsWithinShare(share: number, transform: Transform, center: number): [number, number] {
  switch (transform) {
    case "identity":
      return [center / (1 + share) - center, center / (1 - share) - center];
    case "log":
      return [-Math.log1p(share), -Math.log1p(-share)];
    case "log1p": {
      const estimate = Math.expm1(center);
      const above = estimate / (1 - share);
      return [Math.log1p(estimate / (1 + share)) - center, above > -1 ? Math.log1p(above) - center : -Infinity];
    }
    case "sqrt":
      return [center / Math.sqrt(1 + share) - center, center / Math.sqrt(1 - share) - center];
  }
}

/**
 * The probability for one point of a model; null where nothing is known of the uncertainty, and outside the data, where
 * nothing is known of how often such an estimate is near.
 */
export function confidenceAt(model: Model, point: Point, outside: boolean): number | null {
  const { uncertainty, spec } = model;
  if (uncertainty === null || outside) return null;
  return probabilityWithin(uncertainty, { tolerance: toleranceOf(model), transform: spec.target.transform }, point);
}

/** What a normal error stays within one standard deviation of zero with. */
const ONE_DEVIATION = 0.6826894921370859;

const deviations = new WeakMap<Uncertainty, number>();

/**
 * The forecast standard deviation (FSD) that automated valuations are compared by: half the range that holds the truth
 * with probability 68.3%, over the estimate.
 *
 * @param point on the scale of the fit
 * @param estimate in the target's unit
 * @returns null where nothing is known of the uncertainty, outside the data, and where there are no shares of the outcome
 */
export function forecastDeviation(model: Model, point: Point, estimate: number, outside: boolean): number | null {
  const { uncertainty, spec } = model;
  if (uncertainty === null || outside || estimate === 0 || (model.evidence && !hasShares(model.evidence))) return null;
  let quantile = deviations.get(uncertainty);
  if (quantile === undefined) deviations.set(uncertainty, (quantile = uncertainty.quantile(ONE_DEVIATION)));
  const halfWidth = quantile * (uncertainty.sized ? point.size : 1) * Math.sqrt(1 + point.reach);
  const { transform } = spec.target;
  const ends = () => toUnit(spec, point.center + halfWidth) - toUnit(spec, point.center - halfWidth);
  const half = transform === "identity" ? halfWidth : ends() / 2;
  const deviation = transform === "log" ? Math.sinh(halfWidth) : half / Math.abs(estimate);
  return Number.isFinite(deviation) ? deviation : null;
}
