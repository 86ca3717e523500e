import { localeOf, type Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import { fittedInWords, isLogarithm } from "@/lib/model/scale";
import type { Spec } from "@/lib/model/spec";
import { FIT_WORDS } from "./fit-words";

/** The sentences of the card about its coefficients, each a function of its values. */

/** How many terms may have no effect, `unsure` of `terms`. */
export function hollowInWords(locale: Locale, unsure: number, terms: number): string {
  const words = FIT_WORDS[locale];
  const { quantity } = writerOf(locale);
  if (unsure === 0) return words.noneHollow;
  return unsure === terms ? words.allHollow : words.someHollow(unsure, quantity(unsure), quantity(terms));
}

/** What a coefficient is per unit of its term. */
export function scaleInWords(spec: Pick<Spec, "target" | "locale">): string {
  const words = FIT_WORDS[localeOf(spec)];
  const fitted = fittedInWords(spec.target, localeOf(spec));
  if (fitted === undefined) return words.perUnit;
  return words.perUnitAdded(fitted, isLogarithm(spec.target.transform));
}

/** What the change by a step is of, where it is not that of the target itself; with a space behind it. */
export function stepInWords(spec: Pick<Spec, "target" | "locale">): string {
  const { identity, log, log1p, sqrt } = FIT_WORDS[localeOf(spec)].stepOf;
  switch (spec.target.transform) {
    case "identity":
      return identity;
    case "log":
      return log;
    case "log1p":
      return log1p;
    case "sqrt":
      return sqrt(fittedInWords(spec.target, localeOf(spec))!);
  }
}
