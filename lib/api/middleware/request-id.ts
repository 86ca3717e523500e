import type { MiddlewareHandler } from "hono";
import { nextId } from "../../service/next-id";

const GIVEN = /^[\w=-]{1,128}$/;

/**
 * The id of a request: the one it came with, if it is a short word, or a new one.
 *
 * Hono's `requestId` has the same rule and applies it to a `Context` alone, which `quick-predict.ts` does without.
 */
export function requestIdOf(sent: string | undefined): string {
  return sent !== undefined && GIVEN.test(sent) ? sent : nextId();
}

/** Gives each request its id, for the log, and each answer the same one, as `X-Request-Id`. */
export const nameRequest: MiddlewareHandler = (context, next) => {
  const id = requestIdOf(context.req.header("x-request-id"));
  context.set("requestId", id);
  context.header("X-Request-Id", id);
  return next();
};
