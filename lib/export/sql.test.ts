import { DuckDBInstance, DuckDBTimestampValue } from "@duckdb/node-api";
import Database from "libsql";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Model } from "../model/model";
import { predict } from "../model/answer/predict";
import type { Input } from "../model/spec";
import { postgresRunsHere, startPostgres, type Postgres } from "../testing/postgres";
import { exportText } from "../testing/exports";
import {
  expectedAnswer,
  expectSameAnswers,
  exportedModels,
  randomRows,
  type Answer,
  type TableRow,
} from "../testing/exports";

const ROWS = 10_000;
const LEVEL = 0.9;
const models = await exportedModels();
const tables = models.map((model) => {
  const rows = randomRows(model, ROWS);
  return { model, rows, expected: rows.map((row) => expectedAnswer(model, row, LEVEL)) };
});

test("what the answers are compared with is what predict says", () => {
  for (const { model, rows, expected } of tables) {
    for (let index = 0; index < ROWS; index += 100) {
      const inputs = model.schema.safeParse(rows[index]);
      const prediction = inputs.success ? predict(model, inputs.data, { level: LEVEL }) : undefined;
      const interval = prediction?.estimate != null ? prediction.interval : null;
      expect(expected[index]).toEqual({
        estimate: prediction?.estimate ?? null,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      });
    }
  }
});

type Ask = (model: Model, rows: TableRow[]) => Promise<(Answer & TableRow)[]>;

/** An engine answers for each model's table as `predict` does, and gives the table's own columns back. */
function expectAsPredict(ask: () => Ask): void {
  test.each(tables.map((table) => [table.model.spec.id, table] as const))(
    "%s: 10,000 rows as predict answers them",
    async (_, { model, rows, expected }) => {
      const answers = await ask()(model, rows);
      expectSameAnswers(rows, answers, expected);
      const names = ["id", ...model.spec.inputs.map(({ name }) => name), "estimate", "low", "high"];
      expect(Object.keys(answers[0]!)).toEqual(names);
      expect(answers.map(({ id }) => Number(id))).toEqual(rows.map((_row, index) => index));
    },
    60_000,
  );
}

/** Columns of a table for a model's inputs, after `id`, with the type for each kind. */
function columnsOf({ spec }: Model, types: Record<Input["kind"], string>): string {
  return ["id integer", ...spec.inputs.map(({ name, kind }) => `"${name}" ${types[kind]}`)].join(", ");
}

describe.skipIf(!postgresRunsHere)("the SELECT for PostgreSQL", () => {
  const TYPES = {
    number: "double precision",
    integer: "numeric",
    boolean: "boolean",
    category: "text",
    date: "timestamp",
  };
  let postgres: Postgres;
  let client: pg.Client;
  beforeAll(async () => {
    postgres = await startPostgres();
    client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query("create schema odd");
  }, 120_000);
  afterAll(async () => {
    await client?.end();
    await postgres?.remove();
  });

  expectAsPredict(() => async (model, rows) => {
    const table = `odd.${model.spec.id} rows`;
    const quoted = `odd."${model.spec.id} rows"`;
    await client.query(`create table ${quoted} (${columnsOf(model, TYPES)})`);
    const arrays = ["int", ...model.spec.inputs.map(({ kind }) => TYPES[kind])];
    await client.query(
      `insert into ${quoted} select * from unnest(${arrays.map((type, index) => `$${index + 1}::${type}[]`).join(", ")})`,
      [rows.map((_, index) => index), ...model.spec.inputs.map(({ name }) => rows.map((row) => row[name]))],
    );
    const { rows: answers } = await client.query(
      exportText(model, { format: "sql", dialect: "postgres", table: table, level: String(LEVEL) }),
    );
    return answers.sort((a, b) => a.id - b.id);
  });
});

describe("the SELECT for SQLite", () => {
  // Whole numbers are stored as integers there, whose quotient would be one too.
  const TYPES = {
    number: "real",
    integer: "integer",
    boolean: "integer",
    category: "text collate nocase",
    date: "text",
  };
  expectAsPredict(() => async (model, rows) => {
    const database = new Database(":memory:");
    database.exec(`create table "rows" (${columnsOf(model, TYPES)})`);
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
    return database
      .prepare(exportText(model, { format: "sql", dialect: "sqlite", table: "rows", level: String(LEVEL) }))
      .all() as (Answer & TableRow)[];
  });
});

const microseconds = (iso: string) => BigInt(Date.parse(iso.includes("T") ? `${iso}Z` : iso)) * 1000n;

describe("the SELECT for DuckDB", () => {
  const TYPES = { number: "double", integer: "double", boolean: "boolean", category: "varchar", date: "timestamp" };
  expectAsPredict(() => async (model, rows) => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    try {
      await connection.run(`create table "rows" (${columnsOf(model, TYPES)})`);
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
      const reader = await connection.runAndReadAll(
        exportText(model, { format: "sql", dialect: "duckdb", table: "rows", level: String(LEVEL) }),
      );
      const answers = reader.getRowObjects() as unknown as (Answer & TableRow)[];
      return answers.sort((a, b) => Number(a.id) - Number(b.id));
    } finally {
      connection.closeSync();
    }
  });
});
