import { parseAccept } from "hono/utils/accept";
import { DEFAULT_LOCALE, isLocale, type Locale } from "./locale";

/**
 * The language of a reader: the one that they chose, or else the first of those that the browser accepts.
 *
 * @param chosen what the cookie holds
 * @param accepted the header `Accept-Language`
 */
export function pickLocale(chosen: string | undefined, accepted: string | undefined): Locale {
  if (isLocale(chosen)) return chosen;
  const wanted = accepted ? parseAccept(accepted).filter(({ q }) => q > 0) : [];
  return wanted.map(({ type }) => type.toLowerCase().split("-")[0]).find(isLocale) ?? DEFAULT_LOCALE;
}
