import type { Store } from "./store";
import type { SettingName } from "./tables";

/** What the owner has decided; undefined where nothing has been. */
export async function readSetting(store: Store, name: SettingName): Promise<string | undefined> {
  const row = await store.selectFrom("setting").select("value").where("name", "=", name).executeTakeFirst();
  return row?.value;
}

/** Keep what the owner has decided. */
export async function writeSetting(store: Store, name: SettingName, value: string): Promise<void> {
  await store
    .insertInto("setting")
    .values({ name, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}
