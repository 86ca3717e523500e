import { isSecure, seeOther } from "@/components/admin/session";
import { withBase, withoutBase } from "@/lib/base-path";
import { isLocale } from "@/lib/language/locale";
import { readBounded } from "@/lib/service/bounded-body";
import { cookies } from "next/headers";
import { LANGUAGE_COOKIE, LANGUAGE_SECONDS } from "./cookie";

/** Far more than the form has. */
const LONGEST = 1024;

/**
 * Keeps the language that the form of the footer names, and goes back to the page that it was sent from. It needs no
 * token: the most that another site can do is to change a language.
 */
export async function answerLanguage(request: Request): Promise<Response> {
  const body = await readBounded(request, LONGEST).catch(() => undefined);
  const chosen = new URLSearchParams(body ? new TextDecoder().decode(body) : "").get("language") ?? undefined;
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
  return seeOther(wayBack(request.headers.get("referer")));
}

/** The page that the form was sent from, as an address of this site; the first page where that is not known. */
function wayBack(referer: string | null): string {
  if (referer === null || !URL.canParse(referer)) return "/";
  const { pathname, search } = new URL(referer);
  const path = withoutBase(pathname);
  // What begins with two slashes leads to another site.
  return /^\/(?![/\\])/.test(path) ? path + search : "/";
}
