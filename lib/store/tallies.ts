import { DAY, startOfDay, type Span } from "./days";
import type { Store } from "./store";
import type { ModelVersion, TallyRow } from "./tables";

/** A version's day, by the start of the day. */
export type TallyKey = ModelVersion & { day: number };

/** What becomes of the tally of a version's day; it has no rows where there was none before. */
export interface TallyChange extends TallyKey {
  apply(before: TallyRow): TallyRow;
}

/** Counts of a day, without those of its values. */
export type TalliedVolume = Omit<TallyRow, "counts"> & { counted: boolean };

/**
 * Change tallies inside a transaction, which keeps each from everybody else until it ends. All who change several take
 * them in one order, so that no two wait for each other.
 */
export async function changeTallies(transaction: Store, changes: readonly TallyChange[]): Promise<void> {
  const name = ({ model, version, day }: TallyKey) => `${model} ${day} ${version}`;
  for (const change of [...changes].sort((a, b) => (name(a) < name(b) ? -1 : 1))) {
    const { model, version, day } = change;
    const none = { predictions: 0, refusals: 0, warned: 0, first: 0, last: 0, counts: null };
    const before = await transaction
      .insertInto("tally")
      .values({ model, version, day, rows: 0, ...none })
      // To write a row is to lock it.
      .onConflict((conflict) => conflict.columns(["model", "day", "version"]).doUpdateSet({ model }))
      .returningAll()
      .executeTakeFirstOrThrow();
    await transaction
      .updateTable("tally")
      .set(change.apply(before))
      .where("model", "=", model)
      .where("version", "=", version)
      .where("day", "=", day)
      .execute();
  }
}

/** The counts of a model's versions in the days of a span of time. */
export async function readVolumes(store: Store, model: string, { from, to }: Span): Promise<TalliedVolume[]> {
  const rows = await store
    .selectFrom("tally")
    .select(["model", "version", "day", "rows", "predictions", "refusals", "warned", "first", "last"])
    .select((select) => select("counts", "is not", null).as("counted"))
    .where("model", "=", model)
    .where("day", ">=", startOfDay(from))
    .where("day", "<", to)
    .execute();
  return rows.map((row) => ({ ...row, counted: Boolean(row.counted) }));
}

/** What is counted of the values of a version's day, as it was written. */
export async function readCounts(store: Store, { model, version, day }: TallyKey): Promise<string | null> {
  const row = await store
    .selectFrom("tally")
    .select("counts")
    .where("model", "=", model)
    .where("version", "=", version)
    .where("day", "=", day)
    .executeTakeFirst();
  return row?.counts ?? null;
}

/** Forget the tallies of a model's day: of one version, or of each but some. */
export async function dropTallies(
  store: Store,
  { model, day, only, except }: { model: string; day: number; only?: string; except?: string[] },
): Promise<void> {
  await store
    .deleteFrom("tally")
    .where("model", "=", model)
    .where("day", "=", day)
    .$if(only !== undefined, (query) => query.where("version", "=", only!))
    .$if(except !== undefined && except.length > 0, (query) => query.where("version", "not in", except!))
    .execute();
}

/** Forget the tallies of days that ended before a time, and the pages that were looked at before yesterday. */
export async function forgetTallies(store: Store, before: number, now: number): Promise<void> {
  await store.deleteFrom("tally").where("day", "<", startOfDay(before)).execute();
  await store
    .deleteFrom("page_view")
    .where("day", "<", startOfDay(now) - DAY)
    .execute();
}
