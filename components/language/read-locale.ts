import { pickLocale } from "@/lib/language/pick-locale";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { LANGUAGE_COOKIE } from "./cookie";

/** The language of the reader of this page, for what runs on the server and can wait for it; see `useLocale`. */
export const readLocale = cache(async () => {
  const [kept, sent] = await Promise.all([cookies(), headers()]);
  return pickLocale(kept.get(LANGUAGE_COOKIE)?.value, sent.get("accept-language") ?? undefined);
});
