import type { Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import type { Progress } from "./batch-run";
import type { PreviewRow } from "./preview-rows";
import { RESULT_WORDS } from "./result-words";
import { RUN_WORDS } from "./run-words";
import type { Summary } from "./summary";
import { TABLE_WORDS } from "./table-words";
import { countInFigures, rowsInWords } from "./words";

/** How long something takes, as precisely as one cares: "a few seconds", "about 40 seconds", "about 3 minutes". */
export function durationInWords(locale: Locale, seconds: number): string {
  const words = RUN_WORDS[locale].seconds;
  const write = (count: number, unit: string) => `${words.about} ${writerOf(locale).quantity(count)} ${unit}`;
  if (seconds < 10) return words.few;
  if (seconds < 90) return write(10 * Math.ceil(seconds / 10), words.seconds);
  if (seconds < 5400) return write(Math.round(seconds / 60), words.minutes);
  return write(Math.round(seconds / 3600), words.hours);
}

/** What is done, how fast, and how long the rest takes; no speed before there is one. */
export function progressInWords(locale: Locale, { rows, share, seconds }: Progress): string {
  const words = RUN_WORDS[locale];
  if (rows === 0 || seconds === 0) return words.starting;
  const speed = countInFigures(locale, Number((rows / seconds).toPrecision(2)));
  return words.progress(rowsInWords(locale, rows), speed, durationInWords(locale, (seconds / share) * (1 - share)));
}

/** "98,214 of 100,000 rows have an estimate." */
export function estimatedInWords(locale: Locale, { rows, estimated }: Summary): string {
  const words = RESULT_WORDS[locale];
  const all = rowsInWords(locale, rows);
  if (estimated === rows) return rows === 1 ? words.theOne : words.all(all);
  if (estimated === 0) return rows === 1 ? words.notTheOne : words.noneOf(all);
  return words.some(countInFigures(locale, estimated), all, estimated === 1);
}

/** Which of the first rows have no estimate: "Row 8 has no estimate.", "3 of the first 10 rows have no estimate." */
export function withoutInWords(locale: Locale, rows: PreviewRow[]): string {
  const words = TABLE_WORDS[locale].preview;
  const [first, ...others] = rows.filter(({ answer }) => answer.error !== "");
  if (!first) return words.all;
  if (others.length === rows.length - 1) return words.none;
  if (others.length === 0) return words.row(countInFigures(locale, first.row));
  return words.some(countInFigures(locale, 1 + others.length), countInFigures(locale, rows.length));
}
