import { DEFAULT_LOCALE, type Locale } from "@/lib/language/locale";
import { useLocale } from "#locale";

/** The language of a text, where the page is in another; nothing where it is not. What the server alone writes is English. */
export function useForeign(language: Locale = DEFAULT_LOCALE): Locale | undefined {
  return useLocale() === language ? undefined : language;
}
