import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Context } from "hono";

/** Node's own request and answer, where the app stands behind `server.ts`; Next shows neither. */
export function nodeOf(context: Context): { incoming?: IncomingMessage; outgoing?: ServerResponse } {
  return (context.env as { incoming?: IncomingMessage; outgoing?: ServerResponse } | undefined) ?? {};
}

/** What a request came by, and whether in secret. */
export function socketOf(incoming?: IncomingMessage): (Socket & { encrypted?: boolean }) | undefined {
  return incoming?.socket;
}

/** Whether the client has gone before all of its request had come, which is no fault of ours. */
export function hasLeft(context: Context): boolean {
  return nodeOf(context).incoming?.readableAborted === true;
}
