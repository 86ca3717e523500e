import { noRangeInWords, patternInWords, rangeInWords } from "./result/range-sentences";
import type { Interval, IntervalReason } from "@/lib/model/answer/predict";
import type { Spec } from "@/lib/model/spec";

/** What an estimate says of its range; an answer of the API leaves out a reason that it does not need. */
export interface Ranged {
  interval: Interval | null;
  intervalReason?: IntervalReason | null;
  /** With one, the estimate lies outside the data. */
  warnings: readonly unknown[];
}

/** The range as a sentence, or why there is none. */
export function rangeOrReason(
  spec: Pick<Spec, "target">,
  { interval, intervalReason, warnings }: Ranged,
  step: number,
): string {
  if (!interval) return noRangeInWords(intervalReason);
  return warnings.length > 0 ? patternInWords(spec, interval, step) : rangeInWords(spec, interval, step);
}
