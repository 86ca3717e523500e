import type { MiddlewareHandler } from "hono";
import { forwardedProtocol } from "../../service/forwarded";
import { apiHeaders, transportHeaders } from "../../service/security-headers";
import { nodeOf, socketOf } from "../request/node";

/** Gives each answer the headers that keep browsers from taking it for something else. */
export const secure: MiddlewareHandler = async (context, next) => {
  await next();
  const isEncrypted =
    forwardedProtocol((name) => context.req.header(name), socketOf(nodeOf(context).incoming)) === "https";
  const headers = { ...apiHeaders, ...(isEncrypted && transportHeaders) };
  for (const [name, value] of Object.entries(headers)) context.header(name, value);
};
