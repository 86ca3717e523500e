import { catalogue, DEFAULT_LOCALE, type Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";

const SIZES = [
  [1e9, "GB"],
  [1e6, "MB"],
  [1e3, "kB"],
] as const;

const WORDS = catalogue({
  en: { bytes: "bytes", rows: ["row", "rows"], notKnown: "not known" },
  de: { bytes: "Byte", rows: ["Zeile", "Zeilen"], notKnown: "nicht bekannt" },
});

/** A size as a person reads it: "31.4 MB". */
export function bytesInWords(bytes: number, locale: Locale = DEFAULT_LOCALE): string {
  const [size, unit] = SIZES.find(([size]) => bytes >= size) ?? [1, WORDS[locale].bytes];
  return writerOf(locale).quantity(Number((bytes / size).toPrecision(3)), unit);
}

/** A count to its last digit: "1,234,568". */
export function countInFigures(locale: Locale, count: number): string {
  return writerOf(locale).quantity(count, undefined, 1);
}

/** A count of rows, "1 row" or "98,214 rows". */
export function rowsInWords(locale: Locale, rows: number): string {
  const [one, many] = WORDS[locale].rows;
  return `${countInFigures(locale, rows)} ${rows === 1 ? one : many}`;
}

/** A probability of an answer, which is NaN where it is not known. */
export function chanceInWords(locale: Locale, probability: number): string {
  return Number.isNaN(probability) ? WORDS[locale].notKnown : writerOf(locale).share(probability);
}

/** The name of what comes back: "houses.csv" becomes "houses-estimates.csv". */
export function answerName(file: string): string {
  const [, stem = file, extension = ".csv"] = /^(.+?)(\.[^.]+)?$/.exec(file) ?? [];
  return `${stem}-estimates${extension}`;
}
