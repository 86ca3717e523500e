import type { Context, MiddlewareHandler } from "hono";
import { bearerOf, digest, isAmong } from "./credentials";
import { refuseInDialect } from "./dialect";
import { needsKey, wrongKey } from "./problem";
import { settings } from "./settings";

/**
 * Lets a call through that carries one of the keys in `API_KEYS`, if there are any.
 *
 * What the keys protect is the model in volume: batches, the Open Inference Protocol and MLflow scoring, all of which
 * take many rows, and the export, which takes the model itself. Single predictions are as public as the pages, which answer the same question for anybody; see
 * `requireKeyUnlessPage`. Whoever wants the pages closed as well puts a proxy in front that asks who is there.
 */
export const requireKey: MiddlewareHandler = async (context, next) => {
  const { API_KEYS } = settings();
  if (API_KEYS.length === 0) return next();
  const key = context.req.header("x-api-key") ?? bearerOf(context);
  if (key === undefined) return refuseInDialect(context, needsKey(), { "WWW-Authenticate": 'Bearer realm="api"' });
  if (!isAmong(API_KEYS, digest(key))) return refuseInDialect(context, wrongKey());
  return next();
};

/**
 * The same for single predictions, which our own pages ask for as a person moves a slider: they carry no key, since
 * whatever a page carries its reader has. Browsers mark such a call and let no page forge the mark. Other programs
 * can; they gain what the page shows them anyway, one row at a time and within the rate limit.
 */
export const requireKeyUnlessPage: MiddlewareHandler = (context, next) =>
  isFromPage(context) ? next() : requireKey(context, next);

function isFromPage(context: Context): boolean {
  return context.req.header("sec-fetch-site") === "same-origin";
}
