import { createSecretKey, randomBytes, timingSafeEqual, type KeyObject } from "node:crypto";
import { processState } from "../process-state";
import { SESSION_COOKIE } from "./admin-session";
import { readCookie } from "./cookies";
import { FORM_COOKIE } from "./form-token-names";
import { hmacSha256 } from "./hmac";
import { keySoon } from "./signing-key";
import { goOn, type Soon } from "./soon";

/**
 * Whose form it is, where no header tells: on plain HTTP browsers send no `Sec-Fetch-Site`, and many a proxy does not
 * pass on the host that `Origin` would be compared with. A page with a form carries a token, signed for a cookie that the
 * same answer sets. The page of another site can read neither, and its forms do not carry the cookie, which is
 * SameSite=Strict.
 *
 * The token is signed for the session of the owner too, so that a token that somebody else got by looking at a public
 * page, and whose cookie he set from a neighbouring host, is worth nothing for the owner's forms.
 *
 * Source: OWASP, Cross-Site Request Forgery Prevention Cheat Sheet, "Signed Double-Submit Cookie".
 */

/** How long a page may stand open before its form is sent. */
export const FORM_SECONDS = 12 * 3600;

/** The cookie of a form, and nothing else that a client sends under its name. */
const COOKIE = /^[\w-]{22}$/;

/** Signs while the key of the store cannot be had, for the forms of this process. */
const own = processState("form-token", () => ({ key: createSecretKey(randomBytes(32)) }));

/**
 * A token for a page, and the value of the cookie that goes with it. A browser keeps one cookie for all its pages.
 *
 * @param cookies the header `Cookie` of the request for the page
 * @param now in milliseconds since 1970
 */
export async function makeFormToken(
  cookies: string | undefined,
  now: number,
): Promise<{ token: string; cookie: string }> {
  const sent = readCookie(cookies, FORM_COOKIE) ?? "";
  const cookie = COOKIE.test(sent) ? sent : randomBytes(16).toString("base64url");
  const until = Math.floor(now / 1000) + FORM_SECONDS;
  const session = readCookie(cookies, SESSION_COOKIE);
  return { token: `${until}.${sign((await keySoon("forms")) ?? own.key, until, cookie, session)}`, cookie };
}

/**
 * Whether a token was made here for the cookies of a request and has not expired.
 *
 * @param cookies the header `Cookie` of the request that brings the token
 * @param now in milliseconds since 1970
 */
export function isFormToken(token: string, cookies: string | undefined, now: number): Soon<boolean> {
  const [, digits = "", signature = ""] = /^(\d{10})\.([\w-]{43})$/.exec(token) ?? [];
  const cookie = readCookie(cookies, FORM_COOKIE) ?? "";
  const until = Number(digits);
  if (!COOKIE.test(cookie) || until * 1000 <= now) return false;
  const session = readCookie(cookies, SESSION_COOKIE);
  const sent = Buffer.from(signature, "base64url");
  const isSignedWith = (key: KeyObject) =>
    timingSafeEqual(Buffer.from(sign(key, until, cookie, session), "base64url"), sent);
  return goOn(keySoon("forms"), (key) => (key !== undefined && isSignedWith(key)) || isSignedWith(own.key));
}

function sign(key: KeyObject, until: number, cookie: string, session = ""): string {
  return hmacSha256(key, `${until} ${cookie} ${session}`);
}
