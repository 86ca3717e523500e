import { catalogue, type Locale } from "@/lib/language/locale";

const TO = catalogue({
  en: (low: string, high: string) => `${low} to ${high}`,
  de: (low, high) => `${low} bis ${high}`,
});

/** A range as pages write it, from its ends as they are written: "$68,300 to $112,200". */
export function lowToHigh(locale: Locale, low: string, high: string): string {
  return TO[locale](low, high);
}
