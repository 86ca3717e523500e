/**
 * A table scored by DuckDB, on all cores: the SELECT that `export --format sql --dialect duckdb` prints, over the file and
 * into another. Arguments: the table, the answer, the file with the SELECT, which reads from `houses`.
 */
import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";

const [table, scored, select] = process.argv.slice(2);
const quoted = (path) => `'${path.replaceAll("'", "''")}'`;
const connection = await (await DuckDBInstance.create()).connect();
await connection.run(`CREATE VIEW houses AS SELECT * FROM read_csv(${quoted(table)})`);
const query = readFileSync(select, "utf8").trim().replace(/;$/, "");
await connection.run(`COPY (${query}) TO ${quoted(scored)} (HEADER)`);
