import { createHash, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { sql } from "kysely";
import type { Store } from "./store";
import type { FileRow } from "./tables";

/** How much of a file is in one part, before it is compressed. */
export const PART_BYTES = 2 ** 20;

/** A file that nothing has come of for so long is one of a client that has left. */
const HOUR = 3_600_000;

const compress = promisify<Uint8Array, Buffer>(gzip);
const expand = promisify<Uint8Array, Buffer>(gunzip);

/** A file of the store: its name, what it is, its size in bytes and their SHA-256 in hex. */
export type StoredFile = Omit<FileRow, "hash" | "made_at"> & { hash: string };

/**
 * Keep a file as its bytes come in; no more than a part of it is in memory. Until all of it is there, nobody finds it.
 *
 * @param madeAt when its content was current, in milliseconds since 1970; without it, when its last part came
 * @throws what the bytes throw, and then nothing is kept
 */
export async function addFile(
  store: Store,
  { name, kind, madeAt }: Pick<FileRow, "name" | "kind"> & { madeAt?: number },
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<StoredFile> {
  const id = randomBytes(12).toString("base64url");
  await store.insertInto("file").values({ id, name, kind, size: 0, hash: null, made_at: Date.now() }).execute();
  const hash = createHash("sha256");
  let [size, number] = [0, 0];
  try {
    for await (const part of inParts(bytes)) {
      hash.update(part);
      size += part.length;
      await addPart(store, { file: id, number: number++, bytes: await compress(part) }, size);
    }
    const file = { id, name, kind, size, hash: hash.digest("hex") };
    const made = { hash: file.hash, ...(madeAt !== undefined && { made_at: madeAt }) };
    await store.updateTable("file").set(made).where("id", "=", id).execute();
    return file;
  } catch (error) {
    await removeFile(store, id).catch(() => undefined);
    throw error;
  }
}

/** Add a part. The file counts as made when the last part came. */
async function addPart(store: Store, part: { file: string; number: number; bytes: Uint8Array }, size: number) {
  await store.transaction().execute(async (transaction) => {
    await transaction.insertInto("file_part").values(part).execute();
    const { numUpdatedRows } = await transaction
      .updateTable("file")
      .set({ size, made_at: Date.now() })
      .where("id", "=", part.file)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new Error("the file was removed while it was written");
  });
}

/** The same bytes in parts of one size, but for the last. */
async function* inParts(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    for (let start = 0; start < chunk.length;) {
      const taken = chunk.subarray(start, start + PART_BYTES - size);
      // What gives the bytes may use their place again.
      kept.push(taken.slice());
      start += taken.length;
      size += taken.length;
      if (size < PART_BYTES) continue;
      yield Buffer.concat(kept);
      [kept, size] = [[], 0];
    }
  }
  if (size > 0) yield Buffer.concat(kept);
}

/** A file that is whole. */
export async function findFile(store: Store, id: string): Promise<(StoredFile & Pick<FileRow, "made_at">) | undefined> {
  const row = await store
    .selectFrom("file")
    .select(["id", "name", "kind", "size", "hash", "made_at"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row && row.hash !== null ? { ...row, hash: row.hash } : undefined;
}

/** The bytes of one part, compressed; undefined behind the last one. */
export async function readPart(store: Store, file: string, number: number): Promise<Uint8Array | undefined> {
  const row = await store
    .selectFrom("file_part")
    .select("bytes")
    .where("file", "=", file)
    .where("number", "=", number)
    .executeTakeFirst();
  return row?.bytes;
}

/** The bytes of a file, a part in memory at a time. */
export async function* readFile(store: Store, file: string): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number++) {
    const part = await readPart(store, file, number);
    if (!part) return;
    yield await expand(part);
  }
}

/** Let a file go, unless a draft or a version names it. */
export async function dropFile(store: Store, id: string | null): Promise<void> {
  if (id === null) return;
  const [orphan] = await unnamed(store).where("id", "=", id).execute();
  if (orphan) await removeFile(store, id);
}

/** Let go the files that no draft and no version names, an hour after the last part of them came. */
export async function pruneFiles(store: Store, now: number): Promise<void> {
  const orphans = await unnamed(store)
    .where("made_at", "<", now - HOUR)
    .execute();
  for (const { id } of orphans) await removeFile(store, id);
}

const unnamed = (store: Store) =>
  store
    .selectFrom("file")
    .select("id")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("draft")
            .select(sql`1`.as("one"))
            .where((where) =>
              where.or([
                where("draft.file", "=", where.ref("file.id")),
                where("draft.copy", "=", where.ref("file.id")),
              ]),
            ),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("version")
            .select(sql`1`.as("one"))
            .whereRef("version.file", "=", "file.id"),
        ),
      ),
    );

async function removeFile(store: Store, id: string): Promise<void> {
  await store.deleteFrom("file_part").where("file", "=", id).execute();
  await store.deleteFrom("file").where("id", "=", id).execute();
}
