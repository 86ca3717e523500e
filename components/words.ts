import { localeOf, type Locale } from "@/lib/language/locale";
import { formatQuantity, inSentence, writerOf } from "@/lib/model/format";
import type { Derived, Spec } from "@/lib/model/spec";
import { bareInWords, valueInWords } from "@/lib/model/inputs/words";

const COUNTS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A message of the house ("bedrooms is required") as a sentence of a page ("Bedrooms is required."). */
export function asSentence(detail: string): string {
  return `${detail.charAt(0).toUpperCase()}${detail.slice(1)}${detail.endsWith("?") ? "" : "."}`;
}

/** A count as a word up to ten, "three", and in figures beyond. */
export function countInWords(count: number): string {
  return COUNTS[count] ?? formatQuantity(count);
}

/** A probability as a person would say it: 0.8 is "eight times out of ten", 0.95 "95 times out of 100". */
export function timesOutOf(level: number): string {
  const tenths = level * 10;
  if (Math.abs(tenths - Math.round(tenths)) < 1e-9) return `${countInWords(Math.round(tenths))} times out of ten`;
  return `${formatQuantity(level * 100)} times out of 100`;
}

/** What the estimate of a transformed target is, and the mean beside it, which few high ones pull up. */
export function meanInWords(spec: Pick<Spec, "target">, mean: number, step: number): string {
  const { label, unit } = spec.target;
  return `The estimate is the middle: half of such cases lie below it, half above. Their average ${inSentence(label)} is somewhat higher, ${formatQuantity(mean, unit, step)}, as a few very high ones pull it up.`;
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

/** A change with its sign: "+$13,200", "−$4,300", and "$0" for one that a step rounds to nothing. */
export function signedAmount(amount: number, unit?: string, step?: number): string {
  const rounded = step === undefined ? amount : Math.round(amount / step) * step;
  return `${rounded > 0 ? "+" : ""}${formatQuantity(rounded, unit, step)}`;
}
