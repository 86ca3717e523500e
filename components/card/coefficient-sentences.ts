import { asSentence, countInWords } from "@/components/words";
import { fittedInWords, isLogarithm } from "@/lib/model/scale";
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
  const fitted = fittedInWords(target);
  if (fitted === undefined) return "Per unit of the term.";
  return `Per unit of the term, added to ${fitted}${isLogarithm(target.transform) ? ": 0.1 is about 10%" : ""}.`;
}

/** What the change by a step is of, where it is not that of the target itself; with a space behind it. */
export function stepInWords({ target }: Pick<Spec, "target">): string {
  switch (target.transform) {
    case "identity":
      return "";
    case "log":
      return "The change is that of the estimate, which a step multiplies. ";
    case "log1p":
      return "The change is that of 1 plus the estimate, which a step multiplies. ";
    case "sqrt":
      return `The change is that of ${fittedInWords(target)}. `;
  }
}
