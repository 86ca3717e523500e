import { localeOf } from "@/lib/language/locale";
import type { Interval, IntervalReason } from "@/lib/model/answer/predict";
import type { Spec } from "@/lib/model/spec";
import { noRangeInWords, patternInWords, rangeInWords } from "./result/range-sentences";

/** What an estimate says of its range; an answer of the API leaves out a reason that it does not need. */
export interface Ranged {
  interval: Interval | null;
  intervalReason?: IntervalReason | null;
  /** With one, the estimate is outside the data. */
  warnings: readonly unknown[];
}

/** The range as a sentence, or why there is none, in the language of the description. */
export function rangeOrReason(
  spec: Pick<Spec, "target" | "locale">,
  { interval, intervalReason, warnings }: Ranged,
  step: number,
): string {
  if (!interval) return noRangeInWords(localeOf(spec), intervalReason);
  return warnings.length > 0 ? patternInWords(spec, interval, step) : rangeInWords(spec, interval, step);
}
