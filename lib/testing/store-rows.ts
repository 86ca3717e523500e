import type { Store } from "../store/store";
import type { packVersion } from "../store/published-models";
import type { OutcomeRow, PredictionRow } from "../store/tables";

/** A row of the log, but for what is told. */
export function prediction(changes: Partial<PredictionRow> = {}): PredictionRow {
  return {
    model: "house-price",
    at: 1_000,
    id: "a",
    version: "0123456789ab",
    inputs: '{"area":6000}',
    estimate: 90_242.69,
    low: 68_295.16,
    high: 112_190.22,
    level: 0.8,
    refusal: null,
    warnings: "[]",
    weight: 1,
    ...changes,
  };
}

/** A report of an outcome, but for what is told. */
export function report(changes: Partial<OutcomeRow> = {}): Omit<OutcomeRow, "revision"> {
  return {
    receipt: "a",
    kind: "actual",
    reported_at: 1_700_000_000_000,
    model: "house-price",
    version: "0123456789ab",
    predicted_at: 1_000,
    inputs: '{"area":6000}',
    estimate: 90_242.69,
    low: 68_295.16,
    high: 112_190.22,
    level: 0.8,
    actual: 95_000,
    opinion: null,
    date: null,
    note: null,
    ...changes,
  };
}

/** A version that is to be published, but for what is told. */
export function version(changes: Partial<Parameters<typeof packVersion>[0]> = {}): Parameters<typeof packVersion>[0] {
  return {
    model: "price",
    version: "a",
    revision: "r",
    spec: "{}",
    bundle: "{}",
    figures: "{}",
    origin: "files",
    author: "owner",
    note: null,
    made_at: 1,
    ...changes,
  };
}

/** Everything said about an estimate, in the order in which it was said. */
export async function historyOf(store: Store, receipt: string): Promise<OutcomeRow[]> {
  return store
    .selectFrom("outcome")
    .selectAll()
    .where("receipt", "=", receipt)
    .orderBy("reported_at")
    .orderBy("kind")
    .orderBy("revision")
    .execute();
}
