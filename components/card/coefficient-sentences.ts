import { asSentence, countInWords } from "@/components/words";
import { formatCount, formatQuantity, inSentence } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";

/** The sentences of the card about its coefficients, each a function of its values. */

/** How many terms may add nothing, `unsure` of `terms`. */
export function hollowInWords(unsure: number, terms: number): string {
  if (unsure === 0) return "None of the ranges includes zero.";
  const hollow =
    unsure === terms
      ? "all dots are hollow"
      : `${countInWords(unsure)} of the ${countInWords(terms)} ${unsure === 1 ? "is" : "are"} hollow`;
  return asSentence(`a hollow dot may as well be zero: ${hollow}`);
}

/** What a coefficient is per unit of its term. */
export function scaleInWords({ target }: Pick<Spec, "target">): string {
  return target.transform === "log"
    ? `Per unit of the term, added to the logarithm of the ${inSentence(target.label)}: 0.1 is about 10%.`
    : "Per unit of the term.";
}

/** Which terms are drawn, where there are very many. */
export function largestTermsInWords(drawn: number, terms: number): string {
  return `Drawn are the ${formatQuantity(drawn)} largest of ${formatCount(terms, "term")}; the coefficients of all stand below.`;
}

/** That the inputs that overlap least are left out of the table. */
export function lessOverlapInWords(others: number): string {
  return `${formatCount(others, "other input overlaps", "other inputs overlap")} less.`;
}
