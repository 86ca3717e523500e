import { setImmediate } from "node:timers/promises";
import type { Span } from "./days";
import type { Versions } from "./predictions";
import type { Store } from "./store";
import type { OutcomeRow } from "./tables";

export type Report = Omit<OutcomeRow, "revision">;

/**
 * What became of a report: new; what is known already; in the place of what was said before; or not taken, since the
 * receipt has had `MOST_REVISIONS`.
 */
export type Recorded = "stored" | "known" | "corrected" | "spent";

/** How many reports of a kind one receipt takes, the first and its corrections: rows are only ever added. */
export const MOST_REVISIONS = 20;

/** How often to try again when another instance records on the same receipt at the same moment. */
const ATTEMPTS = 5;

/**
 * Record reports, all of them or none. When this returns, they are committed: on the disk, or in the database.
 *
 * The same report twice is one, so that whoever is in doubt can send it again. Another value for the same receipt is a
 * correction: it holds from then on, and what was said before is kept beside it.
 *
 * @param pause is waited for before each report, so that others get their turn between many
 * @returns for each report in turn what became of it
 */
export async function recordOutcomes(
  store: Store,
  reports: Report[],
  pause: () => Promise<void> | undefined = () => undefined,
): Promise<Recorded[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.transaction().execute(async (transaction) => {
        const recorded: Recorded[] = [];
        for (const report of reports) {
          await pause();
          recorded.push(await record(transaction, report));
        }
        return recorded;
      });
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error;
    }
  }
}

async function record(store: Store, report: Report): Promise<Recorded> {
  const last = await store
    .selectFrom("outcome")
    .select(["revision", "actual", "opinion", "date", "note"])
    .where("receipt", "=", report.receipt)
    .where("kind", "=", report.kind)
    .orderBy("revision", "desc")
    .limit(1)
    .executeTakeFirst();
  if (last && (["actual", "opinion", "date", "note"] as const).every((name) => last[name] === report[name])) {
    return "known";
  }
  if (last && last.revision >= MOST_REVISIONS) return "spent";
  await store
    .insertInto("outcome")
    .values({ ...report, revision: (last?.revision ?? 0) + 1 })
    .execute();
  return last ? "corrected" : "stored";
}

/** Two took the same revision, or PostgreSQL found them waiting for each other. */
function isConflict(error: unknown): boolean {
  return /^(23505|40001|40P01|SQLITE_CONSTRAINT_PRIMARYKEY)$/.test(String((error as { code?: unknown }).code));
}

/** How many rows are held at once while many are read; others have their turn after each page. */
const PAGE = 250;

/**
 * What holds now about a model's estimates of a span of time, oldest estimate first, some in memory at once: of
 * each receipt the last revision.
 *
 * @param withWeight whether to look up how many predictions the estimate's own row of the log stands for: `logged`, null
 *   where it has none
 */
export async function* readOutcomes(
  store: Store,
  { model, only, except }: Versions,
  kind: OutcomeRow["kind"],
  { from, to }: Span,
  withWeight = false,
): AsyncGenerator<OutcomeRow & { logged?: number | null }> {
  let last = { predicted_at: from, receipt: "" };
  for (;;) {
    const page = await store
      .selectFrom("outcome")
      .selectAll()
      .$if(withWeight, (query) =>
        query.select(({ selectFrom }) =>
          selectFrom("prediction")
            .select("weight")
            .whereRef("prediction.model", "=", "outcome.model")
            .whereRef("prediction.at", "=", "outcome.predicted_at")
            .whereRef("prediction.id", "=", "outcome.receipt")
            .as("logged"),
        ),
      )
      .where("model", "=", model)
      .$if(only !== undefined, (query) => query.where("version", "=", only!))
      .$if(except !== undefined, (query) => query.where("version", "<>", except!))
      .where("kind", "=", kind)
      .where((where) =>
        where(where.refTuple("predicted_at", "receipt"), ">", where.tuple(last.predicted_at, last.receipt)),
      )
      .where("predicted_at", "<", to)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("outcome as later")
              .select("later.revision")
              .whereRef("later.receipt", "=", "outcome.receipt")
              .whereRef("later.kind", "=", "outcome.kind")
              .whereRef("later.revision", ">", "outcome.revision"),
          ),
        ),
      )
      .orderBy("predicted_at")
      .orderBy("receipt")
      .limit(PAGE)
      .execute();
    yield* page;
    if (page.length < PAGE) return;
    last = page.at(-1)!;
    await setImmediate();
  }
}

/** When something was first reported about an estimate, by what holds now. */
export async function readFirstReport(store: Store, { receipt, kind }: OutcomeRow): Promise<number> {
  const { reported_at } = await store
    .selectFrom("outcome")
    .select("reported_at")
    .where("receipt", "=", receipt)
    .where("kind", "=", kind)
    .where("revision", "=", 1)
    .executeTakeFirstOrThrow();
  return reported_at;
}

/** How many receipts of a model an outcome is known of, for estimates of a span of time. */
export async function countOutcomes(
  store: Store,
  model: string,
  kind: OutcomeRow["kind"],
  { from, to }: Span,
): Promise<number> {
  const { count } = await store
    .selectFrom("outcome")
    .select(({ fn }) => fn.count<number>("receipt").as("count"))
    .where("model", "=", model)
    .where("kind", "=", kind)
    .where("revision", "=", 1)
    .where("predicted_at", ">=", from)
    .where("predicted_at", "<", to)
    .executeTakeFirstOrThrow();
  return Number(count);
}
