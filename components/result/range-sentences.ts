import { lowToHigh } from "@/components/low-to-high";
import { asSentence } from "@/components/words";
import { catalogue, localeOf, type Locale } from "@/lib/language/locale";
import { binomialTwoSided } from "@/lib/math/binomial";
import type { Interval, IntervalReason } from "@/lib/model/answer/predict";
import { writerOf } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";

/* The sentences of a range are on their own, since the what-if takes them to the browser. */

type Target = Pick<Spec, "target" | "locale">;

const WORDS = catalogue({
  en: {
    atLeast: (share: string) => `at least ${share}`,
    /** Behind a phrase, as "houses like this sold for". */
    lessThan: (high: string) => `less than ${high}`,
    /** Where the description has no phrase. */
    inCases: (label: string, share: string, range: string) =>
      `in ${share} cases like this, the actual ${writerOf("en").inSentence(label)} is ${range}`,
    measured: (level: string, rows: string, share: string) =>
      `The range is meant for ${level} of cases. Among the ${rows} rows with similar estimates, each left out of the fit, ranges contained ${share} of the actual values.`,
    pattern: (range: string) =>
      `If the pattern continues, the range is ${range}. How often such a range contains the actual value is not known.`,
    unread: (text: string, level: string) =>
      `This model has no range for “${text}”. The page shows the range for ${level} of cases.`,
    none: "There is no range",
    because: (reason: string) => `There is no range: ${reason}.`,
  },
  de: {
    atLeast: (share) => `mindestens ${share}`,
    lessThan: (high) => `weniger als ${high}`,
    inCases: (_, share, range) => `in ${share} Fällen wie diesem beträgt der tatsächliche Wert ${range}`,
    measured: (level, rows, share) =>
      `Der Bereich ist für ${level} der Fälle gedacht. Unter den ${rows} Zeilen mit ähnlicher Schätzung, jede vom Training ausgenommen, enthielten die Bereiche ${share} der tatsächlichen Werte.`,
    pattern: (range) =>
      `Wenn sich das Muster fortsetzt, ist der Bereich ${range}. Wie oft ein solcher Bereich den tatsächlichen Wert enthält, ist nicht bekannt.`,
    unread: (text, level) =>
      `Für „${text}“ hat dieses Modell keinen Bereich. Die Seite zeigt den Bereich für ${level} der Fälle.`,
    none: "Es gibt keinen Bereich",
    // A whole sentence behind a colon begins with a capital letter in German.
    because: (reason) => `Es gibt keinen Bereich: ${asSentence(reason)}`,
  },
});

/** How often chance alone may make a difference between a claim and what was measured. */
const SIGNIFICANCE = 0.05;

/**
 * "8 out of 10 houses like this sold for $68,300 to $112,200." Where the ranges of training rows with similar estimates
 * covered more or less than their level, by more than chance makes, it says how many they covered. A range that was cut at
 * zero has no lower end, and covers somewhat more than its level.
 */
export function rangeInWords(spec: Target, interval: Interval, step: number): string {
  const { level, low, high } = interval;
  const { label, unit, phrase } = spec.target;
  const locale = localeOf(spec);
  const write = writerOf(locale);
  const words = WORDS[locale];
  const isCut = low === 0;
  const most = write.quantity(high, unit, step);
  const range = isCut ? words.lessThan(most) : lowToHigh(locale, write.quantity(low, unit, step), most);
  const off = coverageUnlikeClaim(interval);
  const often = write.outOf(off ? hundredths(off.share) : level);
  const share = isCut && !off ? words.atLeast(often) : often;
  const sentence = asSentence(phrase ? `${share} ${phrase} ${range}` : words.inCases(label, share, range));
  if (!off) return sentence;
  return `${sentence} ${words.measured(write.share(level), write.quantity(off.n), write.share(off.share))}`;
}

/** A share in whole hundredths; one that is not all is never 1. */
function hundredths(share: number): number {
  return share < 1 ? Math.min(Math.round(share * 100), 99) / 100 : 1;
}

/** The coverage at similar estimates, where it differs from the level by more than chance makes; or null. */
function coverageUnlikeClaim({ level, measured }: Interval): Interval["measured"] {
  if (measured === null) return null;
  const held = Math.round(measured.share * measured.n);
  return binomialTwoSided(held, measured.n, level) < SIGNIFICANCE ? measured : null;
}

/** The range of an estimate outside the data, of which nothing more is claimed. */
export function patternInWords(spec: Target, { low, high }: Pick<Interval, "low" | "high">, step: number): string {
  const { unit } = spec.target;
  const locale = localeOf(spec);
  const write = writerOf(locale);
  const [least, most] = [low, high].map((value) => write.quantity(value, unit, step)) as [string, string];
  const words = WORDS[locale];
  return words.pattern(low === 0 ? words.lessThan(most) : lowToHigh(locale, least, most));
}

/** In place of the range at a level that the model cannot give. */
export function unreadLevelInWords(locale: Locale, text: string, level: number): string {
  return WORDS[locale].unread(text.slice(0, 40), writerOf(locale).share(level));
}

/** Why there is no range. */
export function noRangeInWords(locale: Locale, reason: IntervalReason | null | undefined): string {
  const { none, because } = WORDS[locale];
  return reason ? because(reason.detail) : `${none}.`;
}
