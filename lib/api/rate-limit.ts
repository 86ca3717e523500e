import type { MiddlewareHandler } from "hono";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { clientOf } from "./client-address";
import { refuseInDialect } from "./dialect";
import { isProbe } from "./log";
import { tooManyRequests } from "./problem";
import { settings } from "./settings";

const SECONDS = 60;

let limiter: RateLimiterMemory | undefined;

/**
 * Lets each client make `RATE_LIMIT` requests a minute, counted in this process. Every answer says how many are left,
 * so that a client need not find out by being refused. Probes are never refused.
 *
 * Source of the headers: draft-ietf-httpapi-ratelimit-headers-11, sections 3 and 4.
 */
export const limitRate: MiddlewareHandler = async (context, next) => {
  const { RATE_LIMIT } = settings();
  if (RATE_LIMIT === 0 || isProbe(context.req.path)) return next();

  limiter ??= new RateLimiterMemory({ points: RATE_LIMIT, duration: SECONDS });
  const used = await limiter.consume(clientOf(context)).catch((exceeded: RateLimiterRes) => exceeded);
  const seconds = Math.ceil(used.msBeforeNext / 1000);
  context.header("RateLimit-Policy", `"default";q=${RATE_LIMIT};w=${SECONDS}`);
  context.header("RateLimit", `"default";r=${used.remainingPoints};t=${seconds}`);
  if (used.consumedPoints <= RATE_LIMIT) return next();
  return refuseInDialect(context, tooManyRequests(RATE_LIMIT, seconds), { "Retry-After": String(seconds) });
};
