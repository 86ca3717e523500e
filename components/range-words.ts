import type { Interval, IntervalReason } from "@/lib/model/answer/predict";
import type { Spec } from "@/lib/model/spec";
import { rangeInWords } from "./result/sentences";

/** What an estimate says of its range; an answer of the API leaves out a reason that it does not need. */
export interface Ranged {
  interval: Interval | null;
  intervalReason?: IntervalReason | null;
}

/** The range as a sentence, or why there is none. */
export function rangeOrReason(spec: Pick<Spec, "target">, { interval, intervalReason }: Ranged, step: number): string {
  return interval ? rangeInWords(spec, interval, step) : noRangeInWords(intervalReason);
}

/** Why there is no range, as a sentence. */
export function noRangeInWords(reason: IntervalReason | null | undefined): string {
  return reason ? `There is no range: ${reason.detail}.` : "There is no range.";
}
