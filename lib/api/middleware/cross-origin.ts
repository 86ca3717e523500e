import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
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
    allowMethods: ["GET", "HEAD", "POST"],
    allowHeaders: ["Content-Type", "Authorization", "X-API-Key", "X-Request-Id", "traceparent"],
    exposeHeaders: ["X-Request-Id", "RateLimit", "RateLimit-Policy", "Retry-After", "ETag"],
    maxAge: 600,
  });
  return allowed(context, next);
};
