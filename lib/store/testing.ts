import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../testing/postgres";
import { openStore, type Place, type Store } from "./store";
import type { OutcomeRow, PredictionRow } from "./tables";

/** A kind of store to run the same tests against. */
export interface TestedStore {
  place: Place;
  /** Open it, as another process would. */
  open(): Promise<Store>;
  remove(): Promise<void>;
}

async function inSqlite(): Promise<TestedStore> {
  const DATA_DIR = await mkdtemp(join(tmpdir(), "glasshouse-store-"));
  const place = { DATA_DIR };
  return {
    place,
    open: () => openStore(place),
    remove: () => rm(DATA_DIR, { recursive: true, force: true, maxRetries: 5 }),
  };
}

async function inPostgres(): Promise<TestedStore> {
  const postgres = await startPostgres();
  const place = { DATABASE_URL: postgres.url };
  return { place, open: () => openStore(place), remove: () => postgres.remove() };
}

export const dialects = { SQLite: inSqlite, PostgreSQL: inPostgres };

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
