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

/** What remembers cannot be reached now, or has no room: nothing that was to be stored has been acknowledged. */
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
 * Kinds of faults by the code of PostgreSQL, SQLite, TLS or the system, in words for anybody: no address, no name, no
 * path. All of them pass once somebody or something has seen to them, so whatever they stopped may be sent again.
 *
 * Sources: https://www.postgresql.org/docs/current/errcodes-appendix.html, https://www.sqlite.org/rescode.html,
 * https://nodejs.org/api/tls.html#x509-certificate-error-codes
 */
const KINDS: [code: RegExp, words: string][] = [
  [/^28...$/, "the database refuses the user or the password"],
  [/^3D000$/, "the server has no database of this name"],
  [/^(42501|25006)$/, "the database does not allow this user to write"],
  [/^(53...|57...)$/, "the database has no resources left or is stopping"],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT).*/, "the disk is full"],
  [/^SQLITE_(CORRUPT|NOTADB|FORMAT).*/, "the file of the store is damaged"],
  [/^SQLITE_(BUSY|LOCKED|PROTOCOL).*/, "another process keeps the file of the store locked"],
  [
    /^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH).*|EACCES|EPERM|EROFS|ENOTDIR|EEXIST|EISDIR)$/,
    "the folder of the store cannot be written",
  ],
  [/^SQLITE_(IOERR|NOLFS).*/, "the disk of the store fails"],
  [/^(ERR_TLS|ERR_SSL|.*CERT|.*SELF_SIGNED|UNABLE_TO_|EPROTO).*/, "the certificate of the database is not trusted"],
  [/^(08...|E[A-Z_]+)$/, "the server of the database cannot be reached"],
];

/** What node-postgres says without a code. */
const TEXTS: [message: RegExp, words: string][] = [
  // libSQL gives no code for a file that it cannot open.
  [/^ConnectionFailed/, "the folder of the store cannot be written"],
  [/does not support SSL/i, "the database does not support TLS, which the address wants"],
  [
    /connection terminated|timeout exceeded|query read timeout|connection error|not queryable|cannot use a pool/i,
    "the server of the database cannot be reached",
  ],
];

function kindOf(error: unknown): string | undefined {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const [, words] =
    KINDS.find(([pattern]) => pattern.test(String(code ?? ""))) ??
    TEXTS.find(([pattern]) => pattern.test(String(message ?? ""))) ??
    [];
  return words;
}

/** Whether an error of a database says that it is away, rather than that a query was wrong. */
export function isAway(error: unknown): boolean {
  return kindOf(error) !== undefined;
}

/** Why a store is away, in words for anybody. */
export function causeInWords({ cause }: StoreAwayError): string {
  return kindOf(cause) ?? "the store cannot be opened";
}
