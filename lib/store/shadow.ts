import { setImmediate } from "node:timers/promises";
import { listModelsOf } from "./models";
import type { Store } from "./store";
import type { ModelVersion, ShadowRow } from "./tables";

/** Rows in one statement, as SQLite lets nobody answer meanwhile; and as many keys as one expression names there. */
const ROWS = 200;

/** Two versions of a model: the one that answered, and the one that answered in shadow. */
export interface ShadowPair extends ModelVersion {
  challenger: string;
}

/** A shadow answer with what the log has of the prediction: nothing where it is not there any more. */
export interface ShadowAnswer extends ShadowRow {
  low: number | null;
  high: number | null;
  inputs: string | null;
}

/** Add what challengers answered. One that is there already is left as it is. */
export async function addShadows(store: Store, rows: readonly ShadowRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS) {
    await store
      .insertInto("shadow")
      .values(rows.slice(start, start + ROWS))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** The shadow answers of a challenger beside a champion, the newest first, up to so many. */
export async function readShadows(
  store: Store,
  { model, version, challenger }: ShadowPair,
  most: number,
): Promise<ShadowAnswer[]> {
  const found: ShadowAnswer[] = [];
  let last = { at: Number.MAX_SAFE_INTEGER, id: "" };
  for (;;) {
    const page = await store
      .selectFrom("shadow")
      .leftJoin("prediction", (join) =>
        join
          .onRef("prediction.model", "=", "shadow.model")
          .onRef("prediction.at", "=", "shadow.at")
          .onRef("prediction.id", "=", "shadow.id"),
      )
      .selectAll("shadow")
      .select(["prediction.low", "prediction.high", "prediction.inputs"])
      .where("shadow.model", "=", model)
      .where("shadow.version", "=", version)
      .where("shadow.challenger", "=", challenger)
      .where((where) => where(where.refTuple("shadow.at", "shadow.id"), "<", where.tuple(last.at, last.id)))
      .orderBy("shadow.at", "desc")
      .orderBy("shadow.id", "desc")
      .limit(Math.min(ROWS, most - found.length))
      .execute();
    found.push(...page);
    if (page.length < ROWS || found.length >= most) return found;
    last = page.at(-1)!;
    await setImmediate();
  }
}

/** What a challenger answered to predictions, by their ids; of some there is nothing. */
export async function findShadows(
  store: Store,
  { model, challenger }: Pick<ShadowPair, "model" | "challenger">,
  places: readonly Pick<ShadowRow, "at" | "id">[],
): Promise<Map<string, ShadowRow>> {
  const found = new Map<string, ShadowRow>();
  for (let start = 0; start < places.length; start += ROWS) {
    const rows = await store
      .selectFrom("shadow")
      .selectAll()
      .where(({ and, or }) =>
        or(places.slice(start, start + ROWS).map(({ at, id }) => and({ model, at, id, challenger }))),
      )
      .execute();
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}

/** Forget the shadow answers before a time, a few at once so that answers go between. */
export async function forgetShadows(store: Store, before: number): Promise<void> {
  for (const model of await listModelsOf(store, "shadow")) {
    for (let left = true; left;) {
      const old = store.selectFrom("shadow").select(["at", "id"]).where("model", "=", model).where("at", "<", before);
      const rows = await old.orderBy("at").orderBy("id").limit(ROWS).execute();
      const last = rows.at(-1);
      left = rows.length === ROWS;
      if (!last) break;
      await store
        .deleteFrom("shadow")
        .where("model", "=", model)
        .where((where) => where(where.refTuple("at", "id"), "<=", where.tuple(last.at, last.id)))
        .execute();
      await setImmediate();
    }
  }
}
