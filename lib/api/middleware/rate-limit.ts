import type { MiddlewareHandler } from "hono";
import { clientOf } from "../../service/client-address";
import { limiterOf } from "../../service/limits";
import { tooManyRequests } from "../problem/problem";
import { refuse } from "../problem/refuse";
import { nodeOf } from "../request/node";
import { settings } from "../../service/settings";

const SECONDS = 60;

/** What a client has left after a request. */
export interface Turn {
  headers: { "RateLimit-Policy": string; RateLimit: string };
  /** Seconds to wait, where the request was one too many. */
  wait?: number;
}

/**
 * Count a request of a client; nothing where there is no limit.
 *
 * Source of the headers: draft-ietf-httpapi-ratelimit-headers-11, sections 3 and 4.
 *
 * @param connected the address that connects, if it can be seen
 * @param forwarded the header `X-Forwarded-For`, if it was sent
 * @param name of the limit: each counts requests of its own
 */
export async function takeTurn(
  connected: string | undefined,
  forwarded: string | undefined,
  name = "requests",
): Promise<Turn | undefined> {
  const { RATE_LIMIT } = settings();
  if (RATE_LIMIT === 0) return undefined;
  const limiter = limiterOf(name, { points: RATE_LIMIT, seconds: SECONDS });
  const { remaining, msBeforeNext, exceeded } = await limiter.take(clientOf(connected, forwarded));
  const seconds = Math.ceil(msBeforeNext / 1000);
  return {
    headers: {
      "RateLimit-Policy": `"default";q=${RATE_LIMIT};w=${SECONDS}`,
      RateLimit: `"default";r=${remaining};t=${seconds}`,
    },
    wait: exceeded ? seconds : undefined,
  };
}

/**
 * Lets each client make `RATE_LIMIT` requests a minute, counted by `limits.ts`. Every answer says how many are left,
 * so that a client need not find out by being refused.
 *
 * @param probes the paths of health checks and scrapes, which are never refused
 */
export function limitRate(probes: Set<string>): MiddlewareHandler {
  return async (context, next) => {
    if (probes.has(context.req.path)) return next();
    const connected = nodeOf(context).incoming?.socket.remoteAddress;
    const turn = await takeTurn(connected, context.req.header("x-forwarded-for"));
    if (!turn) return next();
    for (const [name, value] of Object.entries(turn.headers)) context.header(name, value);
    if (turn.wait === undefined) return next();
    const problem = tooManyRequests(settings().RATE_LIMIT, turn.wait);
    return refuse(context, problem, { "Retry-After": String(turn.wait) });
  };
}
