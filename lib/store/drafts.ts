import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { dropFile, type StoredFile } from "./files";
import type { Store } from "./store";
import type { DraftRow, DraftStatus } from "./tables";

const compress = promisify<string, Buffer>(gzip);
const expand = promisify<Uint8Array, Buffer>(gunzip);

/** What a list shows of a draft, with the file that it is made of. */
export type DraftLine = Omit<DraftRow, "spec" | "guesses" | "preview" | "bundle" | "file"> & { file: StoredFile };

/** A draft without what training made. */
export type FoundDraft = Omit<DraftRow, "bundle" | "file"> & { file: StoredFile };

/** One state of a draft: a change makes another revision of it. */
export type DraftKey = Pick<DraftRow, "id" | "revision">;

const LINE = [
  ...["id", "owner", "revision", "status", "progress", "fault", "copy", "options", "model", "base"],
  ...["made_at", "changed_at", "attempts"],
] as (keyof Omit<DraftLine, "file">)[];
const OF_FILE = ["file.id as file_id", "file.name", "file.kind", "file.size", "file.hash"] as const;

/** A draft as it begins. */
type NewDraft = Pick<DraftRow, "id" | "owner" | "status" | "file" | "options"> & Partial<DraftRow>;

/** Add a draft. */
export async function addDraft(store: Store, draft: NewDraft): Promise<void> {
  const now = Date.now();
  const row: DraftRow = {
    ...{ revision: 1, progress: 0, fault: null, copy: null, spec: null, guesses: null, preview: null },
    ...{ bundle: null, model: null, base: null, made_at: now, changed_at: now, attempts: 0 },
    ...draft,
  };
  await store.insertInto("draft").values(row).execute();
}

const qualified = <Column extends string>(columns: readonly Column[]) =>
  columns.map((column) => `draft.${column}` as const);

/** Drafts, the last changed first. */
export async function listDrafts(store: Store, owner?: string): Promise<DraftLine[]> {
  const rows = await store
    .selectFrom("draft")
    .innerJoin("file", "file.id", "draft.file")
    .select(qualified(LINE))
    .select(OF_FILE)
    .$if(owner !== undefined, (query) => query.where("draft.owner", "=", owner!))
    .orderBy("draft.changed_at", "desc")
    .orderBy("draft.id")
    .execute();
  return rows.map(withFile);
}

/** The draft with an id. */
export async function findDraft(store: Store, id: string): Promise<FoundDraft | undefined> {
  const row = await store
    .selectFrom("draft")
    .innerJoin("file", "file.id", "draft.file")
    .select(qualified([...LINE, "spec", "guesses", "preview"] as const))
    .select(OF_FILE)
    .where("draft.id", "=", id)
    .executeTakeFirst();
  return row && withFile(row);
}

type OfFile = { file_id: string; name: string; kind: StoredFile["kind"]; size: number; hash: string | null };

function withFile<Row extends OfFile>({ file_id, name, kind, size, hash, ...row }: Row) {
  return { ...row, file: { id: file_id, name, kind, size, hash: hash ?? "" } };
}

/** What training made of a draft, as JSON. */
export async function readBundle(store: Store, { id, revision }: DraftKey): Promise<string | undefined> {
  const row = await store
    .selectFrom("draft")
    .select("bundle")
    .where("id", "=", id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return row?.bundle ? (await expand(row.bundle)).toString("utf8") : undefined;
}

/** A bundle as a draft keeps it. */
export const packBundle = (bundle: unknown): Promise<Uint8Array> => compress(JSON.stringify(bundle));

type Changes = Partial<Omit<DraftRow, "id" | "revision" | "owner" | "file" | "made_at">>;

/**
 * Change a draft, unless it is no longer the revision that is known; false then.
 *
 * @param next the revision that it is then
 */
export async function changeDraft(
  store: Store,
  { id, revision }: DraftKey,
  changes: Changes,
  next = revision + 1,
): Promise<boolean> {
  const changed = await store
    .updateTable("draft")
    .set({ attempts: 0, ...changes, revision: next, changed_at: Date.now() })
    .where("id", "=", id)
    .where("revision", "=", revision)
    .returning("id")
    .executeTakeFirst();
  return changed !== undefined;
}

/** Note how the work on a draft stands, while it is worked on and nobody has changed it; false otherwise. */
export async function noteWork(
  store: Store,
  { id, revision }: DraftKey,
  changes: Changes & { revision?: number },
): Promise<boolean> {
  const noted = await store
    .updateTable("draft")
    .set(changes)
    .where("id", "=", id)
    .where("revision", "=", revision)
    .where("status", "in", ["reading", "training"])
    .returning("id")
    .executeTakeFirst();
  return noted !== undefined;
}

/** How many drafts there are in each state. */
export async function countDrafts(store: Store): Promise<{ status: DraftStatus; count: number }[]> {
  const rows = await store
    .selectFrom("draft")
    .select(({ fn }) => ["status", fn.countAll<number>().as("count")])
    .groupBy("status")
    .orderBy("status")
    .execute();
  return rows.map(({ status, count }) => ({ status, count: Number(count) }));
}

/** How many drafts there are, with the files that are still coming in for one. */
export async function countDraftsToBe(store: Store): Promise<number> {
  const [drafts, files] = await Promise.all([
    store
      .selectFrom("draft")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow(),
    store
      .selectFrom("file")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("hash", "is", null)
      .executeTakeFirstOrThrow(),
  ]);
  return Number(drafts.count) + Number(files.count);
}

/** The draft that has waited longest to be read or trained. */
export async function nextToWorkOn(store: Store): Promise<string | undefined> {
  const row = await store
    .selectFrom("draft")
    .select("id")
    .where("status", "in", ["reading", "training"])
    .orderBy("changed_at")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** Delete a draft, and its files unless a version has them; false where it is not there, or is another revision now. */
export async function deleteDraft(store: Store, { id, revision }: { id: string; revision?: number }): Promise<boolean> {
  const row = await store
    .deleteFrom("draft")
    .where("id", "=", id)
    .$if(revision !== undefined, (query) => query.where("revision", "=", revision!))
    .returning(["file", "copy"])
    .executeTakeFirst();
  if (!row) return false;
  await dropFile(store, row.file);
  await dropFile(store, row.copy);
  return true;
}
