import { typicalError, typicalErrorOf } from "@/components/accuracy-measures";
import { lowToHigh } from "@/components/low-to-high";
import { casesInWords, measuredRows, shownCases } from "@/components/row-words";
import { directionOf } from "@/lib/judging/lean";
import { catalogue, localeOf, type Catalogue, type Locale } from "@/lib/language/locale";
import { toleranceInWords, toleranceOf, type Confidence } from "@/lib/model/answer/tolerance";
import { FEWEST_ROWS_FOR_CONFORMAL } from "@/lib/model/answer/coverage";
import { type Accuracy, type Evidence, FEWEST_ROWS_TO_JUDGE } from "@/lib/model/evidence";
import { type FaintPattern, type Misfit, missingTermInWords } from "@/lib/model/explain/lack-of-fit";
import type { Precision } from "@/lib/model/explain/precision";
import { writerOf } from "@/lib/model/format";
import { valueInWords } from "@/lib/model/inputs/words";
import type { InputValue } from "@/lib/model/inputs/value";
import type { Model } from "@/lib/model/model";
import type { ContrastErrors } from "@/lib/model/predictor";
import { rowNames, type RowNames } from "@/lib/model/row-names";
import type { Input, Spec } from "@/lib/model/spec";
import { RESULT_SENTENCES } from "./sentence-words";

/** The sentences of the result page, each a function of its values. */

type Target = Pick<Spec, "target" | "locale">;

/** The texts of a description's language, what writes its numbers, and what its target is called inside a sentence. */
function wordsOf(spec: Target) {
  const locale = localeOf(spec);
  const write = writerOf(locale);
  return { locale, write, words: RESULT_SENTENCES[locale], label: write.inSentence(spec.target) };
}

/** "The actual sale price was typically 6% higher than the estimate.", or nothing where that is no more than chance. */
export function leanInWords(spec: Target, lean: Accuracy["segments"][number]["lean"]): string | null {
  const direction = lean && directionOf(lean);
  if (!direction) return null;
  const { ratio, difference } = lean;
  const share = ratio === null ? NaN : Math.abs(ratio - 1);
  if (share < 0.005 || difference === 0) return null;
  const { write, words, label } = wordsOf(spec);
  const inUnit = () => write.quantity(Number(Math.abs(difference).toPrecision(2)), spec.target.unit);
  return words.lean(label, ratio === null ? inUnit() : write.share(share), direction);
}

/** How accurate the model is for rows with a similar estimate, or over all where there is no such group. */
export function similarAccuracy(spec: Target, evidence: Evidence, estimate: number): string {
  const { locale, write, words, label } = wordsOf(spec);
  const { name, unit } = spec.target;
  const model = { spec, evidence };
  const groups = evidence.accuracy.segments.flatMap((segment) => {
    return segment.by === name && segment.range ? [{ ...segment, range: segment.range }] : [];
  });
  const group = groups.find(({ range }) => estimate >= range.low && estimate <= range.high);
  const rows = measuredRows(evidence, locale);
  if (group) {
    const { range, n, withinTolerance, lean } = group;
    const near = toleranceInWords(toleranceOf(model), unit, locale);
    const estimates = lowToHigh(locale, write.quantity(range.low, unit), write.quantity(range.high, unit));
    return [
      words.similarRows(write.quantity(n), rows, estimates, rowNames(evidence, locale)),
      words.similarErrors(label, typicalError(model, group).text, write.share(withinTolerance), near),
      leanInWords(spec, lean),
    ]
      .filter((sentence) => sentence !== null)
      .join(" ");
  }
  const isFew = evidence.measured < 3 * FEWEST_ROWS_TO_JUDGE;
  const reason = isFew
    ? words.fewRows(write.quantity(evidence.measured))
    : groups.length === 0
      ? words.fewSimilarRows
      : words.noSimilarRow(rows, estimate < groups[0]!.range.low ? "low" : "high");
  return `${reason} ${words.allErrors(label, typicalErrorOf(model, evidence))}`;
}

/** How accurate the model is over all rows, and how accurate guessing the average is. */
export function overallAccuracy(spec: Target, evidence: Evidence): string {
  const { locale, words } = wordsOf(spec);
  const model = { spec, evidence };
  const rows = measuredRows(evidence, locale);
  return [
    evidence.calibration ? words.calibrated(rows) : words.leftOut(rows),
    words.ownErrors(typicalErrorOf(model, evidence)),
    words.averageErrors(typicalError(model, evidence.accuracy.baseline).text),
  ].join(" ");
}

/**
 * What the figure of the range shows, and where the estimate is among the outcomes.
 *
 * @param lower the share of outcomes below the estimate
 * @param outside whether the estimate is outside the data, where nothing says how likely the range is
 */
export function rangeAmongOutcomes(spec: Target, evidence: Evidence, lower: number, outside: boolean): string {
  const { locale, write, words, label } = wordsOf(spec);
  const { background, sampled, rows } = evidence;
  const shown = measuredRows({ measured: sampled, sampled, rows }, locale);
  const compared = background.actual.length;
  const sample = compared === sampled ? null : write.quantity(compared);
  return [
    outside ? words.barOutside : words.bar,
    words.shape(label, shown, rowNames(evidence, locale)),
    lower === 1 ? words.higherThanAll(sample) : words.higherThan(write.share(lower), sample),
  ].join(" ");
}

/**
 * What the contributions add up from.
 *
 * @param explained how many rows the estimate is explained against
 */
export function averageEstimate(locale: Locale, evidence: Evidence | null, average: string, explained: number): string {
  const words = RESULT_SENTENCES[locale];
  return words.average(average, evidence && casesInWords(explained, evidence.rows, locale));
}

/** The most similar rows: out of which, how many, and what their outcomes were. */
export function nearestRows(
  spec: Target,
  evidence: Evidence,
  { count, outcomes, inside }: { count: number; outcomes: string; inside: string },
): string {
  const { locale, write, words, label } = wordsOf(spec);
  return `${words.nearest(write.quantity(count), shownCases(evidence, locale), label, outcomes)} ${inside}`.trim();
}

/** What a range by Student's t rests on, where there are too few rows to check it; undefined for any other. */
export function restsInWords({
  spec,
  uncertainty,
  evidence,
}: Pick<Model, "spec" | "uncertainty" | "evidence">): string | undefined {
  if (uncertainty?.kind !== "t" || !evidence || evidence.measured >= FEWEST_ROWS_FOR_CONFORMAL) return undefined;
  const { write, words } = wordsOf(spec);
  return words.rests(write.quantity(evidence.measured));
}

/** From this share of the variance on, what the model does not know is worth looking into. */
const WORTH_SAYING = 0.05;

/** Whether more data would narrow the range, by how much, and which rows would most. */
export function moreExamplesInWords(
  locale: Locale,
  precision: Precision,
  driver: { input: Input; value: InputValue } | null,
  rows: number,
): string {
  const words = RESULT_SENTENCES[locale];
  const write = writerOf(locale);
  // The width is the root of the variance, of which unlimited data leave the noise.
  const gain = 1 - Math.sqrt(precision.noise);
  const narrower = write.share(gain);
  if (precision.model < WORTH_SAYING) return words.hardly(narrower, Math.round(100 * gain) > 0);
  if (!driver) return words.narrower(narrower);
  const { input, value } = driver;
  const where = words.rowsNear(write.inSentence(input), valueInWords(input, value), write.quantity(rows));
  return `${words.narrower(narrower)} ${where}`;
}

/**
 * What the rest of the width is: noise, or in part a pattern that the terms miss.
 *
 * @param misfit null where none was found
 * @param faint what tests find that is too faint for that
 * @param tested whether lack of fit was looked for
 * @param complete whether every input has an answer
 */
export function restInWords(
  spec: Spec,
  misfit: Misfit | null,
  faint: FaintPattern | null,
  { tested, complete }: { tested: boolean; complete: boolean },
): string {
  const { write, words } = wordsOf(spec);
  if (!tested) return words.restUntested;
  if (misfit === null && faint) return faint.by === "usual tests" ? words.restMayBeNoise : words.restIsNearlyNoise;
  if (misfit === null) return `${words.restIsNoise} ${complete ? words.notInForm : words.knowingMore}`;
  const share = write.share(misfit.share);
  return misfit.term ? words.missingTerm(missingTermInWords(spec, misfit.term), share) : words.missingPattern(share);
}

/** What a range around an effect means. */
export function effectConfidenceInWords(locale: Locale, errors: ContrastErrors | null): string {
  const words = RESULT_SENTENCES[locale];
  switch (errors) {
    case "equal variance":
    case "HC3":
      return `${words.effectConfidence(errors === "HC3")} ${words.includesZero}`;
    case "unknown":
      return words.effectsWithoutContrasts;
    case null:
      return words.effectsWithoutErrors;
  }
}

const textsOf = (name: "mayBeZero" | "worthOutside"): Catalogue<string> =>
  catalogue({ en: RESULT_SENTENCES.en[name], de: RESULT_SENTENCES.de[name] });

/** Beside an effect whose range includes zero. */
export const MAY_BE_ZERO = textsOf("mayBeZero");

/** In place of how sure the amounts of single changes are. */
export const WORTH_OUTSIDE = textsOf("worthOutside");

/** "There is a 41% chance that the estimate is within 10% of the actual sale price.", or "within $200 of". */
export function confidenceInWords(spec: Target, { within, relative, probability }: Confidence): string {
  const { locale, write, words, label } = wordsOf(spec);
  const near = toleranceInWords(relative ? { relative: within } : { absolute: within }, spec.target.unit, locale);
  return words.chance(label, write.share(probability), near);
}

/** The forecast standard deviation, by which automated valuations are compared. */
export function deviationInWords(locale: Locale, fsd: number): string {
  return RESULT_SENTENCES[locale].deviation(writerOf(locale).quantity(Number((100 * fsd).toPrecision(2)), "%"));
}

/** What an estimate outside the data is worth. */
export function outsideInWords(spec: Target & Pick<Spec, "inputs" | "terms">, hasRange: boolean): string {
  const { words, label } = wordsOf(spec);
  return words.outside(label, isStraight(spec) ? "line" : "pattern", hasRange);
}

/** Whether the model is a straight line along every input: each term is an input as it is, and so is the target. */
function isStraight({ target, inputs, terms }: Pick<Spec, "target" | "inputs" | "terms">): boolean {
  const names = new Set(inputs.map(({ name }) => name));
  return target.transform === "identity" && terms.length > 0 && terms.every((term) => names.has(term));
}

/** What the estimate is at the edge of the data: how much of it is an assumption. */
export function edgeInWords(
  locale: Locale,
  data: string,
  values: string,
  { estimate, difference }: { estimate: string; difference: string },
): string {
  return RESULT_SENTENCES[locale].edge(data, values, estimate, difference);
}

/** In place of how accurate similar estimates are. */
export function noRowsLikeIt(locale: Locale, { rows }: RowNames): string {
  return RESULT_SENTENCES[locale].noRowsLikeIt(rows);
}
