import type { Context, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import { logFault, logRequest, type Asked } from "../../service/log";
import { countRequest } from "../../service/metrics";

/** Counts and logs each request once it is answered. An answer that is streamed counts until its headers. */
export const observe: MiddlewareHandler = async (context, next) => {
  const start = performance.now();
  await next();
  const last = routePath(context, -1);
  // Where only middleware has matched there is no template, and the address itself could be anything.
  noteAnswer(askedOf(context), last === "/*" ? "unmatched" : last, context.res.status, start);
};

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
 * @param start when the request arrived, as `performance.now()` tells
 */
export function noteAnswer(asked: Asked, route: string, status: number, start: number): void {
  const milliseconds = performance.now() - start;
  countRequest(asked.method, route, status, milliseconds);
  logRequest(asked, route, status, milliseconds);
}
