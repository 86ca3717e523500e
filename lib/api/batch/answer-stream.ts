import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { Context } from "hono";
import { emptySummary, type BatchSummary } from "../../scoring/summary";
import { refuse } from "../problem";
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
      for (; !next.done; next = await parts.next()) yield next.value;
      outgoing?.addTrailers(next.value);
    } finally {
      await parts.return({});
    }
  }
  const plain = Readable.from(whole(), { objectMode: false, highWaterMark: 2 ** 16 });
  const zipped = /\bgzip\b/.test(context.req.header("accept-encoding") ?? "");
  const body = zipped ? compress(plain) : plain;
  const headers: Record<string, string> = { "content-type": type, "cache-control": "no-store" };
  if (zipped) Object.assign(headers, { "content-encoding": "gzip", vary: "accept-encoding" });
  if (outgoing) headers.trailer = Object.keys(summaryFields(emptySummary())).join(", ");
  return context.body(Readable.toWeb(body) as ReadableStream, 200, headers);
}

/** What the trailer says of the rows, where the server can send one. */
export function summaryFields({ rows, scored, refused, bad }: BatchSummary): Record<string, string> {
  return { Rows: `${rows}`, "Rows-Scored": `${scored}`, "Rows-Refused": `${refused}`, "Rows-Bad": `${bad}` };
}

interface Outgoing {
  addTrailers(headers: Record<string, string>): void;
}

/** The quickest setting: the answer is made faster than most lines can take it, and must not wait for this. */
function compress(plain: Readable): Readable {
  const zipped = createGzip({ level: 1 });
  plain.on("error", (error) => zipped.destroy(error));
  zipped.on("close", () => plain.destroy());
  return plain.pipe(zipped);
}
