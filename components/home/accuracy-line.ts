import { localeOf } from "@/lib/language/locale";
import { accuracyInWords, typicalErrorOf } from "@/components/accuracy-measures";
import { ACCURACY_WORDS } from "@/components/accuracy-words";
import { writerOf } from "@/lib/model/format";
import type { RankedModel } from "./rank-models";

/**
 * How accurate a model is, on how many rows, and which models it beats at the same question.
 *
 * @param write that of the language of the description, unless models with two dollars meet
 */
export function accuracyLine(
  { model, beats }: Pick<RankedModel, "model" | "beats">,
  write = writerOf(localeOf(model.spec)),
): string {
  const { evidence } = model;
  const words = ACCURACY_WORDS[write.locale];
  const others = beats.map(
    (other) => `${write.quoted(other.spec.title)} (${typicalErrorOf(other, other.evidence!, write)})`,
  );
  return [
    accuracyInWords(model, write),
    others.length > 0 && words.better(write.list(others)),
    evidence && (evidence.calibration ? words.measured(evidence.rows) : words.trained(evidence.rows)),
  ]
    .filter(Boolean)
    .join(" ");
}
