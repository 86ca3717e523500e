import { countCloser, type Closer } from "@/lib/judging/closer";
import { toleranceOf } from "@/lib/model/answer/tolerance";
import { hasBackground, type Evidence } from "@/lib/model/evidence";
import type { Model } from "@/lib/model/model";
import { sort } from "d3-array";
import type { Question } from "./question";

/** A model whose accuracy is known, with its evidence. */
export interface Judged {
  model: Model;
  evidence: Evidence;
}

export interface Verdict {
  /** The most accurate first: by the median error on rows left out, in shares of the outcome where all have them. */
  ranking: Judged[];
  /** The models whose accuracy is not known. */
  unknown: Model[];
  /** The most accurate; null where the accuracy of another is not known. */
  best: Model | null;
  /** Whether all in the ranking were trained on the same table. */
  sameRows: boolean;
  /** For how many rows the first is closer to the actual value than the second; null where their rows differ. */
  closer: Closer | null;
}

/** The models whose accuracy is known, in their order. */
export function judgedModels(models: Model[]): Judged[] {
  return models.flatMap((model) => (model.evidence ? [{ model, evidence: model.evidence }] : []));
}

/** Whether the errors of models are compared as shares of the outcome: where each is judged by them. */
export function sharesCount(judged: Judged[]): boolean {
  return judged.every(({ model }) => "relative" in toleranceOf(model));
}

/** Which of the models is more accurate, by the errors on rows left out. */
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
