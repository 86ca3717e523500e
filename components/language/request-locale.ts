import type { Locale } from "@/lib/language/locale";
import { pickLocale } from "@/lib/language/pick-locale";
import { readCookie } from "@/lib/service/cookies";
import { LANGUAGE_COOKIE } from "./cookie";

/** The language of the sender of a request, for what answers it before Next does; see `readLocale`. */
export function requestLocale(headers: Pick<Headers, "get">): Locale {
  const chosen = readCookie(headers.get("cookie") ?? undefined, LANGUAGE_COOKIE);
  return pickLocale(chosen, headers.get("accept-language") ?? undefined);
}
