import { DEFAULT_LOCALE, type Locale } from "../language/locale";
import type { RecordReader } from "./record";
import { CSV_SENTENCES, type CsvSentences } from "./sentences";

/** What a record needs to be a row of a table with so many columns, in each language; null where it is one. */
export function faultOfRecord(
  { fault, count }: RecordReader,
  columns: number,
): ((sentences: CsvSentences) => string) | null {
  if (fault) return ({ row }) => row[fault];
  return count === columns ? null : ({ width }) => width(columns, count);
}

/** The same in a language. */
export function describeFault(record: RecordReader, columns: number, locale: Locale = DEFAULT_LOCALE): string | null {
  return faultOfRecord(record, columns)?.(CSV_SENTENCES[locale]) ?? null;
}
