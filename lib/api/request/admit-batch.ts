import type { IncomingMessage } from "node:http";
import type { Context } from "hono";
import { clientOf } from "../../service/client-address";
import { takeRows } from "../../service/row-limit";
import { settings } from "../../service/settings";
import { tooManyRows } from "../problem/problem";
import { refuse } from "../problem/refuse";

/** A batch that may begin. */
export interface Admitted {
  /** Counts rows of it that are scored. */
  charge: (rows: number) => void;
}

/**
 * Let a batch begin, unless its client has had `ROW_LIMIT` rows scored within the minute. A batch that passes the limit
 * while it runs goes on, since half an answer helps nobody; the next one has to wait.
 */
export async function admitBatch(context: Context): Promise<Admitted | { refused: Response }> {
  const connected = (context.env as { incoming?: IncomingMessage } | undefined)?.incoming?.socket.remoteAddress;
  const client = clientOf(connected, context.req.header("x-forwarded-for"));
  const left = await takeRows(client, 0);
  if (left?.rows === 0) {
    const problem = tooManyRows(settings().ROW_LIMIT, left.seconds);
    return { refused: refuse(context, problem, { "Retry-After": String(left.seconds) }) };
  }
  return { charge: (rows) => void takeRows(client, rows) };
}
