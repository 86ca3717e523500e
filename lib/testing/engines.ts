import { DuckDBInstance, DuckDBTimestampValue } from "@duckdb/node-api";
import Database from "libsql";
import type pg from "pg";
import type { Model } from "../model/model";
import type { Input } from "../model/spec";
import { exportText, type Answer, type TableRow } from "./exports";

/** For tests only: tables of a model's inputs in each database, and what its SELECT answers, in their order. */

/** The level of the intervals. */
export const LEVEL = 0.9;

type Types = Record<Input["kind"], string>;
type Answered = (Answer & TableRow)[];

/** Columns of a table for a model's inputs, after `id`, with the type for each kind. */
function columnsOf({ spec }: Model, types: Types): string {
  return ["id integer", ...spec.inputs.map(({ name, kind }) => `"${name}" ${types[kind]}`)].join(", ");
}

const POSTGRES: Types = {
  number: "double precision",
  integer: "numeric",
  boolean: "boolean",
  category: "text",
  date: "timestamp",
};

/** @param client of a database with a schema called odd, in which there is no table for this model yet */
export async function askPostgres(client: pg.Client, model: Model, rows: TableRow[]): Promise<Answered> {
  const table = `odd.${model.spec.id} rows`;
  const quoted = `odd."${model.spec.id} rows"`;
  await client.query(`create table ${quoted} (${columnsOf(model, POSTGRES)})`);
  const arrays = ["int", ...model.spec.inputs.map(({ kind }) => POSTGRES[kind])];
  await client.query(
    `insert into ${quoted} select * from unnest(${arrays.map((type, index) => `$${index + 1}::${type}[]`).join(", ")})`,
    [rows.map((_, index) => index), ...model.spec.inputs.map(({ name }) => rows.map((row) => row[name]))],
  );
  const { rows: answers } = await client.query(
    exportText(model, { format: "sql", dialect: "postgres", table, level: String(LEVEL) }),
  );
  return answers.sort((a, b) => a.id - b.id);
}

// Whole numbers are stored as integers there, whose quotient would be one too.
const SQLITE: Types = {
  number: "real",
  integer: "integer",
  boolean: "integer",
  category: "text collate nocase",
  date: "text",
};

export async function askSqlite(model: Model, rows: TableRow[]): Promise<Answered> {
  const database = new Database(":memory:");
  database.exec(`create table "rows" (${columnsOf(model, SQLITE)})`);
  const insert = database.prepare(
    `insert into "rows" values (${["?", ...model.spec.inputs.map(() => "?")].join(", ")})`,
  );
  database.exec("begin");
  rows.forEach((row, index) => {
    const values = model.spec.inputs.map(({ name }) => row[name]!);
    insert.run(
      index,
      ...values.map((value) => (typeof value === "boolean" ? Number(value) : Number.isNaN(value) ? null : value)),
    );
  });
  database.exec("commit");
  const select = exportText(model, { format: "sql", dialect: "sqlite", table: "rows", level: String(LEVEL) });
  return database.prepare(select).all() as Answered;
}

const DUCKDB: Types = {
  number: "double",
  integer: "double",
  boolean: "boolean",
  category: "varchar",
  date: "timestamp",
};
const microseconds = (iso: string) => BigInt(Date.parse(iso.includes("T") ? `${iso}Z` : iso)) * 1000n;

export async function askDuckDb(model: Model, rows: TableRow[]): Promise<Answered> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  try {
    await connection.run(`create table "rows" (${columnsOf(model, DUCKDB)})`);
    const appender = await connection.createAppender("rows");
    rows.forEach((row, index) => {
      appender.appendInteger(index);
      for (const { name, kind } of model.spec.inputs) {
        const value = row[name]!;
        if (value === null) appender.appendNull();
        else if (typeof value === "boolean") appender.appendBoolean(value);
        else if (kind === "date") appender.appendTimestamp(new DuckDBTimestampValue(microseconds(String(value))));
        else if (typeof value === "string") appender.appendVarchar(value);
        else appender.appendDouble(value);
      }
      appender.endRow();
    });
    appender.closeSync();
    const select = exportText(model, { format: "sql", dialect: "duckdb", table: "rows", level: String(LEVEL) });
    const answers = (await connection.runAndReadAll(select)).getRowObjects() as unknown as Answered;
    return answers.sort((a, b) => Number(a.id) - Number(b.id));
  } finally {
    connection.closeSync();
  }
}
