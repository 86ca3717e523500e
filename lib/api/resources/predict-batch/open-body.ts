import type { IncomingMessage } from "node:http";
import { createGunzip, type Gunzip } from "node:zlib";
import { Readable } from "node:stream";
import type { Problem } from "../../problem/schema";
import {
  badCompression,
  expandsTooMuch,
  noRoom,
  timedOut,
  tooLarge,
  unsupportedMediaType,
} from "../../problem/problem";
import { settings } from "../../../service/settings";
import { afterAll, mustArriveFirst, NoRoomError, WITHOUT_FILE_BYTES } from "./spool";

/** A fault of the caller that shows only while a body is read; it is told in the answer, wherever that has got to. */
export class BodyFault extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** What Node's request emits when its body has stopped coming: see lib/http/idle.ts. */
export const STALLED = "stalled";

/**
 * Compressed bytes may become this many times as many: real tables become five to fifty times smaller, and what
 * becomes a thousand times smaller was made to cost whoever reads it.
 */
const MOST_EXPANSION = 100;
/** Below so many bytes it costs nobody anything. */
const HARMLESS_BYTES = 2 ** 20;
/** How much of a body is still taken once its answer is known. */
const MOST_DISCARDED = 2 ** 22;

/** How a body is taken. */
interface Taken {
  /** In bytes, as it is sent and decompressed. */
  limit: number;
  /** What is said of one that is larger. */
  larger: (limit: number) => Problem;
  /** Whether the answer begins before the body has ended. */
  answersMeanwhile: boolean;
}

/**
 * The bytes of a body as they come in, decompressed where it is sent with gzip. Nothing is read ahead of what takes the
 * bytes, but for a body that comes by way of a proxy, whose bytes are there when all of it has come; see `afterAll`.
 *
 * @param incoming Node's own request, where there is one: it says when nothing has come for too long
 * @param taken the limit, its problem, and whether answers go out meanwhile; as for a batch by default
 * @throws BodyFault for another encoding, for bytes that are not gzip's or expand too much, past the limit, and where the
 *   rest does not come
 */
export async function* openBody(
  request: Request,
  incoming?: IncomingMessage,
  taken: Taken = { limit: settings().BATCH_LIMIT, larger: tooLarge, answersMeanwhile: true },
): AsyncGenerator<Uint8Array, void, undefined> {
  const { limit, larger } = taken;
  const encoding = request.headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (encoding !== "identity" && encoding !== "gzip") {
    throw new BodyFault(unsupportedMediaType("the body must be sent as it is or with gzip"));
  }
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw new BodyFault(larger(limit));
  if (!request.body) return;

  let size = 0;
  const coming = upTo(taken, readAll(request.body, incoming));
  const sent = taken.answersMeanwhile && mustArriveFirst(incoming) ? afterAll(coming) : coming;
  const unzip = encoding === "gzip" ? createGunzip() : undefined;
  const bytes = unzip ? gunzip(sent, unzip) : sent;
  try {
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > limit) throw new BodyFault(larger(limit));
      if (unzip && size > HARMLESS_BYTES && size > MOST_EXPANSION * unzip.bytesWritten)
        throw new BodyFault(expandsTooMuch(MOST_EXPANSION));
      yield chunk;
    }
  } catch (error) {
    if (error instanceof NoRoomError) throw new BodyFault(noRoom(WITHOUT_FILE_BYTES));
    throw isGzipFault(error) ? new BodyFault(badCompression("the body must be whole and compressed with gzip")) : error;
  }
}

async function* upTo({ limit, larger }: Taken, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of bytes) {
    if ((size += chunk.length) > limit) throw new BodyFault(larger(limit));
    yield chunk;
  }
}

async function* readAll(
  body: ReadableStream<Uint8Array>,
  incoming: IncomingMessage | undefined,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let isStalled = false;
  const giveUp = () => {
    isStalled = true;
    void reader.cancel();
  };
  incoming?.once(STALLED, giveUp);
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      yield part.value;
    }
    if (isStalled) throw new BodyFault(timedOut());
  } finally {
    incoming?.off(STALLED, giveUp);
    void discard(reader);
  }
}

/**
 * Read on without keeping anything, as `readJson` does and for the same reason, then hang up. It is done beside the
 * answer, which must not wait for it.
 */
async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    let size = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if ((size += part.value.length) > MOST_DISCARDED) return await reader.cancel();
    }
  } catch {
    // The client has left, which is as good.
  }
}

async function* gunzip(bytes: AsyncGenerator<Uint8Array>, unzip: Gunzip): AsyncGenerator<Uint8Array> {
  const zipped = Readable.from(bytes, { objectMode: false }).on("error", (error) => unzip.destroy(error));
  try {
    yield* zipped.pipe(unzip) as AsyncIterable<Uint8Array>;
  } finally {
    zipped.destroy();
  }
}

function isGzipFault(error: unknown): boolean {
  return /^Z_/.test(String((error as NodeJS.ErrnoException).code));
}
