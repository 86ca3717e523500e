import { catalogue, type Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import type { Evidence } from "@/lib/model/evidence";
import { rowNames } from "@/lib/model/row-names";

/** The sentences that go with the charts of the result page, each a function of its values. */

/** An input with its value and what it adds, without a sign; both as they are written. */
interface Step {
  label: string;
  value: string;
  amount: string;
}

const nameOf = (locale: Locale, { label, value }: Step) =>
  locale === "de" ? `${label}: ${value}` : `${writerOf(locale).inSentence(label)} (${value})`;

const WORDS = catalogue({
  en: {
    raises: (raising: Step) => `The largest increase is ${raising.amount}, from ${nameOf("en", raising)}.`,
    lowers: (lowering: Step) => `The largest decrease is ${lowering.amount}, from ${nameOf("en", lowering)}.`,
    both: null as ((raising: Step, lowering: Step) => string) | null,
    allAbove: "All are higher than the estimate.",
    allBelow: "All are lower than the estimate.",
    allInside: "All are within the range of this estimate.",
    noneInside: (count: string) => `None of the ${count} is within the range of this estimate.`,
    inside: (inside: string, count: string, isOne: boolean) =>
      `${inside} of the ${count} ${isOne ? "is" : "are"} within the range of this estimate.`,
    chart: "Each chart changes one answer and keeps the others.",
    line: "The line is the estimate.",
    lineAndBand: "The line is the estimate, the band its range.",
    ring: "The ring is your answer.",
    axis: (data: string) => `The thick axis is the range in the ${data}.`,
  },
  de: {
    raises: (raising) => `Am stärksten erhöht „${nameOf("de", raising)}“ die Schätzung (+${raising.amount}).`,
    lowers: (lowering) => `Am stärksten senkt „${nameOf("de", lowering)}“ die Schätzung (−${lowering.amount}).`,
    both: (raising, lowering) =>
      `Am stärksten erhöht „${nameOf("de", raising)}“ die Schätzung (+${raising.amount}), am stärksten senkt sie „${nameOf("de", lowering)}“ (−${lowering.amount}).`,
    allAbove: "Alle sind höher als die Schätzung.",
    allBelow: "Alle sind niedriger als die Schätzung.",
    allInside: "Alle liegen im Bereich dieser Schätzung.",
    noneInside: (count) => `Keine der ${count} liegt im Bereich dieser Schätzung.`,
    inside: (inside, count, isOne) =>
      `${inside} der ${count} ${isOne ? "liegt" : "liegen"} im Bereich dieser Schätzung.`,
    chart: "Jedes Diagramm ändert eine Angabe und lässt die anderen.",
    line: "Die Linie ist die Schätzung.",
    lineAndBand: "Die Linie ist die Schätzung, das Band ihr Bereich.",
    ring: "Der Ring ist Ihre Angabe.",
    axis: (data) => `Die dicke Achse zeigt, was in den ${data} vorkommt.`,
  },
});

/** The inputs that raise and lower an estimate most, where there are any. */
export function largestInWords(locale: Locale, raising: Step | null, lowering: Step | null): string {
  const words = WORDS[locale];
  if (raising && lowering && words.both) return words.both(raising, lowering);
  return [raising && words.raises(raising), lowering && words.lowers(lowering)].filter(Boolean).join(" ");
}

/** Of fewer outcomes than these, it is no wonder that all are on one side. */
const FEWEST_ON_ONE_SIDE = 4;

/** That all outcomes are higher than the estimate, or all lower; nothing where they are on both sides, or few. */
export function sideInWords(locale: Locale, outcomes: readonly number[], estimate: number): string {
  if (outcomes.length < FEWEST_ON_ONE_SIDE) return "";
  if (outcomes.every((outcome) => outcome > estimate)) return WORDS[locale].allAbove;
  return outcomes.every((outcome) => outcome < estimate) ? WORDS[locale].allBelow : "";
}

/** How many of the nearest rows are in the range. */
export function insideInWords(locale: Locale, inside: number, count: number): string {
  const words = WORDS[locale];
  const write = writerOf(locale);
  if (inside === count) return words.allInside;
  if (inside === 0) return words.noneInside(write.quantity(count));
  return words.inside(write.quantity(inside), write.quantity(count), inside === 1);
}

/** What the charts of single inputs show. */
export function curvesInWords(
  locale: Locale,
  hasRange: boolean,
  evidence: Pick<Evidence, "calibration"> | null,
): string {
  const words = WORDS[locale];
  return [
    words.chart,
    hasRange ? words.lineAndBand : words.line,
    words.ring,
    ...(evidence ? [words.axis(rowNames(evidence, locale).data)] : []),
  ].join(" ");
}
