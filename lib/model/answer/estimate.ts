import { localeOf, type Locale } from "../../language/locale";
import { rowNames } from "../row-names";
import { writerOf } from "../format";
import { kindOf } from "../inputs/kinds";
import type { Spec } from "../spec";
import { largestReach, type Evidence } from "../evidence";
import { toUnit, type Model } from "../model";
import { emptyPoint, type Point } from "../predictor";
import { REFUSAL_WORDS } from "./refusal-words";

/** Why there is no estimate: a wrong number would be worse than none. */
export interface Refusal {
  code: "estimate_not_positive" | "too_far_from_training";
  /** In the language of the description. */
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
    refusal = (evidence && neverSeen(spec, evidence, encoded)) ?? tooFar(spec, evidence, reach);
  } else if (positive && estimate <= 0) {
    refusal = notPositive(spec, estimate);
  } else if (transform === "sqrt" && center < 0) {
    // The square of a number below 0 rises where the estimate falls.
    refusal = rootBelowZero(spec, center);
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

function notPositive(spec: Spec, estimate: number): Refusal {
  const { label, unit } = spec.target;
  const write = writerOf(localeOf(spec));
  const words = REFUSAL_WORDS[localeOf(spec)];
  const detail = words.notPositive(write.quantity(estimate, unit), write.inSentence(label));
  return { code: "estimate_not_positive", detail };
}

function rootBelowZero(spec: Spec, root: number): Refusal {
  const write = writerOf(localeOf(spec));
  const words = REFUSAL_WORDS[localeOf(spec)];
  const detail = words.rootBelowZero(write.quantity(root), write.inSentence(spec.target));
  return { code: "estimate_not_positive", detail };
}

/** A level that is not listed, where no row says how such a level is estimated. */
function neverSeen(spec: Spec, evidence: Evidence, encoded: ArrayLike<number>): Refusal | null {
  const locale = localeOf(spec);
  for (const [index, input] of spec.inputs.entries()) {
    const range = evidence.ranges[input.name]!;
    if (input.kind !== "category" || encoded[index] !== input.levels.length || "min" in range || range.pooled) continue;
    const label = writerOf(locale).inSentence(input);
    const known = kindOf(input).allowed({ ...input, other: undefined })!;
    const detail = REFUSAL_WORDS[locale].otherLevel(rowNames(evidence, locale), label, known);
    return { code: "too_far_from_training", detail };
  }
  return null;
}

function tooFar(spec: Spec, evidence: Evidence | null, reach: number): Refusal {
  const code = "too_far_from_training";
  const locale = localeOf(spec);
  const words = REFUSAL_WORDS[locale];
  if (!evidence) return { code, detail: words.farFromAnyRow };
  const from = words.farFromAll(writerOf(locale).quantity(evidence.rows), rowNames(evidence, locale));
  const times = timesTheFarthest(reach, evidence, locale);
  return { code, detail: times === null ? from : `${from}: ${words.timesTheLargest(times)}` };
}

/** How many times the largest reach of a training row a reach is, in figures; null where that is no number or no more than it. */
export function timesTheFarthest(reach: number, { farthest }: Evidence, locale: Locale): string | null {
  const times = reach / farthest;
  return Number.isFinite(times) && times >= 1.05 ? writerOf(locale).quantity(Number(times.toPrecision(2))) : null;
}
