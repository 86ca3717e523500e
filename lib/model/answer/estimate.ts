import { formatQuantity, inSentence } from "../format";
import type { Estimator } from "../../linear/estimator";
import { computeRow, toUnit, type Row } from "../../linear/row";

/** Why there is no estimate: a wrong number would be worse than none. */
export interface Refusal {
  code: "estimate_not_positive" | "too_far_from_training";
  detail: string;
}

/** What the model answers for a row, before anything is explained. */
export interface RowEstimate {
  row: Row;
  estimate: number;
  low: number;
  high: number;
  /** Where it is there, the numbers mean nothing. */
  refusal: Refusal | undefined;
}

/**
 * Estimate encoded inputs: the number, its interval and whether to refuse. This is the cheap part of `predict`, for
 * those who ask hundreds of times; an explanation costs many times more.
 *
 * @param level of the interval
 * @returns in the target's unit, unrounded
 */
export function estimateRow(model: Estimator, encoded: ArrayLike<number>, level: number): RowEstimate {
  return judgeRow(model, computeRow(model, encoded), level);
}

/** The same for a row that is computed already. */
export function judgeRow(model: Estimator, row: Row, level: number): RowEstimate {
  const halfWidth = model.uncertainty.halfWidth(row.center, row.leverage, level);
  const estimate = toUnit(model, row.center);
  const low = inBounds(model, toUnit(model, row.center - halfWidth));
  const high = inBounds(model, toUnit(model, row.center + halfWidth));
  return { row, estimate, low, high, refusal: findRefusal(model, estimate, row.leverage, high) };
}

function inBounds({ spec }: Estimator, bound: number): number {
  return spec.target.positive ? Math.max(bound, 0) : bound;
}

function findRefusal(
  { spec, artifact }: Estimator,
  estimate: number,
  leverage: number,
  high: number,
): Refusal | undefined {
  // No training row can have a leverage above 1: beyond it the row's own uncertainty outweighs all the data.
  if (!(leverage <= 1) || !Number.isFinite(high)) {
    return {
      code: "too_far_from_training",
      detail: `these values are too far from all ${formatQuantity(artifact.fit.n)} rows that the model has learned from`,
    };
  }
  if (spec.target.positive && estimate <= 0) {
    return {
      code: "estimate_not_positive",
      detail: `the model gives ${formatQuantity(estimate, spec.target.unit)}, and ${inSentence(spec.target.label)} must be greater than 0`,
    };
  }
  return undefined;
}
