import type { IncomingMessage, ServerResponse } from "node:http";
import { withoutBase } from "../base-path";
import { SESSION_COOKIE } from "../service/admin-session";
import { readCookie } from "../service/cookies";

/** Pages of the owner and of reviewers, whoever looks at them. */
const INSIDE = /^\/(admin|monitoring|pipeline|studio|models\/[^/]+\/versions)(\/|\?|$)/;

/**
 * Lets the browser of a reader go back to a page without loading it again. Next forbids to store any page that is made
 * for a request, which shuts it out of the browser's back and forward cache; no page here holds a secret but those of
 * the owner. Each is still made anew when it is loaded.
 *
 * Source: https://web.dev/articles/bfcache#minimize-no-store
 */
export function letBrowsersKeep({ url = "", headers }: IncomingMessage, response: ServerResponse): void {
  if (INSIDE.test(withoutBase(url)) || readCookie(headers.cookie, SESSION_COOKIE) !== undefined) return;
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    const isForbidden = name.toLowerCase() === "cache-control" && /^private,.*\bno-store\b/.test(String(value));
    return setHeader(name, isForbidden ? "private, no-cache" : value);
  };
}
