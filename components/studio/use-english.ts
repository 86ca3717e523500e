import { useLocale } from "#locale";

/** The language of texts that the server writes in English alone, where the page is in another; nothing where it is not. */
export function useEnglish(): "en" | undefined {
  return useLocale() === "en" ? undefined : "en";
}
