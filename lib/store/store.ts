import { Kysely } from "kysely";
import { env } from "../env";
import { processState } from "../process-state";
import { isAway, NoStoreError, StoreAwayError } from "./faults";
import { migrate } from "./migrate";
import { openPostgres } from "./postgres";
import { openSqlite } from "./sqlite";
import type { Tables } from "./tables";

/** What remembers: one set of queries, over SQLite or PostgreSQL. */
export type Store = Kysely<Tables>;

/** Where a store is: a database by its URL, or a folder for a file; neither is nowhere. */
export type Place = { DATABASE_URL?: string; DATA_DIR?: string };

/**
 * Open a store and bring its tables up to date. So there is no step to forget between a release and its first request,
 * and `npm run migrate` is for those who give the server's database user no right to change tables.
 *
 * @throws NoStoreError where nothing is configured, or the folder cannot be written
 * @throws StoreAwayError where the database cannot be reached
 */
export async function openStore({ DATABASE_URL, DATA_DIR }: Place): Promise<Store> {
  if (!DATABASE_URL && !DATA_DIR) throw new NoStoreError();
  return telling(async () => {
    const store = new Kysely<Tables>({
      dialect: DATABASE_URL ? await openPostgres(DATABASE_URL) : await openSqlite(DATA_DIR!),
    });
    try {
      await migrate(store);
      return store;
    } catch (error) {
      await store.destroy();
      throw error;
    }
  });
}

/** Stores by their place: two connections of one process to one SQLite file could wait for each other for ever. */
function placeNow() {
  const { DATABASE_URL, DATA_DIR } = env();
  const stores = processState("stores", () => new Map<string, Promise<Store>>());
  return { DATABASE_URL, DATA_DIR, stores, name: DATABASE_URL ?? DATA_DIR ?? "" };
}

/** The store that the settings name, opened once; one that could not be opened is tried again by the next who asks. */
function currentStore(): Promise<Store> {
  const { stores, name, ...place } = placeNow();
  let store = stores.get(name);
  if (!store) {
    store = openStore(place);
    store.catch(() => stores.delete(name));
    stores.set(name, store);
  }
  return store;
}

/**
 * Do something with the store.
 *
 * @throws NoStoreError where there is none
 * @throws StoreAwayError where it cannot be reached; what was to be stored may be sent again
 */
export async function withStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
  return telling(async () => work(await currentStore()));
}

async function telling<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw isAway(error) ? new StoreAwayError(error) : error;
  }
}

/** Close the store of the settings, if it was opened. */
export async function closeStore(): Promise<void> {
  const { stores, name } = placeNow();
  const store = stores.get(name);
  stores.delete(name);
  await store?.then((opened) => opened.destroy()).catch(() => undefined);
}
