import { findQuestions } from "@/components/compare/question";
import { judge } from "@/components/compare/verdict";
import { trustedMost } from "@/components/compare/verdict-in-words";
import type { Model } from "@/lib/model/model";

/** A model in the list of the first page. */
export interface RankedModel {
  model: Model;
  /** The models that answer the same question and are clearly less accurate. */
  beats: Model[];
}

/**
 * The models in the order of a list: where several answer one question, the most accurate first, at the place of the first
 * of them, and those whose accuracy is not known last.
 */
export function rankModels(models: readonly Model[]): RankedModel[] {
  const groups = findQuestions([...models]).map((question) => {
    const verdict = judge(question);
    const order = [...verdict.ranking.map(({ model }) => model), ...verdict.unknown];
    const best = trustedMost(verdict);
    return order.map((model) => ({ model, beats: model === best ? order.filter((other) => other !== best) : [] }));
  });
  const ranked = models.flatMap((model): RankedModel[] => {
    const group = groups.find((members) => members.some((member) => member.model === model));
    if (!group) return [{ model, beats: [] }];
    return models.find((other) => group.some((member) => member.model === other)) === model ? group : [];
  });
  return ranked;
}
