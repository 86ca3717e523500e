import { binomialTwoSided } from "@/lib/math/binomial";
import type { Model } from "@/lib/model/model";
import { errorsOfRows, type RowError } from "@/lib/model/explain/residuals";
import { sort, zip } from "d3-array";
import type { Question } from "./question";

export interface Verdict {
  /** The most accurate first: by the median error on rows left out. */
  ranking: [Model, Model, ...Model[]];
  /** Whether all have learned from the same table. */
  sameRows: boolean;
  /** On how many rows the first came closer to the truth than the second; null where their rows differ. */
  closer: { count: number; rows: number; chance: boolean } | null;
}

/** What two of a kind may differ by without a reason. */
const SIGNIFICANCE = 0.05;

/** Errors do not change while a model is served. */
const errors = new WeakMap<Model, RowError[]>();

function errorsOf(model: Model): RowError[] {
  const known = errors.get(model) ?? errorsOfRows(model);
  errors.set(model, known);
  return known;
}

/**
 * A sign test: were both equally good, each would come closer on half of the rows. It asks nothing of how errors are
 * distributed, and one very large error counts as much as any other.
 */
function countCloser(first: Model, second: Model): Verdict["closer"] {
  const pairs = zip(errorsOf(first), errorsOf(second));
  if (pairs.length === 0 || pairs.some(([a, b]) => a!.actual !== b!.actual)) return null;
  const distances = pairs.map((pair) => pair.map(({ actual, estimate }) => Math.abs(estimate - actual)));
  const count = distances.filter(([one, other]) => one! < other!).length;
  return { count, rows: pairs.length, chance: binomialTwoSided(count, pairs.length, 0.5) >= SIGNIFICANCE };
}

/** Which of the models to trust more, by how they did on rows they had not seen. */
export function judge({ models }: Question): Verdict {
  const ranking = sort(models, ({ artifact }) => artifact.accuracy.mdape) as Verdict["ranking"];
  const sameRows = models.every(({ artifact }) => artifact.data === models[0].artifact.data);
  return { ranking, sameRows, closer: sameRows ? countCloser(ranking[0], ranking[1]) : null };
}
