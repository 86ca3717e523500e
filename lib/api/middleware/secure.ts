import type { MiddlewareHandler } from "hono";
import { apiHeaders } from "../../service/security-headers";

/** Gives each answer the headers that keep browsers from taking it for something else. */
export const secure: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(apiHeaders)) context.header(name, value);
};
