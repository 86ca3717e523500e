import type { IncomingMessage, ServerResponse } from "node:http";
import { withoutBase } from "../../base-path";
import { tooManyRequests } from "../problem/problem";
import { settings } from "../../service/settings";
import { takeTurn } from "./rate-limit";

/** Files, which cost next to nothing, and of which a page needs many. */
const FILES =
  /^\/(_next\/static\/|icon\.svg|icon-512\.png|favicon\.ico|apple-touch-icon\.png|share\.png|manifest\.webmanifest|robots\.txt|model\.schema\.json)/;

/**
 * Lets each client ask for `RATE_LIMIT` pages a minute, and answers the one too many by itself. Pages have a count of
 * their own, so that a reader does not use up the calls of a program at the same address.
 *
 * server.ts does this in front of Next, where a page that is refused costs nothing. Next alone does not: it does not see
 * who connects, and platforms that run it alone, such as Vercel, protect pages by means of their own.
 *
 * @returns whether the request is answered
 */
export async function limitPages(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if (FILES.test(withoutBase(request.url ?? ""))) return false;
  // The front door has settled this header; see `settleForwarded`.
  const turn = await takeTurn(undefined, request.headers["x-forwarded-for"] as string | undefined, "pages");
  if (turn?.wait === undefined) return false;
  const { detail } = tooManyRequests(settings().RATE_LIMIT, turn.wait);
  response.writeHead(429, {
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Retry-After": String(turn.wait),
    ...turn.headers,
  });
  response.end(request.method === "HEAD" ? undefined : `${detail}\n`);
  return true;
}
