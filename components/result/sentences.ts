import { rowNames, type RowNames } from "@/lib/model/row-names";
import { typicalError, typicalErrorOf } from "@/components/accuracy-measures";
import { measuredRows, rowsInWords, shownRows } from "@/components/row-words";
import { valueInWords } from "@/components/words";
import { directionOf } from "@/lib/judging/lean";
import { toleranceInWords, toleranceOf, type Confidence } from "@/lib/model/answer/confidence";
import { FEWEST_ROWS_FOR_CONFORMAL } from "@/lib/model/answer/coverage";
import { type Accuracy, type Evidence, FEWEST_ROWS_TO_JUDGE } from "@/lib/model/evidence";
import { type FaintPattern, type Misfit, missingTermInWords } from "@/lib/model/explain/lack-of-fit";
import type { Precision } from "@/lib/model/explain/precision";
import { formatQuantity, formatShare, inSentence } from "@/lib/model/format";
import type { InputValue } from "@/lib/model/inputs/value";
import type { Model } from "@/lib/model/model";
import type { ContrastErrors } from "@/lib/model/predictor";
import type { Input, Spec } from "@/lib/model/spec";

type Target = Pick<Spec, "target">;

/** "Typically the true sale price was 6% higher than the estimate.", or nothing where that is no more than chance. */
export function leanInWords({ target }: Target, lean: Accuracy["segments"][number]["lean"]): string | null {
  const direction = lean && directionOf(lean);
  if (!direction) return null;
  const { ratio, difference } = lean;
  const share = ratio === null ? NaN : Math.abs(ratio - 1);
  if (share < 0.005 || difference === 0) return null;
  const amount =
    ratio === null ? formatQuantity(Number(Math.abs(difference).toPrecision(2)), target.unit) : formatShare(share);
  return `Typically the true ${inSentence(target.label)} was ${amount} ${direction} than the estimate.`;
}

/** How accurate the model is for rows with an estimate like this one, or over all where there is no such group. */
export function similarAccuracy(spec: Target, evidence: Evidence, estimate: number): string {
  const { name, label, unit } = spec.target;
  const { segments } = evidence.accuracy;
  const model = { spec, evidence };
  const truth = `the true ${inSentence(label)}`;
  const groups = segments.flatMap((segment) => {
    return segment.by === name && segment.range ? [{ ...segment, range: segment.range }] : [];
  });
  const group = groups.find(({ range }) => estimate >= range.low && estimate <= range.high);
  if (group) {
    const { range, n, withinTolerance, lean } = group;
    const near = toleranceInWords(toleranceOf(model), unit);
    return [
      `${formatQuantity(n)} of ${measuredRows(evidence)} were estimated between ${formatQuantity(range.low, unit)} and ${formatQuantity(range.high, unit)}${rowNames(evidence).without}.`,
      `Half of these estimates were within ${typicalError(model, group).text} of ${truth}, and ${formatShare(withinTolerance)} of them within ${near}.`,
      leanInWords(spec, lean),
    ]
      .filter((sentence) => sentence !== null)
      .join(" ");
  }
  const few = evidence.measured < 3 * FEWEST_ROWS_TO_JUDGE;
  const reason = few
    ? `${formatQuantity(evidence.measured)} rows are too few to measure the accuracy of estimates like this one.`
    : groups.length === 0
      ? "Too few rows have estimates like this one to measure their accuracy."
      : `None of ${measuredRows(evidence)} has an estimate as ${estimate < groups[0]!.range.low ? "low" : "high"} as this one.`;
  return `${reason} Over all of them, half of the estimates were within ${typicalErrorOf(model, evidence)} of ${truth}.`;
}

/** How accurate the model is over all rows, and how accurate guessing the average is. */
export function overallAccuracy(spec: Target, evidence: Evidence): string {
  const model = { spec, evidence };
  const near = `${typicalErrorOf(model, evidence)} of the truth`;
  const average = `Half of the guesses would be within ${typicalError(model, evidence.accuracy.baseline).text} if every guess were the average of the others.`;
  if (evidence.calibration) {
    return `The model estimated ${measuredRows(evidence)} of a calibration table, which it was not fitted to. Half of these estimates were within ${near}. ${average}`;
  }
  return `Each of ${measuredRows(evidence)} was left out in turn and estimated by the model fitted to the others. Half of these estimates were within ${near}. ${average}`;
}

/** What the figure of the range shows, and where the estimate lies among the outcomes. */
export function rangeAmongOutcomes({ target }: Target, evidence: Evidence, lower: number): string {
  const { background, sampled, rows } = evidence;
  const shown = measuredRows({ measured: sampled, sampled, rows });
  const compared = background.actual.length;
  const them = compared === sampled ? "them" : `a sample of ${formatQuantity(compared)} of them`;
  return `The bar is the range of this estimate. The shape above it is the ${inSentence(target.label)} of ${shown} of the ${rowNames(evidence).data}. The estimate is higher than ${formatShare(lower)} of ${them}.`;
}

/**
 * What the contributions add up from.
 *
 * @param explained how many rows the estimate is explained against
 */
export function averageEstimate(evidence: Evidence | null, average: string, explained: number): string {
  const over = evidence ? ` over ${rowsInWords(explained, explained, evidence.rows)}` : "";
  return `The average estimate${over} is ${average}.`;
}

/** The rows most like this one: out of which, how many, and what their outcomes were. */
export function nearestRows(
  { target }: Target,
  evidence: Evidence,
  { count, outcomes, inside }: { count: string; outcomes: string; inside: string },
): string {
  const from = shownRows(evidence);
  return `Of ${from}, these ${count} are most like this one. Their ${inSentence(target.label)} was ${outcomes}${inside}.`;
}

/** What a range by Student's t rests on, where there are too few rows to check it; undefined for any other. */
export function restsInWords({ uncertainty, evidence }: Pick<Model, "uncertainty" | "evidence">): string | undefined {
  if (uncertainty?.kind !== "t" || !evidence || evidence.measured >= FEWEST_ROWS_FOR_CONFORMAL) return undefined;
  return `The range rests on normal errors that are equally large everywhere, which ${formatQuantity(evidence.measured)} rows cannot check.`;
}

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
  const narrower = formatShare(1 - Math.sqrt(precision.noise));
  if (precision.model < WORTH_SAYING) {
    const only = narrower.startsWith("less") ? "" : "only ";
    return `Little would. With endlessly more examples, the range would be ${only}${narrower} narrower.`;
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
 * @param faint what tests find that is too faint for that
 * @param tested whether lack of fit was looked for
 */
export function restInWords(spec: Spec, misfit: Misfit | null, faint: FaintPattern | null, tested: boolean): string {
  if (!tested) {
    return "The rest is what the inputs do not explain, or a pattern that the terms of the model miss: there are too few examples to tell which.";
  }
  if (misfit === null && faint?.by === "usual tests") {
    return "The rest may be noise: the usual tests find a pattern that the model misses, but not once unequal errors are allowed for.";
  }
  if (misfit === null && faint) {
    return "Nearly all of the rest looks like noise: the pattern that the model misses explains very little.";
  }
  if (misfit === null) {
    return `The rest looks like noise: examples with the same answers still differ, and no test finds a pattern that the model misses. Only knowing more about each example would help.`;
  }
  const share = formatShare(misfit.share);
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

/** "There is a 41% chance that the estimate is within 10% of the true sale price.", or "within $200 of". */
export function confidenceInWords({ target }: Target, { within, relative, probability }: Confidence): string {
  const share = formatShare(probability);
  const article = /^(8|11%|18%)/.test(share) ? "an" : "a";
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
export function edgeInWords(data: string, values: string, estimate: string, difference: string): string {
  return `With ${values}, where the ${data} ends, the estimate would be ${estimate}; the ${difference} between the two assume that the pattern goes on.`;
}

/** In place of how accurate estimates like this one are. */
export function noRowsLikeIt({ rows }: RowNames): string {
  return `Too few ${rows} are like this one to say how accurate such an estimate is.`;
}

/** In place of how sure the amounts of single changes are. */
export const WORTH_OUTSIDE =
  "This is outside the data: these are the amounts if the pattern went on, and how near they are to the true ones is not known.";
