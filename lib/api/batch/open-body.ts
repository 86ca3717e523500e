import { createGunzip } from "node:zlib";
import { Readable } from "node:stream";
import type { Problem } from "../contract";
import { badCompression, tooLarge, unsupportedMediaType } from "../problem";
import { settings } from "../settings";

/** A fault of the caller that shows only while a body is read; it is told in the answer, wherever that has got to. */
export class BodyFault extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/**
 * Compressed bytes may become this many times as many: real tables become five to fifty times smaller, and what
 * becomes a thousand times smaller was made to cost whoever reads it.
 */
const MOST_EXPANSION = 200;
/** Below so many bytes it costs nobody anything. */
const HARMLESS_BYTES = 2 ** 20;

/**
 * The bytes of a body as they come in, decompressed where it is sent with gzip. Nothing is read ahead of whoever
 * takes the bytes, and a reader that stops early ends the request's body.
 *
 * @throws BodyFault for another encoding, for bytes that are not gzip's, and past `BATCH_LIMIT`
 */
export async function* openBody(request: Request): AsyncGenerator<Uint8Array, void, undefined> {
  const { BATCH_LIMIT } = settings();
  const encoding = request.headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (encoding !== "identity" && encoding !== "gzip") {
    throw new BodyFault(unsupportedMediaType("the body must be sent as it is or with gzip"));
  }
  if (Number(request.headers.get("content-length") ?? 0) > BATCH_LIMIT) throw new BodyFault(tooLarge(BATCH_LIMIT));
  if (!request.body) return;

  let received = 0;
  let size = 0;
  const sent = Readable.fromWeb(request.body as never).on("data", (bytes: Uint8Array) => (received += bytes.length));
  sent.pause();
  const bytes = encoding === "gzip" ? sent.pipe(createGunzip()) : sent;
  sent.on("error", (error) => bytes.destroy(error));
  try {
    for await (const chunk of bytes as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > BATCH_LIMIT) throw new BodyFault(tooLarge(BATCH_LIMIT));
      if (size > HARMLESS_BYTES && size > MOST_EXPANSION * received) {
        throw new BodyFault(badCompression(`the body must not expand to more than ${MOST_EXPANSION} times its size`));
      }
      yield chunk;
    }
  } catch (error) {
    throw isGzipFault(error) ? new BodyFault(badCompression("the body must be whole and compressed with gzip")) : error;
  } finally {
    sent.destroy();
  }
}

function isGzipFault(error: unknown): boolean {
  return /^Z_/.test(String((error as NodeJS.ErrnoException).code));
}
