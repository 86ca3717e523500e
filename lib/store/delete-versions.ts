import { setImmediate } from "node:timers/promises";
import { sql, type RawBuilder } from "kysely";
import { dropFile } from "./files";
import type { Store } from "./store";

/** What is to be deleted: a whole model, or one version of it. */
export interface Deleted {
  model: string;
  version?: string;
}

/** Rows in one statement: SQLite lets nobody answer meanwhile. */
const ROWS = 1_000;

/** The tables that grow with use, with what tells their rows apart. */
const GROWING: [table: string, key: string][] = [
  ["prediction", "model, at, id"],
  ["outcome", "receipt, kind, revision"],
  ["shadow", "model, at, id"],
  ["tally", "model, day, version"],
];

/**
 * Delete what predictions, outcomes and shadow answers there are, some at once so that answers go between. It may be begun
 * again where it was broken off.
 */
export async function deleteRows(store: Store, deleted: Deleted): Promise<void> {
  for (const [table, key] of GROWING) {
    const [name, columns, where] = [sql.table(table), sql.raw(key), ofDeleted(deleted, table === "shadow")];
    for (;;) {
      const { numAffectedRows = 0n } = await sql`
        delete from ${name} where (${columns}) in (select ${columns} from ${name} where ${where} limit ${ROWS})
      `.execute(store);
      if (numAffectedRows < BigInt(ROWS)) break;
      await setImmediate();
    }
  }
}

function ofDeleted({ model, version }: Deleted, hasChallenger: boolean): RawBuilder<unknown> {
  if (version === undefined) return sql`model = ${model}`;
  if (!hasChallenger) return sql`model = ${model} and version = ${version}`;
  return sql`model = ${model} and (version = ${version} or challenger = ${version})`;
}

/** Delete a model or a version of it with its aliases, alerts, proposals and files; false where there is none. */
export async function deleteVersions(store: Store, { model, version }: Deleted): Promise<boolean> {
  const isOne = version !== undefined;
  for (const table of ["alias", "standing_alert", "alert_event", "proposal"] as const) {
    await store
      .deleteFrom(table)
      .where("model", "=", model)
      .$if(isOne, (query) => query.where("version", "=", version!))
      .execute();
  }
  const rows = await store
    .deleteFrom("version")
    .where("model", "=", model)
    .$if(isOne, (query) => query.where("version", "=", version!))
    .returning("file")
    .execute();
  for (const { file } of rows) await dropFile(store, file);
  return rows.length > 0;
}
