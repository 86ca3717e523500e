import type { IncomingMessage, ServerResponse } from "node:http";
import { withoutBase } from "../base-path";
import { SESSION_COOKIE } from "../service/admin-session";
import { readCookie } from "../service/cookies";

/** Pages of the owner and of reviewers, for every reader. */
const INSIDE = /^\/(admin|monitoring|pipeline|studio|models\/[^/]+\/versions)(\/|\?|$)/;

/** What a page differs by beside its address: the language of the browser, and the cookie with the chosen one. */
const VARIES_BY = "Accept-Language, Cookie";

/**
 * Corrects two headers that Next sets by itself on each page that is made for a request.
 *
 * - `Cache-Control`: Next forbids to store such a page, which shuts it out of the browser's back and forward cache. No
 *   page here has a secret but those of the owner, so the others may be kept. Each is still made anew when it is loaded.
 * - `Vary`: Next replaces what `proxy.ts` says, which is the language.
 *
 * Source: https://web.dev/articles/bfcache#minimize-no-store
 */
export function correctPageHeaders({ url = "", headers }: IncomingMessage, response: ServerResponse): void {
  const isInside = INSIDE.test(withoutBase(url)) || readCookie(headers.cookie, SESSION_COOKIE) !== undefined;
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    const text = String(value);
    switch (name.toLowerCase()) {
      case "cache-control":
        return setHeader(name, !isInside && /^private,.*\bno-store\b/.test(text) ? "private, no-cache" : value);
      case "vary":
        return setHeader(
          name,
          /\brsc\b/i.test(text) && !/accept-language/i.test(text) ? `${VARIES_BY}, ${text}` : value,
        );
      default:
        return setHeader(name, value);
    }
  };
}
