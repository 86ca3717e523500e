import { catalogue, DEFAULT_LOCALE, type Locale } from "@/lib/language/locale";
import type { Evidence } from "@/lib/model/evidence";
import { writerOf } from "@/lib/model/format";

const ROW_WORDS = catalogue({
  en: {
    all: (rows: string) => `the ${rows} rows`,
    some: (count: string, rows: string) => `${count} of the ${rows} rows`,
    sample: (count: string, rows: string) => `a sample of ${count} of the ${rows} rows`,
  },
  de: {
    all: (rows) => `${rows} Zeilen`,
    some: (count, rows) => `${count} von ${rows} Zeilen`,
    sample: (count, rows) => `einer Stichprobe von ${count} der ${rows} Zeilen`,
  },
});

/**
 * "the 546 rows"; "545 of the 546 rows" where 1 was left out; "a sample of 1,000 of the 45,000 rows". The German text is
 * in the dative, as after "von" and "aus".
 *
 * @param count the rows that something was measured on
 * @param looked the rows that it could have been measured on
 * @param rows the rows of the table
 */
export function rowsInWords(count: number, looked: number, rows: number, locale: Locale = DEFAULT_LOCALE): string {
  const write = writerOf(locale);
  const words = ROW_WORDS[locale];
  if (count === rows) return words.all(write.quantity(rows));
  return words[looked === rows ? "some" : "sample"](write.quantity(count), write.quantity(rows));
}

/** The rows that accuracy was measured on. */
export function measuredRows(
  { measured, sampled, rows }: Pick<Evidence, "measured" | "sampled" | "rows">,
  locale: Locale = DEFAULT_LOCALE,
): string {
  return rowsInWords(measured, sampled, rows, locale);
}

/** The rows that explanations and charts show. */
export function shownRows(
  { background, rows }: Pick<Evidence, "background" | "rows">,
  locale: Locale = DEFAULT_LOCALE,
): string {
  return rowsInWords(background.actual.length, background.actual.length, rows, locale);
}
