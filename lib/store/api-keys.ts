import type { Store } from "./store";
import type { ApiKeyRow } from "./tables";

/** Keep a new key. */
export async function addApiKey(store: Store, key: Omit<ApiKeyRow, "used_at" | "revoked_at">): Promise<void> {
  await store
    .insertInto("api_key")
    .values({ ...key, used_at: null, revoked_at: null })
    .execute();
}

/** Every key there was, the newest first, the revoked ones too. */
export async function listApiKeys(store: Store): Promise<ApiKeyRow[]> {
  return store.selectFrom("api_key").selectAll().orderBy("made_at", "desc").orderBy("id").execute();
}

/** Take a key out of use for good; gives whether there was one in use. */
export async function revokeApiKey(store: Store, id: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await store
    .updateTable("api_key")
    .set({ revoked_at: at })
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Note when a key was used last. */
export async function noteUse(store: Store, id: string, at: number): Promise<void> {
  await store
    .updateTable("api_key")
    .set({ used_at: at })
    .where("id", "=", id)
    .where((where) => where.or([where("used_at", "is", null), where("used_at", "<", at)]))
    .execute();
}
