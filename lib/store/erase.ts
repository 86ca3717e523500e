import type { Store } from "./store";

/** What is known of an estimate that is to be forgotten: its receipt's id, its model and when it was made. */
export interface Erased {
  model: string;
  at: number;
  id: string;
}

/** Forget an estimate: its row of the log and all that was said about it. Gives how many rows there were. */
export async function erase(store: Store, { model, at, id }: Erased): Promise<number> {
  return store.transaction().execute(async (transaction) => {
    const logged = await transaction
      .deleteFrom("prediction")
      .where("model", "=", model)
      .where("at", "=", at)
      .where("id", "=", id)
      .executeTakeFirst();
    const told = await transaction.deleteFrom("outcome").where("receipt", "=", id).executeTakeFirst();
    return Number(logged.numDeletedRows + told.numDeletedRows);
  });
}
