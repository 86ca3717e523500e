import type { Hono, MiddlewareHandler } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import { methodNotAllowed as wrongMethod } from "../problem/problem";
import { refuse } from "../problem/refuse";

/** Answers where an address takes other methods: the list of them, to OPTIONS, or 405. */
export function answerOtherMethods(app: Hono): MiddlewareHandler {
  return methodNotAllowed({
    app,
    onMethodNotAllowed: (context, methods) => {
      const allow = [...methods, "OPTIONS"];
      const headers = { Allow: allow.join(", ") };
      // Not by the context, which would keep the content type of the 404 that came before.
      if (context.req.method === "OPTIONS") return new Response(null, { status: 204, headers });
      return refuse(context, wrongMethod(allow), headers);
    },
  });
}
