import { addAudit } from "./audit";
import { startOfDay } from "./days";
import type { Store } from "./store";
import { dropTallies } from "./tallies";

/** What is known of an estimate that is to be forgotten: its receipt's id, its model and when it was made. */
export interface Erased {
  model: string;
  at: number;
  id: string;
}

/**
 * Forget an estimate: its row of the log, what a challenger answered in shadow, and all that was said about it. Gives how
 * many rows there were.
 *
 * The tally of its day holds no row, only how often each value was there; where few people asked on that day, that can
 * say what one of them entered. So it is forgotten too, and counted again from the rows that are left.
 *
 * @param actor who does it, for the audit log
 */
export async function erase(store: Store, { model, at, id }: Erased, actor: string): Promise<number> {
  return store.transaction().execute(async (transaction) => {
    const logged = await transaction
      .deleteFrom("prediction")
      .where("model", "=", model)
      .where("at", "=", at)
      .where("id", "=", id)
      .returning("version")
      .execute();
    for (const { version } of logged) await dropTallies(transaction, { model, day: startOfDay(at), only: version });
    const shadowed = await transaction
      .deleteFrom("shadow")
      .where("model", "=", model)
      .where("at", "=", at)
      .where("id", "=", id)
      .executeTakeFirst();
    const told = await transaction.deleteFrom("outcome").where("receipt", "=", id).executeTakeFirst();
    const rows = logged.length + Number(shadowed.numDeletedRows) + Number(told.numDeletedRows);
    await addAudit(transaction, { at: Date.now(), actor, action: "erase", model, detail: { receipt: id, rows } });
    return rows;
  });
}
