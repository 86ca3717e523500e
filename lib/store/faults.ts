/**
 * Both are known by their names: Next bundles a copy of this module beside that of server.ts, and the store of a process,
 * which they share, may throw the other's.
 */
function isCalled(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}

/** There is nothing to remember with: an operator has to say where. */
export class NoStoreError extends Error {
  static [Symbol.hasInstance](error: unknown) {
    return isCalled(error, "NoStoreError");
  }
  override name = "NoStoreError";
  constructor(cause?: unknown) {
    super("set DATABASE_URL to a PostgreSQL database, or DATA_DIR to a folder that can be written", { cause });
  }
}

/** What remembers cannot be reached now, or has no room: what was asked of it has not been acknowledged. */
export class StoreAwayError extends Error {
  static [Symbol.hasInstance](error: unknown) {
    return isCalled(error, "StoreAwayError");
  }
  override name = "StoreAwayError";
  constructor(cause: unknown) {
    super("the store cannot be reached", { cause });
  }
}

/**
 * Codes that pass: of PostgreSQL (connections lost, resources short, being shut down), of SQLite (locked for too
 * long, disk full or failing), and of the system on the way to a server.
 *
 * Sources: https://www.postgresql.org/docs/current/errcodes-appendix.html, https://www.sqlite.org/rescode.html
 */
const PASSING = /^(08...|53...|57P..|57014|SQLITE_(BUSY|FULL|IOERR|READONLY|CANTOPEN).*|E[A-Z]+)$/;

/** What node-postgres says without a code. */
const LOST =
  /connection terminated|timeout exceeded|query read timeout|connection error|not queryable|cannot use a pool/i;

/** Whether an error of a database says that it is away, rather than that it was asked for something wrong. */
export function isAway(error: unknown): boolean {
  const { code = "", message = "" } = error as { code?: unknown; message?: unknown };
  return PASSING.test(String(code)) || LOST.test(String(message));
}
