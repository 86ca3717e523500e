import { accuracyInWords, typicalErrorOf } from "@/components/accuracy-measures";
import { formatCount, listInWords } from "@/lib/model/format";
import type { RankedModel } from "./rank-models";

/** How accurate a model is, on how many rows, and which models it beats at the same question. */
export function accuracyLine({ model, beats }: Pick<RankedModel, "model" | "beats">): string {
  const { evidence } = model;
  const others = beats.map((other) => `${other.spec.title} (${typicalErrorOf(other, other.evidence!)})`);
  return [
    accuracyInWords(model),
    others.length > 0 && `That is more accurate than ${listInWords(others)}.`,
    evidence && `Learned from ${formatCount(evidence.rows, "example")}.`,
  ]
    .filter(Boolean)
    .join(" ");
}
