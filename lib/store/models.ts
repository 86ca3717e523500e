import type { Store } from "./store";

/** The models that the log or the outcomes name, by their ids. */
export async function listStoredModels(store: Store): Promise<string[]> {
  const found = [await listModelsOf(store, "prediction"), await listModelsOf(store, "outcome")];
  return [...new Set(found.flat())].sort();
}

/** The models that a table names, from one to the next by its index: a table of millions of rows has few models. */
export async function listModelsOf(store: Store, table: "prediction" | "outcome" | "shadow"): Promise<string[]> {
  const found: string[] = [];
  for (let last = ""; ; last = found.at(-1)!) {
    const next = await store
      .selectFrom(table)
      .select("model")
      .where("model", ">", last)
      .orderBy("model")
      .limit(1)
      .executeTakeFirst();
    if (!next) return found;
    found.push(next.model);
  }
}
