import { localeOf } from "@/lib/language/locale";
import { writerOf, type Writer } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";
import { termInWords } from "@/lib/model/term-words";

/** A term at the head of a line: "Lot area", and a function as it is, "log(lot area)". */
export function termAsHead(spec: Spec, term: string): string {
  const words = termInWords(spec, term);
  return /^[a-z]+\(/.test(words) ? words : words.charAt(0).toUpperCase() + words.slice(1);
}

/** A number to so many significant digits: 6474.7 is "6,470". */
export function writeDigits({ quantity }: Writer, value: number, unit?: string, digits = 3): string {
  return quantity(Number(value.toPrecision(digits)), unit);
}

/** What writes numbers in the language of a description. */
export const writerFor = (spec: Pick<Spec, "locale">): Writer => writerOf(localeOf(spec));
