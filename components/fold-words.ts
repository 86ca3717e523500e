import { catalogue, DEFAULT_LOCALE, type Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";

/** What pages say of the parts that they fold. */

/** The nouns for what is folded. */
type Folded = "answer" | "input" | "coefficient" | "change";

const write = { en: writerOf("en"), de: writerOf("de") };

const FOLD_WORDS = catalogue({
  en: {
    others: (count: number, noun: Folded) =>
      count === 1 ? `The other ${noun}` : `The other ${write.en.quantity(count)} ${noun}s`,
    fewCurves: (charts: number, others: number) =>
      `The charts show the ${write.en.count(charts, "answer", "answers")} with the largest effect on this estimate; the table below has the other ${write.en.quantity(others)}.`,
    smallestLeftOut: (count: number) =>
      `${write.en.count(count, "smaller change is", "smaller changes are")} left out.`,
    largestTerms: (drawn: number, terms: number) =>
      `The chart shows the ${write.en.quantity(drawn)} largest of ${write.en.count(terms, "term", "terms")}; the coefficients below are complete.`,
    lessOverlap: (others: number) => `${write.en.count(others, "other input overlaps", "other inputs overlap")} less.`,
    fewPanels: (shown: number, inputs: number) =>
      `The charts show the ${write.en.quantity(shown)} of ${write.en.quantity(inputs)} inputs along which the errors vary most.`,
    fewGroups: (drawn: number, groups: number) =>
      `The chart shows the ${write.en.quantity(drawn)} of ${write.en.quantity(groups)} groups that differ most from all rows together`,
    inTable: (listed: number) => `; the table has ${write.en.quantity(listed)} of them, and the API all.`,
    allInTable: "; the table has all.",
    foldedForm: (count: number) =>
      `${write.en.count(count, "more input", "more inputs")}, filled in with typical values`,
  },
  de: {
    others: (count, noun) => {
      const [one, many] = GERMAN_NOUNS[noun];
      return count === 1 ? `Noch ${one}` : `${write.de.quantity(count)} weitere ${many}`;
    },
    fewCurves: (charts, others) =>
      `Die Diagramme zeigen die ${write.de.count(charts, "Angabe", "Angaben")} mit der größten Wirkung auf diese Schätzung; die Tabelle darunter enthält ${others === 1 ? "die übrige" : `die übrigen ${write.de.quantity(others)}`}.`,
    smallestLeftOut: (count) =>
      `${write.de.count(count, "kleinere Änderung fehlt", "kleinere Änderungen fehlen")} hier.`,
    largestTerms: (drawn, terms) =>
      `Das Diagramm zeigt die ${write.de.quantity(drawn)} größten von ${write.de.count(terms, "Term", "Termen")}; die Koeffizienten darunter sind vollständig.`,
    lessOverlap: (others) =>
      `${write.de.count(others, "weitere Eingabe überschneidet", "weitere Eingaben überschneiden")} sich weniger.`,
    fewPanels: (shown, inputs) =>
      `Die Diagramme zeigen die ${write.de.quantity(shown)} von ${write.de.quantity(inputs)} Eingaben, mit denen die Fehler am stärksten schwanken.`,
    fewGroups: (drawn, groups) =>
      `Das Diagramm zeigt die ${write.de.quantity(drawn)} von ${write.de.quantity(groups)} Gruppen, die am stärksten von allen Zeilen zusammen abweichen`,
    inTable: (listed) => `; die Tabelle enthält ${write.de.quantity(listed)} davon, die API alle.`,
    allInTable: "; die Tabelle enthält alle.",
    foldedForm: (count) =>
      `${write.de.count(count, "weitere Eingabe", "weitere Eingaben")}, mit typischen Werten ausgefüllt`,
  },
});

const GERMAN_NOUNS: Record<Folded, [one: string, many: string]> = {
  answer: ["eine Angabe", "Angaben"],
  input: ["eine Eingabe", "Eingaben"],
  coefficient: ["ein Koeffizient", "Koeffizienten"],
  change: ["eine Änderung", "Änderungen"],
};

/** "The other 58 answers"; "The other answer". */
export function othersInWords(count: number, noun: Folded, locale: Locale = DEFAULT_LOCALE): string {
  return FOLD_WORDS[locale].others(count, noun);
}

/** Which answers have a chart, where there are very many. */
export function fewCurvesInWords(charts: number, others: number, locale: Locale = DEFAULT_LOCALE): string {
  return FOLD_WORDS[locale].fewCurves(charts, others);
}

/** How many effects a table leaves out. */
export function smallestLeftOutInWords(count: number, locale: Locale = DEFAULT_LOCALE): string {
  return FOLD_WORDS[locale].smallestLeftOut(count);
}

/** Which terms are drawn, where there are very many. */
export function largestTermsInWords(drawn: number, terms: number, locale: Locale = DEFAULT_LOCALE): string {
  return FOLD_WORDS[locale].largestTerms(drawn, terms);
}

/** That the inputs that overlap least are left out of the table. */
export function lessOverlapInWords(others: number, locale: Locale = DEFAULT_LOCALE): string {
  return FOLD_WORDS[locale].lessOverlap(others);
}

/** Which inputs have a panel, where there are very many. */
export function fewPanelsInWords(shown: number, inputs: number, locale: Locale = DEFAULT_LOCALE): string {
  return FOLD_WORDS[locale].fewPanels(shown, inputs);
}

/** Which groups of rows are drawn and listed, where there are very many. */
export function fewGroupsInWords(
  drawn: number,
  listed: number,
  groups: number,
  locale: Locale = DEFAULT_LOCALE,
): string {
  const words = FOLD_WORDS[locale];
  return words.fewGroups(drawn, groups) + (listed < groups ? words.inTable(listed) : words.allInTable);
}

/** What a very long form folds. */
export function foldedFormInWords(count: number, locale: Locale = DEFAULT_LOCALE): string {
  return FOLD_WORDS[locale].foldedForm(count);
}
