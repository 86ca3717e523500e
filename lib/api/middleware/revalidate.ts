import type { MiddlewareHandler } from "hono";
import { etag, RETAINED_304_HEADERS } from "hono/etag";

/** What the other middleware adds to every answer, and the name of a file. */
const KEPT_HEADERS = [
  "content-disposition",
  "x-request-id",
  "ratelimit",
  "ratelimit-policy",
  "access-control-allow-origin",
  "access-control-expose-headers",
];

/**
 * For answers that change only with a model or with this program: clients may keep them, and ask each time whether they
 * still hold. No age is given, since a card of one version beside predictions of another misleads, and asking costs no
 * more than a 304 without a body.
 *
 * The tag is strong and a hash of the bytes. Every instance gives the same one, and a release that answers in
 * another shape gives another, though no model has changed.
 */
export const revalidate: MiddlewareHandler[] = [
  etag({ retainedHeaders: [...RETAINED_304_HEADERS, ...KEPT_HEADERS] }),
  async (context, next) => {
    await next();
    if (context.res.ok && !context.res.headers.has("Cache-Control")) context.header("Cache-Control", "no-cache");
  },
];
