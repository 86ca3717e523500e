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

/** A model's rows: of one version, or of each but one; of all versions where neither is named. */
export interface Versions {
  model: string;
  only?: string;
  except?: string;
}

/** The predictions of a model in a span of time, oldest first, a thousand in memory at once. */
export async function* readPredictions(
  store: Store,
  { model, only, except }: Versions,
  { from, to }: Span,
): AsyncGenerator<PredictionRow> {
  let last = { at: from, id: "" };
  for (;;) {
    const page = await store
      .selectFrom("prediction")
      .selectAll()
      .where("model", "=", model)
      .$if(only !== undefined, (query) => query.where("version", "=", only!))
      .$if(except !== undefined, (query) => query.where("version", "<>", except!))
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

/** What the log tells of a version in a span of time. */
export interface LoggedVersion {
  version: string;
  /** When its first and its last prediction were made, in milliseconds since 1970. */
  first: number;
  last: number;
  /** How many rows the counts below come from, each of which counts its weight. */
  logged: number;
  predictions: number;
  refusals: number;
  /** Predictions with at least one warning. */
  warned: number;
}

/** The same of every version of a model that answered in a span of time. */
export async function summariseVersions(
  store: Store,
  { model, only, except }: Versions,
  { from, to }: Span,
): Promise<LoggedVersion[]> {
  const rows = await store
    .selectFrom("prediction")
    .select(({ fn }) => [
      "version",
      fn.min("at").as("first"),
      fn.max("at").as("last"),
      fn.countAll<number>().as("logged"),
      fn.sum<number>("weight").as("predictions"),
      fn.sum<number | null>("weight").filterWhere("estimate", "is", null).as("refusals"),
      fn.sum<number | null>("weight").filterWhere("warnings", "<>", "[]").as("warned"),
    ])
    .where("model", "=", model)
    .$if(only !== undefined, (query) => query.where("version", "=", only!))
    .$if(except !== undefined, (query) => query.where("version", "<>", except!))
    .where("at", ">=", from)
    .where("at", "<", to)
    .groupBy("version")
    .execute();
  return rows.map(({ refusals, warned, ...row }) => ({ ...row, refusals: refusals ?? 0, warned: warned ?? 0 }));
}

/** Forget the predictions before a time; gives how many there were. */
export async function forgetPredictions(store: Store, before: number): Promise<number> {
  const { numDeletedRows } = await store.deleteFrom("prediction").where("at", "<", before).executeTakeFirst();
  return Number(numDeletedRows);
}
