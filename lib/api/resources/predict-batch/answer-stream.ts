import { Readable } from "node:stream";
import { ReadableStream } from "node:stream/web";
import { setTimeout as sleep } from "node:timers/promises";
import { constants, createGzip } from "node:zlib";
import type { Context } from "hono";
import { emptySummary, type BatchSummary } from "../../../scoring/summary";
import { logWarning } from "../../../service/log";
import { refuse } from "../../problem/refuse";
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

  const outgoing = (context.env as { outgoing?: Outgoing } | undefined)?.outgoing;
  async function* whole() {
    try {
      for (; !next.done; next = await parts.next()) yield toBytes(next.value);
      outgoing?.addTrailers(next.value);
    } catch (error) {
      if (!outgoing || !(error instanceof BodyFault)) throw error;
      // The last part says why; it must arrive before the connection is gone.
      await sleep(ARRIVAL_MILLISECONDS);
      logWarning(`an answer broke off: ${error.message}`);
      outgoing.destroy();
    } finally {
      await parts.return({});
    }
  }
  // Next sees to the compression of what goes through it, and drops the header of an answer that is compressed already.
  const zipped = outgoing !== undefined && /\bgzip\b/.test(context.req.header("accept-encoding") ?? "");
  const headers: Record<string, string> = { "content-type": type, "cache-control": "no-store" };
  if (zipped) Object.assign(headers, { "content-encoding": "gzip", vary: "accept-encoding" });
  if (outgoing) headers.trailer = Object.keys(summaryFields(emptySummary())).join(", ");
  const stream = ReadableStream.from(zipped ? compress(whole()) : whole());
  return context.body(stream as BodyInit as globalThis.ReadableStream, 200, headers);
}

/** What the trailer says of the rows, where the server can send one. */
export function summaryFields({ rows, scored, refused, bad }: BatchSummary): Record<string, string> {
  return { Rows: `${rows}`, "Rows-Scored": `${scored}`, "Rows-Refused": `${refused}`, "Rows-Bad": `${bad}` };
}

/** How long the last part of an answer that breaks off has to arrive. */
const ARRIVAL_MILLISECONDS = 1_000;

interface Outgoing {
  destroy(): void;
  addTrailers(headers: Record<string, string>): void;
}

const encoder = new TextEncoder();
const toBytes = (part: Uint8Array | string) => (typeof part === "string" ? encoder.encode(part) : part);

/**
 * With the quickest setting: the answer comes about faster than most lines can take it, and must not wait for this. Each
 * part is sent whole, so that none waits for the next.
 */
async function* compress(parts: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const zipped = createGzip({ level: 1, flush: constants.Z_SYNC_FLUSH });
  const plain = Readable.from(parts, { objectMode: false }).on("error", (error) => zipped.destroy(error));
  try {
    yield* plain.pipe(zipped) as AsyncIterable<Uint8Array>;
  } finally {
    plain.destroy();
  }
}
