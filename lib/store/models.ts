import type { Store } from "./store";

/** The models that the log or the outcomes name, by their ids. */
export async function listStoredModels(store: Store): Promise<string[]> {
  const found = new Set<string>();
  for (const table of ["prediction", "outcome"] as const) {
    // From one to the next by the index: a table of millions of rows has few models.
    for (let last = ""; ;) {
      const next = await store
        .selectFrom(table)
        .select("model")
        .where("model", ">", last)
        .orderBy("model")
        .limit(1)
        .executeTakeFirst();
      if (!next) break;
      last = next.model;
      found.add(last);
    }
  }
  return [...found].sort();
}
