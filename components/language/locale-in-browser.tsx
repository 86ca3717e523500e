"use client";

import { DEFAULT_LOCALE, type Locale } from "@/lib/language/locale";
import { createContext, use, type ReactNode } from "react";

/* `#locale` in the browser, and where its components are made on the server; see `locale-on-server.ts`. */

const LocaleContext = createContext<Locale>(DEFAULT_LOCALE);

/** The language of the reader. */
export function useLocale(): Locale {
  return use(LocaleContext);
}

/** Says to the components below what the language is. */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}
