/** The languages that pages are written in, the first where nothing else is asked for. */
export const LOCALES = ["en", "de"] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = LOCALES[0];

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { en: "English", de: "Deutsch" };

/** Every text of a part of the house, by language. */
export type Catalogue<Words> = Readonly<Record<Locale, Words>>;

/**
 * A table of texts in every language. A text with something to fill in is a function; the type of the English one holds
 * for all, so that a language that lacks a text does not compile.
 *
 * @example catalogue({ en: { rows: (count: number) => `${count} rows` }, de: { rows: (count) => `${count} Zeilen` } })
 */
export function catalogue<Words>(words: { en: Words; de: NoInfer<Words> }): Catalogue<Words> {
  return words;
}

/** Whether a text names one of the languages. */
export function isLocale(text: string | undefined): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

/** The language in which sentences about a description, or an input of one, are written: English for programs. */
export function localeOf({ locale }: { locale?: Locale }): Locale {
  return locale ?? DEFAULT_LOCALE;
}
