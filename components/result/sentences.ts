import { countInWords, valueInWords } from "@/components/words";
import { missingTermInWords, type Misfit } from "@/lib/model/explain/lack-of-fit";
import type { Precision } from "@/lib/model/explain/precision";
import { formatPercent, formatQuantity, inSentence } from "@/lib/model/format";
import type { InputValue } from "@/lib/model/inputs/value";
import type { ContrastErrors } from "@/lib/model/predictor";
import type { Input, Spec } from "@/lib/model/spec";

/** The sentences of the result page, each a function of its values. */

/** From this share of the variance on, what the model does not know is worth looking into. */
const WORTH_SAYING = 0.05;

/** Whether more examples would narrow the range, by how much, and which ones would most. */
export function moreExamplesInWords(
  precision: Precision,
  driver: { input: Input; value: InputValue } | null,
  rows: number,
): string {
  // The width is the root of the variance, of which endlessly more examples leave the noise.
  const narrower = formatPercent(1 - Math.sqrt(precision.noise));
  if (precision.model < WORTH_SAYING) {
    return `Little would. With endlessly more examples, the range would be only ${narrower} narrower.`;
  }
  const gain = `With endlessly more examples like this one, the range would be ${narrower} narrower.`;
  if (!driver) return gain;
  const { input, value } = driver;
  return `${gain} Examples with ${inSentence(input.label)} near ${valueInWords(input, value)} would help most; the model has learned from ${formatQuantity(rows)} in all.`;
}

/**
 * What the rest of the width is: noise, or in part a pattern that the terms miss.
 *
 * @param misfit null where none was found
 * @param tested whether lack of fit was looked for
 */
export function restInWords(spec: Spec, misfit: Misfit | null, tested: boolean): string {
  if (!tested) {
    return "The rest is what the inputs do not explain, or a pattern that the terms of the model miss: there are too few examples to tell which.";
  }
  if (misfit === null) {
    return `The rest is noise: examples that are alike in all ${countInWords(spec.inputs.length)} answers still differ, and no test finds a pattern that the model misses. Only knowing more about each example would help.`;
  }
  const share = formatPercent(misfit.share);
  return misfit.term
    ? `The rest is not noise alone: the model misses a pattern. The term that would help most is ${missingTermInWords(spec, misfit.term)}: it would explain ${share} of the variance that is left.`
    : `The rest is not noise alone: the model misses a pattern, which makes up about ${share} of the variance that is left. No single square or product of inputs explains it.`;
}

/** What a range around an effect holds. */
export function effectConfidenceInWords(errors: ContrastErrors | null): string {
  const reading = "If a range includes zero, the change may make no difference.";
  switch (errors) {
    case "equal variance":
      return `The ranges have 95% confidence, if the model is right, for cases that differ in this alone. ${reading}`;
    case "HC3":
      return `The ranges have 95% confidence, if the model is right, for cases that differ in this alone. They allow for errors that are not equally large everywhere (HC3). ${reading}`;
    case "unknown":
      return "The amounts have no range: errors are not equally large everywhere, and the model has too many coefficients to keep what a range would need then.";
    case null:
      return "The amounts have no range: the standard errors of the fit did not come with the model.";
  }
}

/** Beside an effect whose range includes zero. */
export const MAY_BE_ZERO = "It may be zero.";
