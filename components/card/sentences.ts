import { measuredRows } from "@/components/row-words";
import { localeOf, type Locale } from "@/lib/language/locale";
import type { Evidence } from "@/lib/model/evidence";
import { writerOf } from "@/lib/model/format";
import { rowNames } from "@/lib/model/row-names";
import type { Spec } from "@/lib/model/spec";
import { DATA_WORDS } from "./data-words";
import { CARD_WORDS } from "./words";

/** The sentences of the card about its rows, its accuracy and its problems, each a function of its values. */

/** The rows that accuracy was measured on, by their name: "the 546 training rows". */
const namedRows = (evidence: Evidence, locale: Locale) =>
  measuredRows(evidence, locale, rowNames(evidence, locale).rows);

/** How the accuracy was measured, and why on fewer rows than there are. */
export function rowsLeftOut(spec: Pick<Spec, "target" | "locale">, evidence: Evidence): string {
  const locale = localeOf(spec);
  const words = DATA_WORDS[locale];
  const label = writerOf(locale).inSentence(spec.target);
  if (evidence.calibration) return words.calibrated(namedRows(evidence, locale), label);
  const others = evidence.sampled - evidence.measured;
  const fitted = words.fitted(namedRows(evidence, locale), label);
  return others > 0 ? `${fitted} ${words.selfFitting(others, writerOf(locale).quantity(others))}` : fitted;
}

/**
 * How many rows the table has, and which sample of a large one was used for what.
 *
 * @param explained how many rows an estimate is explained against; null where none is explained
 */
export function tableInWords(
  locale: Locale,
  { rows, sampled, background, calibration }: Evidence,
  explained: number | null,
): string {
  const words = DATA_WORDS[locale];
  const { quantity } = writerOf(locale);
  const shown = background.actual.length;
  return [
    words.table(quantity(rows), calibration === true),
    ...(calibration ? [words.noTrainingData] : []),
    ...(sampled < rows ? [words.accuracySample(quantity(sampled))] : []),
    ...(shown > 0 && shown < rows ? [words.chartSample(quantity(shown))] : []),
    ...(explained !== null && explained < shown ? [words.contributionSample(quantity(explained))] : []),
    words.outside,
  ].join(" ");
}

/** On which rows accuracy was measured, and what it says nothing about. */
export function figuresInWords(locale: Locale, evidence: Evidence): string {
  return DATA_WORDS[locale].measuredOn(namedRows(evidence, locale), rowNames(evidence, locale).leftOut);
}

/** The best and the worst group of rows, by the median error. */
export function groupsInWords(
  locale: Locale,
  best: { name: string; error: string },
  worst: { name: string; error: string },
  groups: number,
): string {
  const words = DATA_WORDS[locale];
  if (groups === 1) return words.oneGroup(best.name, best.error);
  if (best.error === worst.error) return words.sameInAll(best.error);
  return words.fromBestToWorst(best.name, best.error, worst.name, worst.error);
}

/** What the checks find: none is possible, no problem, or how many. */
export function problemsIntroduction(locale: Locale, checked: boolean, count: number): string {
  const words = CARD_WORDS[locale];
  if (!checked) return words.uncheckedLong;
  return count === 0 ? words.noProblemLong : words.hasProblems(count, writerOf(locale).quantity(count));
}

/** The same in short, before their list: "2 problems found:". */
export function problemsInWords(locale: Locale, checked: boolean, count: number): string {
  const words = CARD_WORDS[locale];
  if (!checked) return words.unchecked;
  return count === 0 ? words.noProblem : words.problemsFound(count, writerOf(locale).quantity(count));
}
