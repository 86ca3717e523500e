import type { Context, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import { logFault, logRequest, type Asked } from "../../service/log";
import { countRequest } from "../../service/metrics";

/**
 * Counts and logs each request once it is answered. An answer that is streamed counts until its headers.
 *
 * @param probes the paths of health checks and scrapes, which come by the minute and are a detail in the log
 */
export function observe(probes: Set<string>): MiddlewareHandler {
  return async (context, next) => {
    const start = performance.now();
    await next();
    const last = routePath(context, -1);
    // Where only middleware has matched there is no template, and the address itself could be anything.
    const route = last === "/*" ? "unmatched" : last;
    noteAnswer(askedOf(context), route, context.res.status, start, probes.has(route) ? "debug" : "info");
  };
}

function askedOf({ req, get }: Context): Asked {
  return { requestId: get("requestId"), traceparent: req.header("traceparent"), method: req.method };
}

/** Log a fault of ours. */
export function noteFault(context: Context, fault: unknown): void {
  logFault(askedOf(context), context.req.path, fault);
}

/**
 * Count and log an answer.
 *
 * @param route the template of the address
 * @param start when the request arrived, by `performance.now()`
 */
export function noteAnswer(
  asked: Asked,
  route: string,
  status: number,
  start: number,
  level: "info" | "debug" = "info",
): void {
  const milliseconds = performance.now() - start;
  countRequest(asked.method, route, status, milliseconds);
  logRequest(asked, route, status, milliseconds, level);
}
