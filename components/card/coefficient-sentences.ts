import { asSentence, countInWords } from "@/components/words";
import { inSentence } from "@/lib/model/format";
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
