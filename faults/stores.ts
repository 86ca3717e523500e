import { Pool } from "pg";
import { startPostgres, type Postgres } from "../lib/testing/postgres";
import { openStore } from "../lib/store/store";
import { atTheEnd, newFolder } from "./owned";

/** A PostgreSQL of the run, which ends with it. */
export async function newPostgres(): Promise<Postgres> {
  // Its folder goes with the run's.
  newFolder();
  return startPostgres();
}

/** Ask a database once. */
export async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const pool = new Pool({ connectionString: url, max: 1 });
  pool.on("error", () => undefined);
  try {
    return (await pool.query<Row>(sql)).rows;
  } finally {
    await pool.end();
  }
}

/** How many of the outcomes that were acknowledged are not in the store with their value. */
export async function countLost(
  place: { DATABASE_URL?: string; DATA_DIR?: string },
  acknowledged: Map<string, number>,
): Promise<number> {
  const store = await openStore(place);
  const close = atTheEnd(() => void store.destroy());
  try {
    const stored = await store.selectFrom("outcome").select(["receipt", "actual"]).execute();
    const kept = new Set(stored.map(({ receipt, actual }) => `${receipt} ${actual}`));
    return [...acknowledged].filter(([id, actual]) => !kept.has(`${id} ${actual}`)).length;
  } finally {
    close();
  }
}
