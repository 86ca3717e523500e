import type { PredictionRow } from "./tables";
import type { Store } from "./store";

/** Rows in one statement: PostgreSQL takes 65,535 parameters in one, SQLite 32,766. */
const ROWS = 500;

/** How many rows are held at once while many are read. */
const PAGE = 1_000;

/** Add predictions to the log, all of them or none. One that is there already is left as it is. */
export async function addPredictions(store: Store, rows: PredictionRow[]): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    for (let start = 0; start < rows.length; start += ROWS) {
      await transaction
        .insertInto("prediction")
        .values(rows.slice(start, start + ROWS))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  });
}

/** A span of time, in milliseconds since 1970: from the first on, and before the second. */
export interface Span {
  from: number;
  to: number;
}

/** The predictions of a model in a span of time, oldest first, a thousand in memory at once. */
export async function* readPredictions(store: Store, model: string, { from, to }: Span): AsyncGenerator<PredictionRow> {
  let last = { at: from, id: "" };
  for (;;) {
    const page = await store
      .selectFrom("prediction")
      .selectAll()
      .where("model", "=", model)
      .where((where) =>
        where.or([where("at", ">", last.at), where.and([where("at", "=", last.at), where("id", ">", last.id)])]),
      )
      .where("at", ">=", last.at)
      .where("at", "<", to)
      .orderBy("at")
      .orderBy("id")
      .limit(PAGE)
      .execute();
    yield* page;
    if (page.length < PAGE) return;
    last = page.at(-1)!;
  }
}

/** How many predictions a model made in a span of time, as far as the log tells: each row counts its weight. */
export async function countPredictions(store: Store, model: string, { from, to }: Span): Promise<number> {
  const { total } = await store
    .selectFrom("prediction")
    .select(({ fn }) => fn.sum<number | null>("weight").as("total"))
    .where("model", "=", model)
    .where("at", ">=", from)
    .where("at", "<", to)
    .executeTakeFirstOrThrow();
  return Number(total ?? 0);
}

/** Forget the predictions before a time; gives how many there were. */
export async function forgetPredictions(store: Store, before: number): Promise<number> {
  const { numDeletedRows } = await store.deleteFrom("prediction").where("at", "<", before).executeTakeFirst();
  return Number(numDeletedRows);
}
