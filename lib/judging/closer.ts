import { binomialTwoSided } from "../math/binomial";
import { errorsOfRows, type RowError } from "../model/explain/residuals";
import type { Model } from "../model/model";
import { SIGNIFICANCE } from "./checks/check";

/** On how many of the same rows left out one model came closer to the truth than another, and whether chance does that. */
export interface Closer {
  count: number;
  /** On how many both were equally close. */
  ties: number;
  rows: number;
  chance: boolean;
}

/** Errors do not change while a model is served. */
const errors = new WeakMap<Model, RowError[]>();

/** The errors of a model on rows left out. */
export function errorsOf(model: Model): RowError[] {
  const known = errors.get(model) ?? errorsOfRows(model);
  errors.set(model, known);
  return known;
}

/**
 * A sign test: were both equally good, each would come closer on half of the rows where they differ. It asks nothing of how errors are
 * distributed, and one very large error counts as much as any other.
 *
 * @returns null where their rows differ, or there are none
 */
export function countCloser(first: Model, second: Model): Closer | null {
  const [one, other] = [errorsOf(first), errorsOf(second)];
  const isSame = one.length === other.length && one.every(({ actual }, row) => actual === other[row]!.actual);
  if (one.length === 0 || !isSame) return null;
  const distances = one.map(({ actual, estimate }, row) => [
    Math.abs(estimate - actual),
    Math.abs(other[row]!.estimate - actual),
  ]);
  const count = distances.filter(([a, b]) => a! < b!).length;
  const ties = distances.filter(([a, b]) => a === b).length;
  const rows = one.length;
  return { count, ties, rows, chance: binomialTwoSided(count, rows - ties, 0.5) >= SIGNIFICANCE };
}
