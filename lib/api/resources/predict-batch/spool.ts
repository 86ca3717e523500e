import { randomUUID } from "node:crypto";
import { unlink, open, type FileHandle } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { logWarning } from "../../../service/log";

/** A body up to this is kept in memory, and in a file beyond. */
const IN_MEMORY_BYTES = 2 ** 21;
/** Where no file can be written, so much is kept in memory all the same. */
export const WITHOUT_FILE_BYTES = 2 ** 24;

/** The body is larger than can be kept. */
export class NoRoomError extends Error {
  override name = "NoRoomError";
}

/**
 * Whether the rest of a body may never come once its answer has begun: nginx sends a body on only until then, and who
 * speaks HTTP/1.0 reads nothing before all is sent. A proxy in front shows in the headers that it adds.
 */
export function mustArriveFirst(incoming: IncomingMessage | undefined): boolean {
  if (!incoming) return false;
  const { httpVersion, headers } = incoming;
  return httpVersion === "1.0" || ["x-forwarded-for", "forwarded", "via"].some((name) => headers[name] !== undefined);
}

/**
 * The same bytes, the first of them when the last has come. What is too much for the memory is in a file of the system's
 * temporary folder until then, which nobody else can open, and which is gone when the bytes are taken or not wanted.
 *
 * @throws NoRoomError where a file is needed and cannot be written
 */
export async function* afterAll(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let kept: Uint8Array[] = [];
  let size = 0;
  let file: FileHandle | undefined;
  let fault: Error | undefined;
  try {
    for await (const chunk of bytes) {
      kept.push(chunk);
      size += chunk.length;
      if (size <= IN_MEMORY_BYTES) continue;
      if (!fault) {
        try {
          file ??= await openUnnamed();
          await writeAll(file, kept);
          kept = [];
          continue;
        } catch (error) {
          fault = error as Error;
          logWarning(`a large body cannot be kept in the temporary folder: ${fault.message}`);
        }
      }
      if (file || size > WITHOUT_FILE_BYTES) throw new NoRoomError(fault?.message, { cause: fault });
    }
    if (file) yield* file.createReadStream({ start: 0, autoClose: false }) as AsyncIterable<Uint8Array>;
    else yield* kept;
  } finally {
    await file?.close();
  }
}

/** A new file that no other process can open: its name is gone as soon as it is there. */
async function openUnnamed(): Promise<FileHandle> {
  const path = join(tmpdir(), `glasshouse-${randomUUID()}`);
  const file = await open(path, "wx+", 0o600);
  await unlink(path);
  return file;
}

async function writeAll(file: FileHandle, parts: Uint8Array[]): Promise<void> {
  for (const part of parts) {
    for (let written = 0; written < part.length;) {
      written += (await file.write(part, written, part.length - written)).bytesWritten;
    }
  }
}
