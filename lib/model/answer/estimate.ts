import { formatQuantity, inSentence } from "../format";
import { toUnit, type Model } from "../model";
import { emptyPoint, type Point } from "../predictor";

/** Why there is no estimate: a wrong number would be worse than none. */
export interface Refusal {
  code: "estimate_not_positive" | "too_far_from_training";
  detail: string;
}

/** What the model answers for a row, before anything is explained. In the target's unit, unrounded. */
export interface RowEstimate {
  point: Point;
  estimate: number;
  /** NaN where nothing is known of the uncertainty. */
  low: number;
  high: number;
  /** Where it is there, the numbers mean nothing. */
  refusal: Refusal | undefined;
}

/**
 * Estimate encoded inputs: the number, its interval and whether to refuse. This is the cheap part of `predict`, for
 * callers that estimate hundreds of rows; an explanation costs many times more.
 *
 * @param level of the interval
 */
export function estimateRow(model: Model, encoded: ArrayLike<number>, level: number): RowEstimate {
  const point = emptyPoint();
  model.predictor.evaluate(encoded, point);
  return judgePoint(model, point, level);
}

/** The same for a row that is evaluated already. */
export function judgePoint({ spec, uncertainty, evidence }: Model, point: Point, level: number): RowEstimate {
  const { center, reach } = point;
  const halfWidth = uncertainty ? uncertainty.halfWidth(point, level) : NaN;
  const estimate = toUnit(spec, center);
  const low = toUnit(spec, center - halfWidth);
  const high = toUnit(spec, center + halfWidth);
  const { positive } = spec.target;
  let refusal: Refusal | undefined;
  // No training row can have a leverage above 1: beyond it the row's own uncertainty outweighs all the data.
  if (!(reach <= 1) || !Number.isFinite(uncertainty ? high : estimate)) refusal = tooFar(evidence?.rows);
  else if (positive && estimate <= 0) {
    refusal = {
      code: "estimate_not_positive",
      detail: `the model gives ${formatQuantity(estimate, spec.target.unit)}, and ${inSentence(spec.target.label)} must be greater than 0`,
    };
  }
  return {
    point,
    estimate,
    low: positive ? Math.max(low, 0) : low,
    high: positive ? Math.max(high, 0) : high,
    refusal,
  };
}

function tooFar(rows: number | undefined): Refusal {
  const learned =
    rows === undefined ? "any row that the model can have learned from" : `all ${formatQuantity(rows)} rows that the model has learned from`;
  return { code: "too_far_from_training", detail: `these values are too far from ${learned}` };
}
