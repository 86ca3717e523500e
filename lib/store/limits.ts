import { sql } from "kysely";
import type { Store } from "./store";
import type { LimitCountRow } from "./tables";

/**
 * Add to what clients have taken of limits. A window that has ended makes room for the one that is given.
 *
 * @param rows each with the points to add, and the end of the window unless there is one already; no client twice
 * @param now milliseconds since 1970
 * @returns the same rows with the points of all instances and the end of the window that holds for all
 */
export async function addLimitCounts(store: Store, rows: LimitCountRow[], now: number): Promise<LimitCountRow[]> {
  if (rows.length === 0) return [];
  // Instances that take the rows in one order never wait for each other in a circle.
  const key = ({ name, client }: LimitCountRow) => `${name} ${client}`;
  const sorted = rows.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
  return store
    .insertInto("limit_count")
    .values(sorted)
    .onConflict((conflict) =>
      conflict.columns(["name", "client"]).doUpdateSet({
        points: sql`case when limit_count.ends_at <= ${now} then excluded.points else limit_count.points + excluded.points end`,
        ends_at: sql`case when limit_count.ends_at <= ${now} then excluded.ends_at else limit_count.ends_at end`,
      }),
    )
    .returning(["name", "client", "points", "ends_at"])
    .execute();
}

/** Give a client all its points of a limit back. */
export async function forgetLimitCount(store: Store, name: string, client: string): Promise<void> {
  await store.deleteFrom("limit_count").where("name", "=", name).where("client", "=", client).execute();
}

/** Forget the windows that have ended. */
export async function forgetEndedLimits(store: Store, now: number): Promise<void> {
  await store.deleteFrom("limit_count").where("ends_at", "<=", now).execute();
}
