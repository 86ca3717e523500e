import { PostgresDialect } from "kysely";

/** Long enough for a database that wakes up, short enough for somebody who waits for an answer. */
const CONNECT_MILLISECONDS = 3_000;
const QUERY_MILLISECONDS = 10_000;
const CONNECTIONS = 5;

const BIGINT = 20;

/** A PostgreSQL database, which any number of instances may share. */
export async function openPostgres(url: string): Promise<PostgresDialect> {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    query_timeout: QUERY_MILLISECONDS,
    // A process that has nothing else to do may leave.
    allowExitOnIdle: true,
    types: {
      // Times are below 2^53, so they are exact as numbers.
      getTypeParser: (oid: number, format?: "text" | "binary") =>
        oid === BIGINT ? Number : pg.types.getTypeParser(oid, format as "text"),
    },
  });
  // A connection that breaks fails the query that uses it, and an idle one is replaced by the next; without listeners,
  // either would end the process.
  pool.on("error", () => undefined).on("connect", (client) => client.on("error", () => undefined));
  return new PostgresDialect({ pool });
}
