import type { Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import type { KeptRows } from "@/lib/service/prediction-log";
import { BATCH_PAGE_WORDS } from "./page-words";

/** What becomes of the rows of a file. */
export function keptInWords(locale: Locale, kept: KeptRows | null): string {
  const words = BATCH_PAGE_WORDS[locale].kept;
  if (!kept) return `${words.file} ${words.none}`;
  const [one, many] = words.days;
  const rows = words.rows(kept.inputs, writerOf(locale).count(kept.days, one!, many!));
  return `${words.file} ${rows} ${kept.sampled ? words.sample : words.sampleOfLarge}`;
}
