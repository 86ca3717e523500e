import { binomialTwoSided } from "@/lib/math/binomial";
import { toleranceOf } from "@/lib/model/answer/confidence";
import { hasBackground, type Evidence } from "@/lib/model/evidence";
import type { Model } from "@/lib/model/model";
import { errorsOfRows, type RowError } from "@/lib/model/explain/residuals";
import { sort, zip } from "d3-array";
import type { Question } from "./question";

/** A model whose accuracy is known, with the rows that say so. */
export interface Judged {
  model: Model;
  evidence: Evidence;
}

export interface Verdict {
  /** The most accurate first: by the median error on rows left out, in shares of the outcome where all have them. */
  ranking: Judged[];
  /** The models of which no rows say how accurate they are. */
  unknown: Model[];
  /** The most accurate; null where the accuracy of another is not known. */
  best: Model | null;
  /** Whether all in the ranking have learned from the same table. */
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

/** The models whose accuracy is known, in their order. */
export function judgedModels(models: Model[]): Judged[] {
  return models.flatMap((model) => (model.evidence ? [{ model, evidence: model.evidence }] : []));
}

/** Whether the errors of models are compared as shares of the outcome: where each is judged by them. */
export function sharesCount(judged: Judged[]): boolean {
  return judged.every(({ model }) => "relative" in toleranceOf(model));
}

/** Which of the models to trust more, by how they did on rows they had not seen. */
export function judge({ models }: Question): Verdict {
  const judged = judgedModels(models);
  const shares = sharesCount(judged);
  const ranking = sort(judged, ({ evidence: { accuracy } }) => (shares ? accuracy.mdape! : accuracy.mdae));
  const unknown = models.filter(({ evidence }) => evidence === null);
  const [first, second] = ranking;
  const tables = new Set(ranking.map(({ model }) => model.provenance.data));
  const sameRows = tables.size === 1 && !tables.has(null);
  return {
    ranking,
    unknown,
    best: first && unknown.length === 0 ? first.model : null,
    sameRows,
    closer:
      first && second && sameRows && hasBackground(first.model.evidence)
        ? countCloser(first.model, second.model)
        : null,
  };
}
