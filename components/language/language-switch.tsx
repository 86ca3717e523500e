import { withBase } from "@/lib/base-path";
import { LANGUAGE_NAMES, LOCALES } from "@/lib/language/locale";
import { useLocale } from "#locale";
import { useWords } from "./use-words";
import { LANGUAGE_WORDS } from "./words";

/** The languages that the site can be read in; without JavaScript too. */
export function LanguageSwitch() {
  const own = useLocale();
  const words = useWords(LANGUAGE_WORDS);
  return (
    <form method="post" action={withBase("/language")} aria-label={words.choice} className="screen-only flex gap-x-4">
      {LOCALES.map((locale) => (
        <button
          key={locale}
          name="language"
          value={locale}
          lang={locale}
          aria-pressed={locale === own}
          className="link min-h-11 aria-pressed:no-underline"
        >
          {LANGUAGE_NAMES[locale]}
        </button>
      ))}
    </form>
  );
}
