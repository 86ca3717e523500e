import { randomBytes } from "node:crypto";
import type { Store } from "./store";

/**
 * A secret that all instances share: made by the first that asks for it, the same for every other.
 *
 * @returns 32 random bytes in base64url
 */
export async function sharedSecret(store: Store, name: string): Promise<string> {
  const made = { name, value: randomBytes(32).toString("base64url") };
  await store
    .insertInto("secret")
    .values(made)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await store.selectFrom("secret").select("value").where("name", "=", name).executeTakeFirstOrThrow();
  return value;
}
