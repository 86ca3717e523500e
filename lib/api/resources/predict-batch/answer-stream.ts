import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { ReadableStream } from "node:stream/web";
import { setImmediate } from "node:timers/promises";
import { createGzip } from "node:zlib";
import type { Context } from "hono";
import { emptySummary, type BatchSummary } from "../../../scoring/summary";
import { logWarning } from "../../../service/log";
import { noteFault } from "../../middleware/observe";
import { refuse } from "../../problem/refuse";
import { hasLeft, nodeOf } from "../../request/node";
import { BodyFault } from "./open-body";

/** The answer in parts as it comes about, and at its end what it is in short, as header fields. */
export type AnswerParts = AsyncGenerator<Uint8Array | string, Record<string, string>, undefined>;

/**
 * An answer that is sent while it comes about, as fast as the client takes it.
 *
 * It begins when the first part is there, so that whatever is wrong before it is still a problem with its status. A
 * client that leaves ends the generator. What goes wrong later breaks the answer off, so that nobody takes a part for
 * the whole.
 *
 * @param parts at least one
 */
export async function answerStream(context: Context, type: string, parts: AnswerParts): Promise<Response> {
  let next: IteratorResult<Uint8Array | string, Record<string, string>>;
  try {
    next = await parts.next();
  } catch (error) {
    if (error instanceof BodyFault) return refuse(context, error.problem) as never;
    throw error;
  }

  const { outgoing } = nodeOf(context);
  // A trailer stands behind the last chunk, and HTTP/1.0 has no chunks.
  const trailed = outgoing?.useChunkedEncodingByDefault === true;
  async function* whole() {
    try {
      for (; !next.done; next = await parts.next()) yield toBytes(next.value);
      if (trailed) outgoing.addTrailers(next.value);
    } finally {
      await parts.return({});
    }
  }
  // Next sees to the compression of what goes through it, and drops the header of an answer that is compressed already.
  const zipped = outgoing !== undefined && /\bgzip\b/.test(context.req.header("accept-encoding") ?? "");
  const headers: Record<string, string> = { "content-type": type, "cache-control": "no-store" };
  if (zipped) Object.assign(headers, { "content-encoding": "gzip", vary: "accept-encoding" });
  if (trailed) headers.trailer = Object.keys(summaryFields(emptySummary())).join(", ");
  const bytes = zipped ? compress(whole()) : whole();
  const stream = ReadableStream.from(outgoing ? orBreakOff(bytes, context, outgoing) : bytes);
  return context.body(stream as BodyInit as globalThis.ReadableStream, 200, headers);
}

/** What the trailer says of the rows, where the server can send one. */
export function summaryFields({ rows, scored, refused, bad }: BatchSummary): Record<string, string> {
  return { Rows: `${rows}`, "Rows-Scored": `${scored}`, "Rows-Refused": `${refused}`, "Rows-Bad": `${bad}` };
}

const encoder = new TextEncoder();
const toBytes = (part: Uint8Array | string) => (typeof part === "string" ? encoder.encode(part) : part);

/**
 * What was sent stays sent, and the connection ends before the answer does. Where the end of the connection is the end
 * of the answer (HTTP/1.0) and the last row does not say what is wrong, the connection is reset.
 */
async function* orBreakOff(parts: AsyncGenerator<Uint8Array>, context: Context, outgoing: ServerResponse) {
  try {
    yield* parts;
  } catch (error) {
    const isTold = error instanceof BodyFault;
    if (isTold) logWarning(`an answer broke off: ${error.message}`);
    else if (!hasLeft(context)) noteFault(context, error);
    // Node keeps what is written until it has nothing else to do.
    await setImmediate();
    const { socket } = outgoing;
    if (!socket || socket.destroyed) return;
    const closed = new Promise((resolve) => outgoing.once("close", resolve));
    if (isTold || outgoing.useChunkedEncodingByDefault) socket.destroySoon();
    else socket.resetAndDestroy();
    await closed;
  }
}

/**
 * With the quickest setting: the answer comes about faster than most lines can take it, and must not wait for this.
 * Where the parts break off, those before are given all the same.
 */
async function* compress(parts: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const zipped = createGzip({ level: 1 });
  let fault: { error: unknown } | undefined;
  const plain = Readable.from(parts, { objectMode: false }).on("error", (error) => {
    fault = { error };
    zipped.end();
  });
  try {
    yield* plain.pipe(zipped) as AsyncIterable<Uint8Array>;
    if (fault) throw fault.error;
  } finally {
    plain.destroy();
  }
}
