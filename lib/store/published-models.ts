import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { sql } from "kysely";
import type { Store } from "./store";
import type { AliasName, AliasRow, ModelVersion, VersionRow } from "./tables";

/** Names a version in one wording. */
export interface VersionKey extends ModelVersion {
  revision: string;
}

/** A version without its files, as lists show it, and the alias that it has now. */
export interface VersionLine extends Omit<VersionRow, "spec" | "bundle" | "figures"> {
  alias: AliasName | null;
}

/** The texts of model.json and artifact.json. */
export interface VersionFiles {
  spec: string;
  bundle: string;
}

/** The files of a version, when it was published, and the rows that it was trained on. */
export type KeptVersion = VersionFiles & Pick<VersionRow, "made_at" | "file">;

type NewVersion = Omit<VersionRow, keyof VersionFiles | "spec_size" | "bundle_size" | "file"> &
  VersionFiles & { file?: string | null };

const compress = promisify<string, Buffer>(gzip);
const expand = promisify<Uint8Array, Buffer>(gunzip);

const LINE = [
  "model",
  "version",
  "revision",
  "spec_size",
  "bundle_size",
  "origin",
  "author",
  "note",
  "made_at",
  "file",
] as const satisfies (keyof VersionRow)[];

/** Another number as soon as any version or alias has changed. */
export async function readModelsChange(store: Store): Promise<number> {
  const row = await store.selectFrom("change_count").select("count").where("name", "=", "models").executeTakeFirst();
  return row?.count ?? 0;
}

/**
 * Change versions and aliases: all of it or nothing. One change at a time: the first thing that each does is to count
 * itself, and PostgreSQL lets the next one wait for that row.
 */
export async function changeModels<Result>(store: Store, work: (store: Store) => Promise<Result>): Promise<Result> {
  return store.transaction().execute(async (transaction) => {
    await transaction
      .updateTable("change_count")
      .set({ count: sql<number>`count + 1` })
      .where("name", "=", "models")
      .execute();
    return work(transaction);
  });
}

/** Compress what is to be added, before the transaction that adds it begins. */
export async function packVersion({ spec, bundle, file = null, ...version }: NewVersion): Promise<VersionRow> {
  return {
    ...version,
    file,
    spec: await compress(spec),
    bundle: await compress(bundle),
    spec_size: Buffer.byteLength(spec),
    bundle_size: Buffer.byteLength(bundle),
  };
}

/** Add a version. One that is there stays as it is, and the answer is false. */
export async function addVersion(store: Store, row: VersionRow): Promise<boolean> {
  const added = await store
    .insertInto("version")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning("version")
    .execute();
  return added.length > 0;
}

/** What an alias of a model means now. */
export async function readAlias(store: Store, model: string, alias: AliasName): Promise<AliasRow | undefined> {
  return store
    .selectFrom("alias")
    .selectAll()
    .where("model", "=", model)
    .where("alias", "=", alias)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Every alias as it stands, by model. */
export async function listAliases(store: Store): Promise<AliasRow[]> {
  return store
    .selectFrom("alias")
    .selectAll()
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("alias as later")
            .select("later.number")
            .whereRef("later.model", "=", "alias.model")
            .whereRef("later.alias", "=", "alias.alias")
            .whereRef("later.number", ">", "alias.number"),
        ),
      ),
    )
    .orderBy("model")
    .orderBy("alias")
    .execute();
}

/** Let an alias mean a version. The champions before are kept, as the way back; a challenger takes the place of another. */
export async function setAlias(store: Store, alias: Omit<AliasRow, "number">): Promise<void> {
  if (alias.alias === "challenger") await dropAlias(store, alias.model, "challenger");
  const before = await readAlias(store, alias.model, alias.alias);
  await store
    .insertInto("alias")
    .values({ ...alias, number: (before?.number ?? 0) + 1 })
    .execute();
}

/** Take back what an alias means: the champion before is champion again, and there is no challenger any more. */
export async function dropAlias(store: Store, model: string, alias: AliasName): Promise<void> {
  const last = await readAlias(store, model, alias);
  if (!last) return;
  await store
    .deleteFrom("alias")
    .where("model", "=", model)
    .where("alias", "=", alias)
    .where("number", "=", last.number)
    .execute();
}

/** The champion before the one that there is. */
export async function readFormerChampion(store: Store, model: string): Promise<AliasRow | undefined> {
  return store
    .selectFrom("alias")
    .selectAll()
    .where("model", "=", model)
    .where("alias", "=", "champion")
    .orderBy("number", "desc")
    .offset(1)
    .limit(1)
    .executeTakeFirst();
}

/** How many versions each model has, in the order of their names. */
export async function countVersions(store: Store): Promise<{ model: string; versions: number }[]> {
  const rows = await store
    .selectFrom("version")
    .select(({ fn }) => ["model", fn.countAll<number>().as("versions")])
    .groupBy("model")
    .orderBy("model")
    .execute();
  return rows.map(({ model, versions }) => ({ model, versions: Number(versions) }));
}

/** The versions of a model, the newest first. No file is read. */
export async function listVersions(store: Store, model: string): Promise<VersionLine[]> {
  const rows = await store
    .selectFrom("version")
    .select(LINE)
    .where("model", "=", model)
    .orderBy("made_at", "desc")
    .orderBy("version")
    .orderBy("revision")
    .execute();
  const aliases = [await readAlias(store, model, "champion"), await readAlias(store, model, "challenger")];
  return rows.map((row) => {
    const named = aliases.find((each) => each?.version === row.version && each.revision === row.revision);
    return { ...row, alias: named?.alias ?? null };
  });
}

/** When a version was published first, in whatever wording. */
export async function readFirstMade(store: Store, { model, version }: ModelVersion): Promise<number | undefined> {
  const { first } = await store
    .selectFrom("version")
    .select(({ fn }) => fn.min<number | null>("made_at").as("first"))
    .where("model", "=", model)
    .where("version", "=", version)
    .executeTakeFirstOrThrow();
  return first === null ? undefined : Number(first);
}

/** The newest wording of a version. */
export async function findVersion(store: Store, { model, version }: ModelVersion): Promise<VersionKey | undefined> {
  return store
    .selectFrom("version")
    .select(["model", "version", "revision"])
    .where("model", "=", model)
    .where("version", "=", version)
    .orderBy("made_at", "desc")
    .orderBy("revision")
    .limit(1)
    .executeTakeFirst();
}

/** The files of a version. */
export async function readVersion(store: Store, key: VersionKey): Promise<KeptVersion | undefined> {
  const row = await store
    .selectFrom("version")
    .select(["spec", "bundle", "made_at", "file"])
    .where("model", "=", key.model)
    .where("version", "=", key.version)
    .where("revision", "=", key.revision)
    .executeTakeFirst();
  return row && { ...row, spec: await toText(row.spec), bundle: await toText(row.bundle) };
}

/** What a list of models shows of a version: its description, and the figures beside it. */
export interface VersionOutline extends VersionKey, Pick<VersionRow, "made_at"> {
  spec: string;
  figures: string;
}

/** What a list of models shows of versions. No bundle is read. */
export async function readOutlines(store: Store, keys: readonly VersionKey[]): Promise<VersionOutline[]> {
  const found: VersionOutline[] = [];
  for (let start = 0; start < keys.length; start += MOST_KEYS) {
    const some = keys.slice(start, start + MOST_KEYS);
    const rows = await store
      .selectFrom("version")
      .select(["model", "version", "revision", "made_at", "spec", "figures"])
      .where(({ and, or }) => or(some.map(({ model, version, revision }) => and({ model, version, revision }))))
      .execute();
    for (const row of rows) found.push({ ...row, spec: await toText(row.spec) });
  }
  return found;
}

/** As many as one statement names: SQLite takes an expression of limited depth. */
const MOST_KEYS = 200;

async function toText(bytes: Uint8Array): Promise<string> {
  return (await expand(bytes)).toString("utf8");
}
