import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import { logRequest } from "./log";
import { countRequest } from "./metrics";

/** Counts and logs each request once it is answered. An answer that is streamed counts until its headers. */
export const observe: MiddlewareHandler = async (context, next) => {
  const start = performance.now();
  await next();
  const milliseconds = performance.now() - start;
  const last = routePath(context, -1);
  // Where only middleware has matched there is no template, and the address itself could be anything.
  const route = last === "/*" ? "unmatched" : last;
  countRequest(context.req.method, route, context.res.status, milliseconds);
  logRequest(context, route, milliseconds);
};
