import { existsSync } from "node:fs";
import { env } from "../env";
import { copySqlite } from "../store/sqlite";
import { CallError } from "./exit-codes";

/**
 * `backup <file>`: copy the store of `DATA_DIR` to a new file, as it is at one moment, while a server may write to it.
 *
 * @throws CallError where the store is not a file, or the copy would take the place of one
 */
export async function backup(file: string): Promise<void> {
  const { DATABASE_URL, DATA_DIR } = env();
  if (DATABASE_URL) throw new CallError("DATABASE_URL names a PostgreSQL: back it up with pg_dump");
  if (!DATA_DIR) throw new CallError("DATA_DIR is none: there is nothing to back up");
  if (existsSync(file)) throw new CallError(`${file} exists already: name a new file`);
  await copySqlite(DATA_DIR, file);
  process.stdout.write(`wrote ${file}\n`);
}
