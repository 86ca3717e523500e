import { accessSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  SelectQueryNode,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
} from "kysely";

/** The file in `DATA_DIR`. */
export const FILE = "glasshouse.db";

/** How long to wait while another process writes, and how often to look whether it is done. */
const PATIENCE_MILLISECONDS = 5_000;
const PAUSE_MILLISECONDS = 5;

/**
 * A file in a folder: nothing to install, and it survives `kill -9` and power cuts, since each transaction is on the
 * disk (`synchronous=FULL`) before it is acknowledged. Several processes of one machine may share it.
 *
 * @throws the fault of the system or of SQLite where the folder cannot be made, or the file cannot be opened and written
 */
export async function openSqlite(folder: string): Promise<SqliteDialect> {
  const { default: Database } = await import("libsql");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await refuseEmpty(join(folder, FILE));
  const database = new Database(join(folder, FILE));
  try {
    await patiently(() => {
      database.exec(
        "PRAGMA busy_timeout = 0; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON",
      );
      // A file that may only be read opens all the same.
      database.exec("BEGIN IMMEDIATE; COMMIT");
    });
  } catch (error) {
    database.close();
    throw error;
  }
  return new PatientDialect(database);
}

/** How long another process may take to write the first page of a new store. */
const FIRST_PAGE_MILLISECONDS = 2_000;

/**
 * A file that is there and stays empty was cut. To SQLite it is a new store, in which no key protects anything.
 *
 * @throws with the code of a damaged file
 */
async function refuseEmpty(file: string): Promise<void> {
  for (const deadline = performance.now() + FIRST_PAGE_MILLISECONDS; ;) {
    if (statSync(file, { throwIfNoEntry: false })?.size !== 0) return;
    if (performance.now() > deadline) break;
    await sleep(PAUSE_MILLISECONDS);
  }
  throw Object.assign(new Error("the file of the store is empty"), { code: "SQLITE_CORRUPT" });
}

/**
 * Copy the file of a folder to a new one, which only its owner may read, since keys are in it. The copy is the store at
 * one moment, and nobody who writes to the store meanwhile has to wait.
 *
 * Source: https://www.sqlite.org/lang_vacuum.html, "VACUUM with an INTO clause"
 *
 * @throws the fault of the system or of SQLite where there is no file, or the copy exists or cannot be written
 */
export async function copySqlite(folder: string, file: string): Promise<void> {
  const { default: Database } = await import("libsql");
  accessSync(join(folder, FILE));
  writeFileSync(file, "", { flag: "wx", mode: 0o600 });
  const database = new Database(join(folder, FILE));
  try {
    database.exec(`PRAGMA busy_timeout = ${PATIENCE_MILLISECONDS}`);
    database.prepare("VACUUM INTO ?").run(file);
  } catch (error) {
    rmSync(file);
    throw error;
  } finally {
    database.close();
  }
}

function isBusy(error: unknown): boolean {
  return /^SQLITE_BUSY/.test(String((error as { code?: unknown }).code));
}

/**
 * Try again while another connection writes. SQLite's own busy timeout would do the same and let nothing else of this
 * process run meanwhile, not even what the other connection waits for if it is ours.
 */
async function patiently(work: () => void): Promise<void> {
  for (const deadline = performance.now() + PATIENCE_MILLISECONDS; ;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
    }
    await sleep(PAUSE_MILLISECONDS);
  }
}

type Database = SqliteDatabase & { exec(sql: string): void; inTransaction: boolean };

class PatientDialect extends SqliteDialect {
  #database;
  constructor(database: Database) {
    super({ database });
    this.#database = database;
  }
  override createDriver() {
    return new PatientDriver(this.#database);
  }
  override createAdapter() {
    return new LockingAdapter();
  }
}

/**
 * Whatever writes takes the lock first, so that a transaction meets another process at its beginning or not at all: one
 * that begins by reading and then writes is refused at once, however patient, if another has written in between. And
 * a statement of libsql that was refused keeps its place until it is collected; `exec` leaves none behind.
 *
 * Source: https://www.sqlite.org/isolation.html
 */
class PatientDriver extends SqliteDriver {
  #database;
  constructor(database: Database) {
    super({ database });
    this.#database = database;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      streamQuery: (query, size) => connection.streamQuery(query, size),
      executeQuery: async (query) => {
        if (this.#database.inTransaction || SelectQueryNode.is(query.query)) return connection.executeQuery(query);
        await this.beginTransaction();
        try {
          const result = await connection.executeQuery(query);
          await this.commitTransaction();
          return result as never;
        } catch (error) {
          await this.rollbackTransaction();
          throw error;
        }
      },
    };
  }

  override async beginTransaction(): Promise<void> {
    await patiently(() => this.#database.exec("BEGIN IMMEDIATE"));
  }
  override async commitTransaction(): Promise<void> {
    this.#database.exec("COMMIT");
  }
  /** What is in the log beside the file goes into the file, so that a copy of the file is a copy of the store. */
  override async destroy(): Promise<void> {
    // Another process may be in the way, or the disk full; then it stays in the log.
    await patiently(() => this.#database.exec("PRAGMA wal_checkpoint(TRUNCATE)")).catch(() => undefined);
    await super.destroy();
  }
  /** Some errors, such as a full disk, have rolled back already. */
  override async rollbackTransaction(): Promise<void> {
    if (this.#database.inTransaction) this.#database.exec("ROLLBACK");
  }
}

/** Migrations run in such a transaction, whose lock keeps other processes out until they are done. */
class LockingAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
