import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { Kysely } from "kysely";
import { env } from "../env";
import { processState } from "../process-state";
import { isAway, NoStoreError, StoreAwayError } from "./faults";
import { migrate } from "./migrate";
import { openPostgres } from "./postgres";
import { FILE, openSqlite } from "./sqlite";
import type { Tables } from "./tables";

/** What remembers: one set of queries, over SQLite or PostgreSQL. */
export type Store = Kysely<Tables>;

/** Where a store is: a database by its URL, or a folder for a file; neither is nowhere. */
export interface Place {
  DATABASE_URL?: string;
  DATA_DIR?: string;
  /** Whether somebody has chosen the folder. */
  DATA_DIR_IS_SET?: boolean;
}

/** What the system says of a folder that it does not let us make. */
const NO_PLACE = ["EROFS", "EACCES", "EPERM"];

/**
 * Open a store and bring its tables up to date. So there is no step to forget between a release and its first request,
 * and `npm run migrate` is for those who give the server's database user no right to change tables.
 *
 * @throws NoStoreError where nothing is configured, and the folder that is taken then cannot be made
 * @throws StoreAwayError for whatever else goes wrong: what a store remembers must not count as never remembered, since
 *   the keys that protect a model are in it
 */
export async function openStore(place: Place): Promise<Store> {
  const { DATABASE_URL, DATA_DIR } = place;
  if (!DATABASE_URL && !DATA_DIR) throw new NoStoreError();
  try {
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
  } catch (error) {
    throw isNowhere(place, error) ? new NoStoreError(error) : new StoreAwayError(error);
  }
}

/** Whether nobody has named a place, and there is none where one is made by default, as on a disk for reading only. */
function isNowhere({ DATABASE_URL, DATA_DIR, DATA_DIR_IS_SET }: Place, error: unknown): boolean {
  if (DATABASE_URL || DATA_DIR_IS_SET || existsSync(DATA_DIR!)) return false;
  return NO_PLACE.includes(String((error as NodeJS.ErrnoException).code));
}

/** Stores by their place: two connections of one process to one SQLite file could wait for each other for ever. */
function placeNow() {
  const { DATABASE_URL, DATA_DIR, DATA_DIR_IS_SET } = env();
  const stores = processState("stores", () => new Map<string, Promise<Store>>());
  return { DATABASE_URL, DATA_DIR, DATA_DIR_IS_SET, stores, name: DATABASE_URL ?? DATA_DIR ?? "" };
}

/**
 * Whether there is a store to read. What only reads need not make one: a command that scores a table leaves no file behind.
 * Where that cannot be seen, opening it tells why.
 */
export function isStoreMade(): boolean {
  const { DATABASE_URL, DATA_DIR } = env();
  if (DATABASE_URL || !DATA_DIR) return true;
  try {
    statSync(join(DATA_DIR, FILE));
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ENOENT";
  }
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
  const store = await currentStore();
  try {
    return await work(store);
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
