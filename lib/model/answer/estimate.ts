import { rowNames } from "../row-names";
import { formatQuantity, inSentence } from "../format";
import { kindOf } from "../inputs/kinds";
import type { Spec } from "../spec";
import { largestReach, type Evidence } from "../evidence";
import { toUnit, type Model } from "../model";
import { emptyPoint, type Point } from "../predictor";
import { fittedInWords } from "../scale";

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
  return judgePoint(model, encoded, point, level);
}

/** The same for a row that is evaluated already. */
export function judgePoint(
  { spec, uncertainty, evidence }: Model,
  encoded: ArrayLike<number>,
  point: Point,
  level: number,
): RowEstimate {
  const { center, reach } = point;
  const halfWidth = uncertainty ? uncertainty.halfWidth(point, level) : NaN;
  const estimate = toUnit(spec, center);
  const low = toUnit(spec, center - halfWidth);
  const high = toUnit(spec, center + halfWidth);
  const { positive, transform } = spec.target;
  let refusal: Refusal | undefined;
  if (!(reach <= largestReach(evidence)) || !Number.isFinite(uncertainty ? high : estimate)) {
    refusal = (evidence && neverSeen(spec, evidence, encoded)) ?? tooFar(evidence, reach);
  } else if (positive && estimate <= 0) {
    refusal = {
      code: "estimate_not_positive",
      detail: `the model gives ${formatQuantity(estimate, spec.target.unit)}, and ${inSentence(spec.target.label)} must be greater than 0`,
    };
  } else if (transform === "sqrt" && center < 0) {
    // The square of a number below 0 rises where the estimate falls.
    refusal = {
      code: "estimate_not_positive",
      detail: `the model gives ${formatQuantity(center)} for ${fittedInWords(spec.target)}, which cannot be less than 0`,
    };
  }
  const least = positive ? 0 : transform === "log1p" ? Math.min(estimate, 0) : -Infinity;
  return {
    point,
    estimate,
    low: Math.max(low, least),
    high: Math.max(high, least),
    refusal,
  };
}

/** A level that is not listed, where no row says how such a level is estimated. */
function neverSeen({ inputs }: Spec, evidence: Evidence, encoded: ArrayLike<number>): Refusal | null {
  for (const [index, input] of inputs.entries()) {
    const range = evidence.ranges[input.name]!;
    if (input.kind !== "category" || encoded[index] !== input.levels.length || "min" in range || range.pooled) continue;
    const label = inSentence(input.label);
    const allowed = kindOf(input).allowed({ ...input, other: undefined });
    return {
      code: "too_far_from_training",
      detail: `no ${rowNames(evidence).row} has another ${label} than those that the model knows, so there is no estimate for one; it knows ${allowed}`,
    };
  }
  return null;
}

function tooFar(evidence: Evidence | null, reach: number): Refusal {
  const code = "too_far_from_training";
  if (!evidence) return { code, detail: "these values are too far from any row that the model can have learned from" };
  const from = `these values are too far from all ${formatQuantity(evidence.rows)} rows that the model has learned from`;
  const times = timesTheFarthest(reach, evidence);
  return { code, detail: times === null ? from : `${from}: ${times} times as far from the average row as the furthest` };
}

/** How many times as far as the farthest row a reach is, in figures; null where that is no number or no more than it. */
export function timesTheFarthest(reach: number, { farthest }: Evidence): string | null {
  const times = reach / farthest;
  return Number.isFinite(times) && times >= 1.05 ? formatQuantity(Number(times.toPrecision(2))) : null;
}
