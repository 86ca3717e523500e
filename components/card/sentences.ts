import { asSentence } from "@/components/words";
import { probabilityInWords } from "@/lib/judging/probability-words";
import { missingTermInWords, type Misfit } from "@/lib/model/explain/lack-of-fit";
import { formatPercent, formatQuantity } from "@/lib/model/format";
import type { LackOfFit } from "@/lib/model/predictor";
import type { Spec } from "@/lib/model/spec";

/** The sentences of the card, each a function of its values. */

/** What the tests of lack of fit come to. */
export function lackOfFitInWords(spec: Spec, misfit: Misfit | null): string {
  if (misfit === null) {
    return "No test finds a pattern that the model misses. What it leaves unexplained looks like noise, which only other inputs could explain.";
  }
  const share = formatPercent(misfit.share);
  const help = misfit.term
    ? `The term that would help most is ${missingTermInWords(spec, misfit.term)}: it would explain ${share} of the variance that is left unexplained.`
    : `It makes up about ${share} of the variance that is left unexplained, and no single square or product of inputs explains it.`;
  return `The model misses a pattern (${probabilityInWords(misfit.p)} for all tests together). ${help}`;
}

/** Where the tests looked: all rows or a sample, and how many squares and products. */
export function searchInWords({ rows, candidates, screened, tested }: LackOfFit, allRows: number): string {
  const where =
    rows === allRows
      ? `all ${formatQuantity(rows)} rows`
      : `${formatQuantity(rows)} of the ${formatQuantity(allRows)} rows`;
  const terms =
    tested === screened && screened === candidates
      ? `all ${formatQuantity(candidates)} squares and products of inputs were tested as one more term`
      : `of ${formatQuantity(candidates)} squares and products of inputs, ${formatQuantity(screened)} were compared with the residuals and the ${formatQuantity(tested)} most correlated were tested as one more term`;
  return asSentence(`in ${where}, ${terms}; their p-values are adjusted for the number of terms (Holm)`);
}

export const TOO_FEW_ROWS_FOR_FIT =
  "There are too few rows to tell noise from a pattern that the model misses: at least 30 are needed.";

/** How the p-values of the section stay right under unequal variance. */
export const ROBUST_TESTS =
  "F and its p-value are the usual ones. The robust p-value also holds where errors are not equally large, and decides.";

/** Which confidence intervals the coefficients have. */
export function coefficientRangesInWords(unequalVariance: boolean): string {
  return unequalVariance
    ? "The ranges have 95% confidence, if the model is right; they use HC3 standard errors, as errors are not equally large everywhere."
    : "The ranges have 95% confidence, if the model is right.";
}

/** What the generalised variance inflation factor of an input is. */
export const INFLATION_IN_WORDS =
  "GVIF is how much less exactly the effect of an input is known because other inputs move with it, for all terms of the input together. Above 3.2 in the last column, separate effects are hard to tell apart.";
