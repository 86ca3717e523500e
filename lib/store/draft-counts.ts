import type { Store } from "./store";
import type { DraftStatus } from "./tables";

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
