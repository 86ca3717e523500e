import type { Locale } from "@/lib/language/locale";
import type { ReactNode } from "react";
import { use } from "react";
import { LocaleProvider as Provider } from "./locale-in-browser";
import { readLocale } from "./read-locale";

/*
 * `#locale` where components are rendered on the server alone. The package.json names this file for React's server and
 * `locale-in-browser.tsx` for everything else, so that one component can stand on either side.
 */

/** The language of the reader. Async components await `readLocale` instead. */
export function useLocale(): Locale {
  return use(readLocale());
}

/** Says to the components of the browser what the language is. */
export const LocaleProvider: (props: { locale: Locale; children: ReactNode }) => ReactNode = Provider;
