import { catalogue, localeOf, type Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import type { Derived, Spec } from "@/lib/model/spec";
import { bareInWords, valueInWords } from "@/lib/model/inputs/words";

/** A message ("bedrooms is required") as a sentence of a page ("Bedrooms is required."). */
export function asSentence(detail: string): string {
  return `${detail.charAt(0).toUpperCase()}${detail.slice(1)}${detail.endsWith("?") ? "" : "."}`;
}

const MEAN_WORDS = catalogue({
  en: {
    mean: (what: string, mean: string) =>
      `The estimate is the median: half of such cases are lower, half are higher. Their average ${what} is higher, ${mean}, because a few very high values raise it.`,
  },
  de: {
    mean: (_what, mean) =>
      `Die Schätzung ist der Median: Die Hälfte solcher Fälle liegt darunter, die Hälfte darüber. Ihr Durchschnitt ist mit ${mean} höher, weil einige sehr hohe Werte ihn anheben.`,
  },
});

/** What the estimate of a transformed target is, and the mean beside it, which a few high values raise. */
export function meanInWords(spec: Pick<Spec, "target" | "locale">, mean: number, step: number): string {
  const { label, unit } = spec.target;
  const write = writerOf(localeOf(spec));
  return MEAN_WORDS[write.locale].mean(write.inSentence(label), write.quantity(mean, unit, step));
}

export { bareInWords, valueInWords };

/**
 * A derived feature's value in the language of the reader: two decimals at most and four digits, or two significant
 * digits below 1. A quotient of counts is not more precise.
 */
export function derivedInWords(derived: Derived, value: number, locale: Locale = localeOf(derived)): string {
  const rounded = Math.abs(value) < 1 ? value.toPrecision(2) : Number(value.toFixed(2)).toPrecision(4);
  return writerOf(locale).quantity(Number(rounded), derived.unit);
}
