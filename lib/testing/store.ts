import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "./postgres";
import { openStore, type Place, type Store } from "../store/store";

/** A kind of store to run the same tests against. */
export interface TestedStore {
  place: Place;
  /** Open it, as another process would. */
  open(): Promise<Store>;
  remove(): Promise<void>;
}

export { historyOf, prediction, report } from "./store-rows";

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
