import { randomUUID } from "node:crypto";
import type { Store } from "./store";
import type { AlertEventRow, ModelVersion } from "./tables";

/** The rules of a version of a model whose alerts stand, each with since when, in milliseconds since 1970. */
export type Standing = Record<string, number>;

/** That an alert fired or was cleared. */
export type AlertChange = Pick<AlertEventRow, "rule" | "event" | "at" | "detail">;

export async function readStanding(store: Store, { model, version }: ModelVersion): Promise<Standing> {
  const rows = await store
    .selectFrom("standing_alert")
    .select(["rule", "since"])
    .where("model", "=", model)
    .where("version", "=", version)
    .execute();
  return Object.fromEntries(rows.map(({ rule, since }) => [rule, since]));
}

/**
 * Keep which alerts of a version stand now, and note what changed. Of several who found the same change at once, one
 * notes it: so each alert fires once.
 *
 * @param tell whether somebody is to be told of the changes
 */
export async function recordAlerts(
  store: Store,
  { model, version }: ModelVersion,
  { before, after, changes }: { before: Standing; after: Standing; changes: AlertChange[] },
  tell: boolean,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const ours = new Set<string>();
    for (const [rule, since] of Object.entries(after)) {
      if (rule in before) continue;
      const query = transaction
        .insertInto("standing_alert")
        .values({ model, version, rule, since })
        .onConflict((conflict) => conflict.doNothing());
      if (await query.returning("rule").executeTakeFirst()) ours.add(rule);
    }
    for (const rule of Object.keys(before)) {
      if (rule in after) continue;
      const query = transaction
        .deleteFrom("standing_alert")
        .where("model", "=", model)
        .where("version", "=", version)
        .where("rule", "=", rule);
      if (await query.returning("rule").executeTakeFirst()) ours.add(rule);
    }
    const events = changes.filter(({ rule }) => ours.has(rule));
    if (events.length === 0) return;
    await transaction
      .insertInto("alert_event")
      .values(
        events.map((event) => ({
          ...event,
          id: randomUUID(),
          model,
          version,
          attempts: 0,
          next_at: tell ? event.at : null,
          told_at: null,
        })),
      )
      .execute();
  });
}

/** What changed last, the newest first; of all models unless one is named, and of every version. */
export async function listAlertEvents(store: Store, limit: number, model?: string): Promise<AlertEventRow[]> {
  return store
    .selectFrom("alert_event")
    .selectAll()
    .$if(model !== undefined, (query) => query.where("model", "=", model!))
    .orderBy("at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
}

/**
 * The oldest event that somebody is to be told of now, if there is one. Whoever gets it has until `next` to tell: then
 * it is anybody's again, so that none is lost with the instance that took it.
 */
export async function takeAlertEvent(
  store: Store,
  now: number,
  next: (attempts: number) => number,
): Promise<AlertEventRow | undefined> {
  const due = await store
    .selectFrom("alert_event")
    .selectAll()
    .where("next_at", "<=", now)
    .orderBy("next_at")
    .limit(1)
    .executeTakeFirst();
  if (!due) return undefined;
  return store
    .updateTable("alert_event")
    .set({ attempts: due.attempts + 1, next_at: next(due.attempts + 1) })
    .where("id", "=", due.id)
    .where("attempts", "=", due.attempts)
    .returningAll()
    .executeTakeFirst();
}

/** Note that somebody was told of an event, or that it is given up. */
export async function settleAlertEvent(store: Store, id: string, told_at: number | null): Promise<void> {
  await store.updateTable("alert_event").set({ told_at, next_at: null }).where("id", "=", id).execute();
}
