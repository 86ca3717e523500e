import pg from "pg";
import { expect, test } from "vitest";
import { postgresRunsHere, startPostgres } from "./postgres";

test.skipIf(!postgresRunsHere)(
  "a PostgreSQL starts, keeps its data over a stop and a start, and leaves nothing",
  async () => {
    const postgres = await startPostgres();
    const ask = async (sql: string) => {
      const client = new pg.Client({ connectionString: postgres.url });
      await client.connect();
      try {
        return (await client.query(sql)).rows;
      } finally {
        await client.end();
      }
    };
    try {
      await ask("create table remembered as select 1 as one");
      await postgres.stop();
      await expect(ask("select 1")).rejects.toThrow("ECONNREFUSED");
      await postgres.start();
      expect(await ask("select * from remembered")).toEqual([{ one: 1 }]);
    } finally {
      await postgres.remove();
    }
  },
  120_000,
);
