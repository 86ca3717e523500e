import { asSentence, timesOutOf } from "@/components/words";
import type { Confidence } from "@/lib/model/answer/confidence";
import { toleranceInWords } from "@/lib/model/answer/confidence";
import type { Interval, IntervalReason } from "@/lib/model/answer/predict";
import { formatQuantity, formatShare, inSentence } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";

/** The sentences of the result page, each a function of its values. */

type Target = Pick<Spec, "target">;

/**
 * "Houses like this one sold for between $68,300 and $112,200 eight times out of ten." A range that was cut at zero
 * has no lower end, and holds the truth somewhat more often than its level says.
 */
export function rangeInWords({ target }: Target, interval: Interval, step: number): string {
  const { label, unit, phrase = `the true ${inSentence(label)} is` } = target;
  const [low, high] = [interval.low, interval.high].map((value) => formatQuantity(value, unit, step));
  const often = timesOutOf(interval.level);
  if (interval.low === 0) return asSentence(`${phrase} less than ${high} at least ${often}`);
  return asSentence(`${phrase} between ${low} and ${high} ${often}`);
}

/** The range of an estimate outside the data, where nobody can say how often it holds. */
export function patternInWords(
  { target }: Target,
  { low, high }: Pick<Interval, "low" | "high">,
  step: number,
): string {
  const write = (value: number) => formatQuantity(value, target.unit, step);
  const between = low === 0 ? `be less than ${write(high)}` : `lie between ${write(low)} and ${write(high)}`;
  return `If the pattern went on, the ${inSentence(target.label)} would ${between}.`;
}

/** Why there is no range. */
export function noRangeInWords(reason: IntervalReason | null | undefined): string {
  return reason ? `There is no range: ${reason.detail}.` : "There is no range.";
}

/** "There is a 41 % chance that the estimate is within 10 % of the true sale price.", or "within $200 of". */
export function confidenceInWords({ target }: Target, { within, relative, probability }: Confidence): string {
  const share = formatShare(probability);
  const article = /^(8|11\s|18\s)/.test(share) ? "an" : "a";
  const near = toleranceInWords(relative ? { relative: within } : { absolute: within }, target.unit);
  return `There is ${article} ${share} chance that the estimate is within ${near} of the true ${inSentence(target.label)}.`;
}

/** The forecast standard deviation, by which automated valuations are compared. */
export function deviationInWords(fsd: number): string {
  return `The forecast standard deviation (FSD) is ${Number((100 * fsd).toPrecision(2))}% of the estimate.`;
}

/** What an estimate outside the data is worth. */
export function outsideInWords(hasRange: boolean): string {
  return `This is outside the data. The model only continues its pattern, and the truth may lie ${hasRange ? "far outside the range" : "far from the estimate"} below.`;
}

/** What the estimate would be at the edge of the data: how much of it is a guess. */
export function edgeInWords(values: string, estimate: string, difference: string): string {
  return `With ${values}, where the training data ends, the estimate would be ${estimate}; the ${difference} between the two assume that the pattern goes on.`;
}

/** In place of how accurate estimates like this one are. */
export const NO_ROWS_LIKE_IT = "Too few training rows are like this one to say how accurate such an estimate is.";

/** In place of how sure the amounts of single changes are. */
export const WORTH_OUTSIDE =
  "This is outside the data: these are the amounts if the pattern went on, and how near they are to the true ones is not known.";
