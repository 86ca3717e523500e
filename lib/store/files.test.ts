import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { seededRandom } from "../math/random";
import { postgresRunsHere } from "../testing/postgres";
import { dialects, type TestedStore } from "../testing/store";
import { version } from "../testing/store-rows";
import {
  addDraft,
  changeDraft,
  deleteDraft,
  findDraft,
  listDrafts,
  nextToWorkOn,
  noteWork,
  packBundle,
  readBundle,
} from "./drafts";
import { addFile, dropFile, findFile, PART_BYTES, pruneFiles, readFile } from "./files";
import { renewLease, takeLease } from "./lease";
import { addVersion, packVersion } from "./published-models";
import type { Store } from "./store";

const table = { name: "homes.csv", kind: "table" as const };

/** Bytes that do not compress, in chunks of odd sizes. */
function* noise(size: number): Generator<Uint8Array> {
  const random = seededRandom(7);
  for (let left = size; left > 0;) {
    const chunk = Uint8Array.from({ length: Math.min(left, 77_777) }, () => random() * 256);
    left -= chunk.length;
    yield chunk;
  }
}

async function all(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe.for(Object.entries(dialects))("files and drafts in %s", { timeout: 60_000 }, ([name, make]) => {
  if (name === "PostgreSQL" && !postgresRunsHere) return it.skip("has no binaries for this platform");
  let tested: TestedStore;
  let store: Store;
  beforeAll(async () => {
    tested = await make();
    store = await tested.open();
  }, 120_000);
  beforeEach(async () => {
    for (const each of ["draft", "file", "file_part", "version", "lease"] as const)
      await store.deleteFrom(each).execute();
  });
  afterAll(async () => {
    await store.destroy();
    await tested.remove();
  });
  const countOf = async (each: "file") => (await store.selectFrom(each).select("id").execute()).length;
  const parts = async () => (await store.selectFrom("file_part").select("number").execute()).length;
  const draft = (file: string, more: object = {}) =>
    addDraft(store, { id: "d", owner: "owner", status: "reading", file, options: "{}", ...more });

  it("addFile(store, file, bytes) keeps them in parts, with their size and hash, and gives them back", async () => {
    const bytes = Buffer.concat([...noise(2.5 * PART_BYTES)]);
    const file = await addFile(store, table, noise(2.5 * PART_BYTES));
    const hash = createHash("sha256").update(bytes).digest("hex");
    expect(file).toEqual({ ...table, id: file.id, size: bytes.length, hash });
    expect(await findFile(store, file.id)).toEqual({ ...file, made_at: expect.any(Number) });
    expect(await parts()).toBe(3);
    expect((await all(readFile(store, file.id))).equals(bytes)).toBe(true);
    const empty = await addFile(store, table, []);
    expect([empty.size, (await all(readFile(store, empty.id))).length]).toEqual([0, 0]);
  });

  it("addFile(store, { madeAt }, bytes) dates a file by its content", async () => {
    const { id } = await addFile(store, { ...table, madeAt: 5 }, noise(PART_BYTES + 5));
    expect((await findFile(store, id))!.made_at).toBe(5);
    const before = Date.now();
    const other = await addFile(store, table, noise(5));
    expect((await findFile(store, other.id))!.made_at).toBeGreaterThanOrEqual(before);
  });

  it("addFile(store, file, bytes) keeps nothing of bytes that break off, and shows nothing before the last", async () => {
    const seen: unknown[] = [];
    async function* broken() {
      yield* noise(PART_BYTES);
      const [row] = await store.selectFrom("file").select(["id", "size"]).execute();
      seen.push(row!.size, await findFile(store, row!.id));
      throw new Error("the line broke");
    }
    await expect(addFile(store, table, broken())).rejects.toThrow("the line broke");
    expect(seen).toEqual([PART_BYTES, undefined]);
    expect([await countOf("file"), await parts()]).toEqual([0, 0]);
  });

  it("dropFile(store, id) and pruneFiles(store, now) let go what no draft and no version names", async () => {
    const [ofDraft, ofCopy, ofVersion, of] = [
      await addFile(store, table, noise(5)),
      await addFile(store, table, noise(6)),
      await addFile(store, table, noise(7)),
      await addFile(store, table, noise(8)),
    ];
    await draft(ofDraft.id, { copy: ofCopy.id });
    await addVersion(store, await packVersion(version({ file: ofVersion.id })));
    for (const { id } of [ofDraft, ofCopy, ofVersion]) await dropFile(store, id);
    await pruneFiles(store, Date.now());
    expect(await countOf("file")).toBe(4);
    await pruneFiles(store, Date.now() + 3_700_000);
    expect(await findFile(store, of.id)).toBeUndefined();
    expect(await countOf("file")).toBe(3);
    expect(await deleteDraft(store, { id: "d", revision: 2 })).toBe(false);
    expect(await deleteDraft(store, { id: "d", revision: 1 })).toBe(true);
    expect([await countOf("file"), await parts()]).toEqual([1, 1]);
  });

  it("changeDraft(store, key, changes) makes another revision of what is known, and of nothing else", async () => {
    const file = await addFile(store, table, noise(5));
    await draft(file.id, { attempts: 2 });
    expect(await changeDraft(store, { id: "d", revision: 1 }, { spec: "{}", status: "training" })).toBe(true);
    expect(await changeDraft(store, { id: "d", revision: 1 }, { spec: "[]" })).toBe(false);
    expect(await findDraft(store, "d")).toMatchObject({
      revision: 2,
      spec: "{}",
      status: "training",
      attempts: 0,
      file,
    });
    expect(await findDraft(store, "e")).toBeUndefined();
  });

  it("noteWork(store, key, changes) changes what is worked on, and nothing that somebody has changed or stopped", async () => {
    await draft((await addFile(store, table, noise(5))).id);
    expect(await nextToWorkOn(store)).toBe("d");
    const key = { id: "d", revision: 1 };
    expect(await noteWork(store, key, { progress: 0.5 })).toBe(true);
    const bundle = await packBundle({ format: 2 });
    expect(await noteWork(store, key, { status: "ready", bundle, revision: 2 })).toBe(true);
    expect(await noteWork(store, { id: "d", revision: 2 }, { progress: 1 })).toBe(false);
    expect(await readBundle(store, { id: "d", revision: 2 })).toBe('{"format":2}');
    expect(await readBundle(store, key)).toBeUndefined();
    expect(await nextToWorkOn(store)).toBeUndefined();
  });

  it("listDrafts(store, owner) has those of one owner, the last changed first", async () => {
    const { id } = await addFile(store, table, noise(5));
    await draft(id, { id: "a", changed_at: 1 });
    await draft(id, { id: "b", changed_at: 3, owner: "key ci" });
    await draft(id, { id: "c", changed_at: 2 });
    expect((await listDrafts(store)).map((each) => each.id)).toEqual(["b", "c", "a"]);
    expect((await listDrafts(store, "key ci")).map((each) => [each.id, each.file.name])).toEqual([["b", "homes.csv"]]);
  });

  it("renewLease(store, name, held, until) goes on with a lease that nobody else has taken", async () => {
    expect(await takeLease(store, "drafts", 0, 10)).toBe(true);
    expect(await renewLease(store, "drafts", 10, 20)).toBe(true);
    expect(await takeLease(store, "drafts", 21, 30)).toBe(true);
    expect(await renewLease(store, "drafts", 20, 40)).toBe(false);
  });
});
