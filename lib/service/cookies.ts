import { parse } from "hono/utils/cookie";

/** The value of a cookie in the header `Cookie`; the first, where a name is there twice. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  return parse(header ?? "", name)[name];
}
