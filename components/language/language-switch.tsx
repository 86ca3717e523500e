"use client";

import { withBase } from "@/lib/base-path";
import { LANGUAGE_NAMES, LOCALES } from "@/lib/language/locale";
import { usePathname, useSearchParams } from "next/navigation";
import { useLocale } from "#locale";
import { BACK_FIELD, LANGUAGE_FIELD } from "./cookie";
import { useWords } from "./use-words";
import { LANGUAGE_WORDS } from "./words";

/** The languages that the site can be read in; without JavaScript too. The page stays, with what its address holds. */
export function LanguageSwitch() {
  const own = useLocale();
  const words = useWords(LANGUAGE_WORDS);
  const [path, query] = [usePathname(), useSearchParams().toString()];
  return (
    <form method="post" action={withBase("/language")} aria-label={words.choice} className="screen-only flex gap-x-5">
      {/* Not every browser says which page a form was sent from. */}
      <input type="hidden" name={BACK_FIELD} value={path + (query && `?${query}`)} />
      {LOCALES.map((locale) => (
        <button
          key={locale}
          name={LANGUAGE_FIELD}
          value={locale}
          lang={locale}
          aria-current={locale === own || undefined}
          className="link min-h-11 min-w-11 cursor-pointer aria-[current]:text-ink aria-[current]:no-underline"
        >
          {LANGUAGE_NAMES[locale]}
        </button>
      ))}
    </form>
  );
}
