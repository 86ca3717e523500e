import { setImmediate } from "node:timers/promises";
import { DAY, startOfDay, type Span } from "./days";
import { listModelsOf } from "./models";
import type { Store } from "./store";
import type { PredictionRow } from "./tables";
import { changeTallies, forgetTallies, type TallyChange } from "./tallies";

/** Rows in one statement: PostgreSQL takes 65,535 parameters in one, SQLite 32,766; and SQLite lets nobody answer meanwhile. */
const ROWS = 200;

/**
 * How many rows are held at once while many are read. SQLite reads them while nothing else of the process runs, so they
 * are few, and others have their turn after each page.
 */
const PAGE = 250;

/** Entries of an index that are counted in one statement, for the same reason. */
const COUNTED_AT_ONCE = 50_000;

/** A prediction to be logged. Of several with the same `once` on a day, the first alone is. */
export type LoggedPrediction = PredictionRow & { once?: string };

/**
 * Add predictions to the log, all of them or none. One that is there already is left as it is.
 *
 * @param tally what the rows that are new change in the tallies, which are written with them
 */
export async function addPredictions(
  store: Store,
  rows: readonly LoggedPrediction[],
  tally: (added: PredictionRow[]) => TallyChange[] = () => [],
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const added: PredictionRow[] = [];
    const first = await firstLooks(transaction, rows);
    for (let start = 0; start < first.length; start += ROWS) {
      const some = first.slice(start, start + ROWS);
      const inserted = await transaction
        .insertInto("prediction")
        .values(some)
        .onConflict((conflict) => conflict.doNothing())
        .returning(["model", "at", "id"])
        .execute();
      const names = new Set(inserted.map(nameOf));
      for (const row of some) if (names.delete(nameOf(row))) added.push(row);
      await setImmediate();
    }
    await changeTallies(transaction, tally(added));
  });
}

const nameOf = ({ model, at, id }: Pick<PredictionRow, "model" | "at" | "id">) => `${model} ${at} ${id}`;

/** The rows but those of a page that was looked at before on its day, by whatever instance answered. */
async function firstLooks(transaction: Store, rows: readonly LoggedPrediction[]): Promise<PredictionRow[]> {
  const looks = new Map(rows.flatMap(({ once, at }) => (once === undefined ? [] : [[once, startOfDay(at)]])));
  const seen = new Set<string>();
  // In one order, so that no two instances wait for each other.
  const views = [...looks].map(([key, day]) => ({ key, day })).sort((a, b) => (a.key < b.key ? -1 : 1));
  for (let start = 0; start < views.length; start += ROWS) {
    const fresh = await transaction
      .insertInto("page_view")
      .values(views.slice(start, start + ROWS))
      .onConflict((conflict) => conflict.doNothing())
      .returning("key")
      .execute();
    for (const { key } of fresh) seen.add(key);
  }
  return rows.flatMap(({ once, ...row }) => (once === undefined || seen.delete(once) ? [row] : []));
}

/** A model's rows: of one version, or of each but one; of all versions where neither is named. */
export interface Versions {
  model: string;
  only?: string;
  except?: string;
}

/** Where a row stands among those of its model. */
export type Place = Pick<PredictionRow, "at" | "id">;

/**
 * The predictions of a model in a span of time, oldest first, some in memory at once.
 *
 * @param after the row to go on after
 */
export async function* readPredictions(
  store: Store,
  { model, only, except }: Versions,
  { from, to }: Span,
  after: Place = { at: from, id: "" },
): AsyncGenerator<PredictionRow> {
  let last = after;
  for (;;) {
    const page = await store
      .selectFrom("prediction")
      .selectAll()
      .where("model", "=", model)
      .$if(only !== undefined, (query) => query.where("version", "=", only!))
      .$if(except !== undefined, (query) => query.where("version", "<>", except!))
      .where((where) => where(where.refTuple("at", "id"), ">", where.tuple(last.at, last.id)))
      .where("at", "<", to)
      .orderBy("at")
      .orderBy("id")
      .limit(PAGE)
      .execute();
    yield* page;
    if (page.length < PAGE) return;
    last = page.at(-1)!;
    await setImmediate();
  }
}

/**
 * How many rows a model's log has of a day, whatever their version.
 *
 * @param expected about how many, so that no statement counts too many
 */
export async function countRows(store: Store, model: string, day: number, expected: number): Promise<number> {
  const pieces = Math.ceil((expected + 1) / COUNTED_AT_ONCE);
  let total = 0;
  for (let piece = 0; piece < pieces; piece++) {
    const { count } = await store
      .selectFrom("prediction")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("model", "=", model)
      .where("at", ">=", day + Math.floor((piece * DAY) / pieces))
      .where("at", "<", day + Math.floor(((piece + 1) * DAY) / pieces))
      .executeTakeFirstOrThrow();
    total += Number(count);
    await setImmediate();
  }
  return total;
}

/** How many predictions a model made in the days of a span of time, as far as they are tallied. */
export async function countPredictions(store: Store, model: string, { from, to }: Span): Promise<number> {
  const { total } = await store
    .selectFrom("tally")
    .select(({ fn }) => fn.sum<number | null>("predictions").as("total"))
    .where("model", "=", model)
    .where("day", ">=", startOfDay(from))
    .where("day", "<", to)
    .executeTakeFirstOrThrow();
  return Number(total ?? 0);
}

/** Forget the predictions before a time, a few at once so that answers go between; gives how many there were. */
export async function forgetPredictions(store: Store, before: number, now = Date.now()): Promise<number> {
  let forgotten = 0;
  for (const model of await listModelsOf(store, "prediction")) {
    for (let last: Place | undefined; ;) {
      const old = store.selectFrom("prediction").where("model", "=", model).where("at", "<", before);
      last = await old
        .select(["at", "id"])
        .orderBy("at")
        .orderBy("id")
        .offset(ROWS - 1)
        .limit(1)
        .executeTakeFirst();
      const { numDeletedRows } = await store
        .deleteFrom("prediction")
        .where("model", "=", model)
        .where("at", "<", before)
        .$if(last !== undefined, (query) =>
          query.where((where) => where(where.refTuple("at", "id"), "<=", where.tuple(last!.at, last!.id))),
        )
        .executeTakeFirst();
      forgotten += Number(numDeletedRows);
      await setImmediate();
      if (!last) break;
    }
  }
  await forgetTallies(store, before, now);
  return forgotten;
}
