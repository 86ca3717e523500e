import { parse, serialize, type CookieOptions } from "hono/utils/cookie";

/** The value of a cookie in the header `Cookie`; the first, where a name is there twice. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  return parse(header ?? "", name)[name];
}

/** The header `Set-Cookie` for a cookie. */
export function writeCookie(name: string, value: string, options: CookieOptions): string {
  return serialize(name, value, options);
}
