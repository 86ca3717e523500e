import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { isSession, SESSION_COOKIE } from "../../service/admin-session";
import { requireAdminKey } from "./require-key";

/**
 * Lets a call through that only reads and comes from the owner: from a page, by the cookie of a login, or from a
 * program, by a key whose scope is admin. A session that cannot be checked counts as none.
 */
export const requireOwner: MiddlewareHandler = async (context, next) => {
  const isOwner = await isSession(getCookie(context, SESSION_COOKIE)).catch(() => false);
  return isOwner ? next() : requireAdminKey(context, next);
};
