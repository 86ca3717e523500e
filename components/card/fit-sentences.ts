import { rowsInWords } from "@/components/row-words";
import { probabilityInWords, writeProbability } from "@/lib/judging/probability-words";
import { localeOf, type Locale } from "@/lib/language/locale";
import type { Uncertainty } from "@/lib/model/answer/uncertainty";
import type { Evidence } from "@/lib/model/evidence";
import { type FaintPattern, type Misfit, missingTermInWords } from "@/lib/model/explain/lack-of-fit";
import { writerOf } from "@/lib/model/format";
import { SIGNIFICANCE, type LackOfFit } from "@/lib/model/predictor";
import { rowNames } from "@/lib/model/row-names";
import type { Transform } from "@/lib/model/scale";
import type { Spec } from "@/lib/model/spec";
import { FIT_WORDS } from "./fit-words";

/** The sentences of the card about the fit, each a function of its values. */

/** What σ is the size of: of a logarithm as shares, up and down, exp(σ) − 1 and 1 − exp(−σ). */
export function sigmaInWords(
  spec: Pick<Spec, "target" | "locale">,
  { sigma, df }: { sigma: number; df: number },
): string {
  const words = FIT_WORDS[localeOf(spec)];
  const { quantity, share, inSentence } = writerOf(localeOf(spec));
  const size = words.upOrDown(share(Math.exp(sigma) - 1), share(1 - Math.exp(-sigma)));
  const { transform, label } = spec.target;
  return words.sigmaOf[transform](size, inSentence(label), quantity(df));
}

/** What turns the median into the mean, and what that assumes. */
export function smearingInWords(locale: Locale, transform: Transform, kind: Uncertainty["kind"] | undefined): string {
  const words = FIT_WORDS[locale];
  const { ratio, log1p, sqrt } = words.smearingOf;
  const factor = { identity: ratio, log: ratio, log1p, sqrt }[transform];
  return (kind === "conformal" ? words.equallyLargeHere : words.equallyLarge)(factor);
}

/**
 * What the tests of lack of fit find.
 *
 * @param questions how many kinds of tests share the level; see `countQuestions`
 */
export function lackOfFitInWords(
  spec: Spec,
  misfit: Misfit | null,
  faint: FaintPattern | null,
  questions: number,
): string {
  const locale = localeOf(spec);
  const words = FIT_WORDS[locale];
  const chance = (p: number) => probabilityInWords(p, locale);
  if (misfit === null) {
    if (faint === null) {
      const { share, quantity } = writerOf(locale);
      const threshold = writeProbability(SIGNIFICANCE / questions, locale);
      return words.noPattern(share(SIGNIFICANCE), questions, quantity(questions), threshold);
    }
    if (faint.by === "usual tests") return words.usualTests(chance(faint.p), chance(faint.robustP));
    return (faint.by === "these tests alone" ? words.theseTestsAlone : words.tooSmall)(chance(faint.robustP));
  }
  const share = writerOf(locale).share(misfit.share);
  const help = misfit.term ? words.bestTerm(missingTermInWords(spec, misfit.term), share) : words.noTerm(share);
  return `${words.pattern(chance(misfit.p))} ${help}`;
}

/** In which rows the tests looked, all or a sample, and how many squares and products they tested. */
export function searchInWords(
  locale: Locale,
  { rows, candidates, screened, tested }: LackOfFit,
  allRows: number,
): string {
  const words = FIT_WORDS[locale];
  const { quantity } = writerOf(locale);
  const where = rows === allRows ? words.allRows(quantity(rows)) : words.someRows(quantity(rows), quantity(allRows));
  if (candidates === 0) return words.noTermToTest(where);
  if (tested === candidates) return words.allTerms(where, quantity(candidates));
  return tested === screened
    ? words.testedTerms(where, quantity(candidates), quantity(tested))
    : words.someTerms(where, quantity(candidates), quantity(screened), quantity(tested));
}

/** Which confidence intervals the coefficients have. */
export function coefficientRangesInWords(locale: Locale, unequalVariance: boolean): string {
  const words = FIT_WORDS[locale];
  return unequalVariance ? words.robustIntervals : words.intervals;
}

/** Of which rows the influential ones are, and whether one of them decides. */
export function influenceInWords(locale: Locale, largest: number, evidence: Evidence | null): string {
  const words = FIT_WORDS[locale];
  const from =
    evidence && evidence.sampled < evidence.rows
      ? words.mistakeAmong(
          rowsInWords(evidence.sampled, evidence.sampled, evidence.rows, locale, rowNames(evidence, locale).rows),
        )
      : words.mistake;
  const verdict =
    largest > 1 ? words.checkRows : words.noneDecides(writerOf(locale).quantity(largest, undefined, 0.001));
  return `${from} ${verdict}`;
}
