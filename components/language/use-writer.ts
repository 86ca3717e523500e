import { writerOf, type Writer } from "@/lib/model/format";
import { useLocale } from "#locale";

/** What writes numbers, dates and values in the language of the reader, in any component that is not async. */
export function useWriter(): Writer {
  return writerOf(useLocale());
}
