import { isSecure, seeOther } from "@/components/admin/session";
import { withBase } from "@/lib/base-path";
import { isLocale } from "@/lib/language/locale";
import { readBounded } from "@/lib/service/bounded-body";
import { cookies } from "next/headers";
import { BACK_FIELD, LANGUAGE_COOKIE, LANGUAGE_FIELD, LANGUAGE_SECONDS } from "./cookie";
import { wayBack } from "./way-back";

/** More than the longest address that a server takes. */
const LONGEST = 65_536;

/**
 * Keeps the language that the form of the footer names, and goes back to the page that it was sent from. It needs no
 * token: the most that another site can do is to change a language.
 */
export async function answerLanguage(request: Request): Promise<Response> {
  const body = await readBounded(request, LONGEST).catch(() => undefined);
  const form = new URLSearchParams(body ? new TextDecoder().decode(body) : "");
  const chosen = form.get(LANGUAGE_FIELD) ?? undefined;
  if (isLocale(chosen)) {
    const kept = await cookies();
    kept.set(LANGUAGE_COOKIE, chosen, {
      httpOnly: true,
      sameSite: "lax",
      secure: isSecure(request),
      path: withBase("/"),
      maxAge: LANGUAGE_SECONDS,
    });
  }
  return seeOther(wayBack(form.get(BACK_FIELD), request.headers.get("referer")));
}
