import { catalogue, type Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import type { Evidence } from "@/lib/model/evidence";
import { rowNames } from "@/lib/model/row-names";

/** The sentences that go with the charts of the result page, each a function of its values. */

const WORDS = catalogue({
  en: {
    increase: (input: string, amount: string) => `The largest increase is ${amount}, from ${input}.`,
    decrease: (input: string, amount: string) => `The largest decrease is ${amount}, from ${input}.`,
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
    increase: (input, amount) => `Die größte Erhöhung: ${amount} durch ${input}.`,
    decrease: (input, amount) => `Die größte Senkung: ${amount} durch ${input}.`,
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

/** An input with its value and what it adds, both as they are written. */
interface Step {
  label: string;
  value: string;
  amount: string;
}

/** The inputs that raise and lower an estimate most, where there are any. */
export function largestInWords(locale: Locale, raising: Step | null, lowering: Step | null): string {
  const words = WORDS[locale];
  const name = ({ label, value }: Step) => `${writerOf(locale).inSentence(label)} (${value})`;
  return [
    raising && words.increase(name(raising), raising.amount),
    lowering && words.decrease(name(lowering), lowering.amount),
  ]
    .filter(Boolean)
    .join(" ");
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
