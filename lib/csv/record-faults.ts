import { DEFAULT_LOCALE, type Locale } from "../language/locale";
import type { RecordReader } from "./record";
import { CSV_SENTENCES } from "./sentences";

/** What a record needs to be a row of a table with so many columns; null where it is one. */
export function describeFault(record: RecordReader, columns: number, locale: Locale = DEFAULT_LOCALE): string | null {
  const { fault, count } = record;
  if (!fault && count === columns) return null;
  const { row, width } = CSV_SENTENCES[locale];
  return fault ? row[fault] : width(columns, count);
}
