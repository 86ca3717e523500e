import type { Context, MiddlewareHandler } from "hono";
import { NoStoreError, StoreAwayError } from "../../store/faults";
import { bearerOf, digest } from "../../service/credentials";
import { refuseInDialect } from "../problem/dialect";
import { checkKey, type Scope } from "../../service/known-keys";
import { needsKey, noStore, wrongKey } from "../problem/problem";

const CHALLENGE = { "WWW-Authenticate": 'Bearer realm="api"' };

/**
 * Lets a call through that carries one of the keys in `API_KEYS` or in the store, if there are any.
 *
 * What the keys protect is the model in volume: batches, the Open Inference Protocol and MLflow scoring, all of which
 * take many rows, and the export, which takes the model itself. Single predictions are as public as the pages, which answer the same question for anybody; see
 * `requireKeyUnlessPage`. Whoever wants the pages closed as well puts a proxy in front that asks who is there.
 */
export const requireKey: MiddlewareHandler = async (context, next) => {
  const refusal = await refuseWithoutKey(context, "predict");
  return refusal ?? next();
};

/** Lets a call through that carries a key of the store whose scope is admin; without such a key, none. */
export const requireAdminKey: MiddlewareHandler = async (context, next) => {
  const refusal = await refuseWithoutKey(context, "admin");
  return refusal ?? next();
};

async function refuseWithoutKey(context: Context, scope: Scope): Promise<Response | undefined> {
  const key = context.req.header("x-api-key") ?? bearerOf(context.req.header("authorization"));
  try {
    const checked = await checkKey(scope, key === undefined ? undefined : digest(key));
    if (checked === "taken" || (checked === "none needed" && scope === "predict")) return undefined;
  } catch (error) {
    if (!(error instanceof StoreAwayError || error instanceof NoStoreError)) throw error;
    return refuseInDialect(context, noStore("the keys cannot be read, as the store cannot be reached"), {
      "Retry-After": "5",
    });
  }
  return key === undefined ? refuseInDialect(context, needsKey(), CHALLENGE) : refuseInDialect(context, wrongKey());
}

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
