import { catalogue, DEFAULT_LOCALE, type Locale } from "@/lib/language/locale";
import type { Evidence } from "@/lib/model/evidence";
import { writerOf } from "@/lib/model/format";

const ROW_WORDS = catalogue({
  en: {
    noun: "rows",
    cases: { all: "cases", part: "cases" },
    all: (rows: string) => `the ${rows}`,
    some: (count: string, rows: string) => `${count} of the ${rows}`,
    sample: (count: string, rows: string) => `a sample of ${count} of the ${rows}`,
  },
  de: {
    noun: "Zeilen",
    cases: { all: "Fällen", part: "Fälle" },
    all: (rows) => rows,
    some: (count, rows) => `${count} von ${rows}`,
    sample: (count, rows) => `einer Stichprobe von ${count} der ${rows}`,
  },
});

/**
 * "the 546 rows"; "545 of the 546 rows" where 1 was left out; "a sample of 1,000 of the 45,000 rows". The German text is
 * in the dative, as after "von" and "aus".
 *
 * @param count the rows that something was measured on
 * @param looked the rows that it could have been measured on
 * @param rows the rows of the table
 * @param noun what they are called: "training rows" (see `rowNames`)
 */
export function rowsInWords(
  count: number,
  looked: number,
  rows: number,
  locale: Locale = DEFAULT_LOCALE,
  noun: string = ROW_WORDS[locale].noun,
): string {
  const { quantity } = writerOf(locale);
  const words = ROW_WORDS[locale];
  const all = `${quantity(rows)} ${noun}`;
  if (count === rows) return words.all(all);
  return words[looked === rows ? "some" : "sample"](quantity(count), all);
}

/** The same of rows for a reader who knows of no table: "the 546 cases". */
export function casesInWords(count: number, rows: number, locale: Locale = DEFAULT_LOCALE): string {
  const { all, part } = ROW_WORDS[locale].cases;
  return rowsInWords(count, count, rows, locale, count === rows ? all : part);
}

/** The rows that accuracy was measured on. */
export function measuredRows(
  { measured, sampled, rows }: Pick<Evidence, "measured" | "sampled" | "rows">,
  locale: Locale = DEFAULT_LOCALE,
  noun?: string,
): string {
  return rowsInWords(measured, sampled, rows, locale, noun);
}

/** The rows that explanations and charts show, as cases. */
export function shownCases(
  { background, rows }: Pick<Evidence, "background" | "rows">,
  locale: Locale = DEFAULT_LOCALE,
): string {
  return casesInWords(background.actual.length, rows, locale);
}
