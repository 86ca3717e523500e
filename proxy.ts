import { randomBytes } from "node:crypto";
import { requestLocale } from "@/components/language/request-locale";
import { answerPlainPage } from "@/components/plain-page";
import { PLAIN_WORDS } from "@/components/plain-words";
import { answerUnavailable } from "@/components/unavailable-page";
import { withBase } from "@/lib/base-path";
import type { Locale } from "@/lib/language/locale";
import { findUnavailable } from "@/lib/registry/registry";
import { SESSION_COOKIE } from "@/lib/service/admin-session";
import { readCookie } from "@/lib/service/cookies";
import { FORM_SECONDS, makeFormToken } from "@/lib/service/form-token";
import { FORM_COOKIE, TOKEN_HEADER } from "@/lib/service/form-token-names";
import { forwardedProtocol } from "@/lib/service/forwarded";
import { HEAD_HEADER } from "@/lib/service/page-view";
import { pageHeaders } from "@/lib/service/security-headers";
import { NextResponse, type NextRequest } from "next/server";

/** The first part of the addresses that are about one model, which comes second; its versions are there without it. */
const ABOUT_A_MODEL = ["models", "compare", "monitoring"];

/** Pages with a form that changes something, or with a script that calls the API. For the owner that is every page. */
const WITH_TOKEN =
  /^\/($|docs|admin\/(keys|audit)|monitoring(\/[^/]+)?|studio(\/.+)?|models\/[^/]+\/(estimate|api|versions(\/[^/]+)?))\/?$/;

/** What forms are sent to: the other addresses are pages. */
const FOR_FORMS =
  /^\/(language|admin\/(login|logout|keys\/change)|models\/[^/]+\/(outcome|versions\/change)|monitoring\/[^/]+\/retrain)\/?$/;

/**
 * Runs before pages. It gives each the headers that keep it to itself and the token of its form, and it answers in the
 * place of pages about a model that cannot be read at the moment.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const { nextUrl, method, headers: sent } = request;
  const path = nextUrl.pathname;
  const nonce = randomBytes(16).toString("base64url");
  const encrypted = forwardedProtocol((name) => sent.get(name) ?? undefined) === "https";
  // Next adds to it what its own scripts send.
  const headers: Record<string, string> = {
    ...pageHeaders({ path, nonce, encrypted }),
    Vary: "Accept-Language, Cookie",
  };

  if (method === "POST" && !FOR_FORMS.test(path)) return answerNoForm(requestLocale(sent), nonce, headers);
  const [, first = "", id = "", page] = path.split("/");
  // A registry that cannot be read is for the page to say, and for the log.
  const isAbout = ABOUT_A_MODEL.includes(first) && page !== "versions";
  const unavailable = isAbout && (await findUnavailable(id).catch(() => undefined));
  if (unavailable) return answerUnavailable(requestLocale(sent), nonce, headers);

  // Next reads the nonce from the policy and gives it to its scripts.
  const handedOn = new Headers(sent);
  handedOn.set("content-security-policy", headers["Content-Security-Policy"]!);
  handedOn.delete(TOKEN_HEADER);
  // A page is made for HEAD as for GET, and cannot tell them apart.
  if (method === "HEAD") handedOn.set(HEAD_HEADER, "1");
  const cookies = sent.get("cookie") ?? undefined;
  const hasForm = WITH_TOKEN.test(path) || readCookie(cookies, SESSION_COOKIE) !== undefined;
  if (!hasForm) return NextResponse.next({ headers, request: { headers: handedOn } });

  const { token, cookie } = await makeFormToken(cookies, Date.now());
  handedOn.set(TOKEN_HEADER, token);
  const response = NextResponse.next({ headers, request: { headers: handedOn } });
  response.cookies.set(FORM_COOKIE, cookie, {
    httpOnly: true,
    sameSite: "strict",
    secure: encrypted,
    path: withBase("/"),
    maxAge: FORM_SECONDS,
  });
  return response;
}

/** Next takes a form that is sent to a page for one of its own and fails over what is wrong with it. */
function answerNoForm(locale: Locale, nonce: string, headers: Record<string, string>): Response {
  const { title, heading, markup } = PLAIN_WORDS[locale].noForm;
  const page = { locale, nonce, status: 405, title, heading, paragraphs: [`<p class="lead quiet">${markup}</p>`] };
  return answerPlainPage(page, { ...headers, Allow: "GET, HEAD" });
}

/** Pages only: the API has headers of its own, and so have files. */
export const config = {
  matcher: [
    "/",
    "/((?!(?:api|v2|invocations|ping|version|health|metrics|icon\\.svg|robots\\.txt|model\\.schema\\.json)(?:/|$)|_next/).*)",
  ],
};
