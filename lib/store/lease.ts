import type { Store } from "./store";

/**
 * Take on a work that only one instance is to do at a time, until a time.
 *
 * @param now and `until` in milliseconds since 1970
 * @returns whether it is ours; if not, another holds it now
 */
export async function takeLease(store: Store, name: string, now: number, until: number): Promise<boolean> {
  const taken = await store
    .insertInto("lease")
    .values({ name, until })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ until }).where("lease.until", "<=", now))
    .returning("name")
    .executeTakeFirst();
  return taken !== undefined;
}

/** Let a lease that is ours end at another time. */
export async function changeLease(store: Store, name: string, until: number): Promise<void> {
  await store.updateTable("lease").set({ until }).where("name", "=", name).execute();
}

/** Go on with a lease that is ours until `held`; false where it has run out and another has taken it since. */
export async function renewLease(store: Store, name: string, held: number, until: number): Promise<boolean> {
  const renewed = await store
    .updateTable("lease")
    .set({ until })
    .where("name", "=", name)
    .where("until", "=", held)
    .returning("name")
    .executeTakeFirst();
  return renewed !== undefined;
}
