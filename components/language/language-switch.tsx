"use client";

import { withBase, withoutBase } from "@/lib/base-path";
import { LANGUAGE_NAMES, LOCALES } from "@/lib/language/locale";
import type { SubmitEvent } from "react";
import { useLocale } from "#locale";
import { BACK_FIELD, LANGUAGE_FIELD } from "./cookie";
import { useWords } from "./use-words";
import { LANGUAGE_WORDS } from "./words";

/** The languages that the site can be read in; without JavaScript too. The page stays, with what its address holds. */
export function LanguageSwitch() {
  const own = useLocale();
  const words = useWords(LANGUAGE_WORDS);
  return (
    <form
      method="post"
      action={withBase("/language")}
      aria-label={words.choice}
      className="screen-only flex gap-x-5"
      onSubmit={nameThisPage}
    >
      {/* Filled in when it is sent: the address of a result is long. */}
      <input type="hidden" name={BACK_FIELD} />
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

/** Not every browser says which page a form was sent from; without JavaScript, that is all there is. */
function nameThisPage({ currentTarget }: SubmitEvent<HTMLFormElement>) {
  const field = currentTarget.elements.namedItem(BACK_FIELD) as HTMLInputElement;
  field.value = withoutBase(location.pathname) + location.search;
}
