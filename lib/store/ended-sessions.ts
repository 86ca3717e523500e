import type { Store } from "./store";

/**
 * Keep that a session has ended, for as long as its cookie would else be taken. What has expired by itself is forgotten.
 *
 * @param now and `until` in milliseconds since 1970
 */
export async function noteEndedSession(store: Store, id: string, now: number, until: number): Promise<void> {
  await store.deleteFrom("ended_session").where("until", "<=", now).execute();
  await store
    .insertInto("ended_session")
    .values({ id, until })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether a session has ended. */
export async function isEndedSession(store: Store, id: string): Promise<boolean> {
  const row = await store.selectFrom("ended_session").select("id").where("id", "=", id).executeTakeFirst();
  return row !== undefined;
}
