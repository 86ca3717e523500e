import type { Bin } from "@/components/chart/bins";
import { type Sides, directionOf } from "@/lib/judging/lean";
import type { Locale } from "@/lib/language/locale";
import { FEWEST_ROWS_TO_JUDGE } from "@/lib/model/evidence";
import { writerOf } from "@/lib/model/format";
import type { LinearInference } from "@/lib/model/predictor";
import { least } from "d3-array";
import { ERROR_WORDS } from "./error-words";

/** The sentences of the card about its charts of errors, each a function of its values. */

/** A difference between quantiles, in standard errors, that is visible in the chart. */
const NOTABLE = 0.25;

/** The largest and the smallest fortieth of the errors, against those of a model whose assumptions hold. */
export function tailsInWords(locale: Locale, quantiles: LinearInference["residualQuantiles"], rows: number): string {
  const words = ERROR_WORDS[locale];
  if (rows < FEWEST_ROWS_TO_JUDGE) return words.tooFewForErrors(rows, writerOf(locale).quantity(rows));
  const at = (share: number) => least(quantiles, ({ probability }) => Math.abs(probability - share))!;
  const beyond = (share: number) => {
    const { expected, residual } = at(share);
    return (residual - expected) * Math.sign(expected);
  };
  const verdict = (distance: number) =>
    distance > NOTABLE ? words.larger : distance < -NOTABLE ? words.smaller : words.asLarge;
  const [low, high] = [verdict(beyond(0.025)), verdict(beyond(0.975))];
  return low === high ? words.bothTails(low) : words.tails(high, low);
}

/** Whether errors spread alike at low and high estimates. */
export function spreadInWords(locale: Locale, bins: Bin[], write: (value: number) => string): string {
  const words = ERROR_WORDS[locale];
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last || first === last) return words.tooFewAlongEstimate;
  const [low, high] = [first.high - first.low, last.high - last.low];
  const alike = Math.abs(Math.log(high / low)) < Math.log(1.25);
  return words.spread(write(low), write(high), alike ? words.alike : high > low ? words.grows : words.shrinks);
}

/** Where along the inputs the median of the errors is furthest from zero. */
export function strayInWords(locale: Locale, worst: { label: string; where: string; error: string } | null): string {
  const words = ERROR_WORDS[locale];
  if (!worst) return words.tooFewAlongInput;
  return words.stray(writerOf(locale).inSentence(worst.label), worst.where, worst.error);
}

/** Rows with similar estimates, and their actual values. */
export interface EndOfEstimates extends Sides {
  /** The median estimate, and the median of the actual values. */
  estimate: number;
  actual: number;
}

/** Whether the lowest and the highest estimates are too low or too high by more than chance. */
export function biasAtEnds(
  locale: Locale,
  ends: { lowest: EndOfEstimates; highest: EndOfEstimates } | null,
  write: (value: number) => string,
): string {
  const words = ERROR_WORDS[locale];
  if (!ends) return words.tooFewAtEnds;
  const verdict = (end: EndOfEstimates) => {
    const direction = directionOf(end);
    return direction === null ? words.unbiased : direction === "higher" ? words.tooLow : words.tooHigh;
  };
  const textOf = (end: EndOfEstimates) => [write(end.estimate), write(end.actual), verdict(end)] as const;
  return `${words.lowest(...textOf(ends.lowest))} ${words.highest(...textOf(ends.highest))}`;
}
