import { Hono, type MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import type { Soon } from "../../service/soon";
import { settings } from "../../service/settings";

let allowed: MiddlewareHandler | undefined;

/**
 * Lets pages of the origins in `CORS_ORIGINS` call the API; without any, browsers keep other sites' pages out.
 *
 * Hono's middleware answers every OPTIONS; one that is no preflight must get the methods of the address.
 */
export const crossOrigin: MiddlewareHandler = (context, next) => {
  const { CORS_ORIGINS } = settings();
  const isPlainOptions = context.req.method === "OPTIONS" && !context.req.header("access-control-request-method");
  if (CORS_ORIGINS.length === 0 || isPlainOptions) return next();
  allowed ??= cors({
    origin: CORS_ORIGINS.includes("*") ? "*" : CORS_ORIGINS,
    allowMethods: ["GET", "HEAD", "POST", "PATCH", "DELETE"],
    allowHeaders: ["Content-Type", "Authorization", "X-API-Key", "X-Request-Id", "traceparent"],
    exposeHeaders: ["X-Request-Id", "RateLimit", "RateLimit-Policy", "Retry-After", "ETag", "Location"],
    maxAge: 600,
  });
  return allowed(context, next);
};

const learnt = new Map<string, Record<string, string>>();

/**
 * The headers that the middleware gives to the answers for pages of an origin, for a door without its `Context`. They are
 * taken from an answer of the middleware itself, once for each origin that is allowed and once for all others.
 */
export function crossOriginHeaders(origin: string | undefined): Soon<Record<string, string>> {
  const { CORS_ORIGINS } = settings();
  if (CORS_ORIGINS.length === 0) return {};
  const key = origin !== undefined && CORS_ORIGINS.includes(origin) ? origin : "";
  return learnt.get(key) ?? learnHeaders(key);
}

const bare = new Hono().use(crossOrigin).get("/", (context) => context.body(null));

async function learnHeaders(origin: string): Promise<Record<string, string>> {
  const response = await bare.request("/", { headers: origin === "" ? {} : { origin } });
  const headers = Object.fromEntries(response.headers);
  learnt.set(origin, headers);
  return headers;
}
