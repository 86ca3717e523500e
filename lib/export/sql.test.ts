import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LARGEST } from "../formula/range";
import type { Model } from "../model/model";
import { predict } from "../model/answer/predict";
import { postgresRunsHere, startPostgres, type Postgres } from "../testing/postgres";
import { askDuckDb, askPostgres, askSqlite, LEVEL } from "../testing/engines";
import {
  expectedAnswer,
  expectSameAnswers,
  exportedModels,
  randomRows,
  type Answer,
  type TableRow,
} from "../testing/exports";

const ROWS = 10_000;
const models = await exportedModels();
/** A model that knows its rows refuses numbers that large; SQL does not compute with them for the others either. */
const isLarge = (row: TableRow) => Object.values(row).some((value) => Math.abs(Number(value)) > LARGEST);
const tables = models.map((model) => {
  const rows = randomRows(model, ROWS).filter((row) => model.evidence || !isLarge(row));
  return { model, rows, expected: rows.map((row) => expectedAnswer(model, row, LEVEL)) };
});

test("what the answers are compared with is what predict says", () => {
  for (const { model, rows, expected } of tables) {
    for (let index = 0; index < rows.length; index += 100) {
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
function expectAsPredict(ask: Ask): void {
  test.each(tables.map((table) => [table.model.spec.id, table] as const))(
    "%s: 10,000 rows as predict answers them",
    async (_, { model, rows, expected }) => {
      const answers = await ask(model, rows);
      expectSameAnswers(rows, answers, expected);
      const names = ["id", ...model.spec.inputs.map(({ name }) => name), "estimate", "low", "high"];
      expect(Object.keys(answers[0]!)).toEqual(names);
      expect(answers.map(({ id }) => Number(id))).toEqual(rows.map((_row, index) => index));
    },
    60_000,
  );
}

describe.skipIf(!postgresRunsHere)("the SELECT for PostgreSQL", () => {
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

  expectAsPredict((model, rows) => askPostgres(client, model, rows));
});

describe("the SELECT for SQLite", () => expectAsPredict(askSqlite));

describe("the SELECT for DuckDB", () => expectAsPredict(askDuckDb));
