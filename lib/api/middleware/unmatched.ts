import type { Context, Hono } from "hono";
import { refuseInDialect } from "../problem/dialect";
import { methodNotAllowed, noSuchRoute } from "../problem/problem";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/**
 * The answer where no route has matched: what an address allows, for OPTIONS; 405 if it takes other methods; 404 if
 * it takes none. Asked of the router itself, so no list of routes can be forgotten, and only once a request missed.
 */
export function answerUnmatched(app: Pick<Hono, "router">, context: Context) {
  const allowed = METHODS.filter((method) => takes(app, method === "HEAD" ? "GET" : method, context.req.path));
  if (allowed.length === 0) return refuseInDialect(context, noSuchRoute());

  const allow = [...allowed, "OPTIONS"];
  const headers = { Allow: allow.join(", ") };
  return context.req.method === "OPTIONS"
    ? context.body(null, 204, headers)
    : refuseInDialect(context, methodNotAllowed(allow), headers);
}

/** Whether a route of this very method matches; middleware, which matches every method, does not count. */
function takes({ router }: Pick<Hono, "router">, method: string, path: string): boolean {
  return router.match(method, path)[0].some(([[, route]]) => route.method === method);
}
