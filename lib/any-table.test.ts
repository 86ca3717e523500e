import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { app as App } from "./api/app";
import { readRecords } from "./csv/read-records";
import { openTable } from "./csv/table";
import type { Dialect } from "./csv/dialect";
import { predict } from "./model/answer/predict";
import { acceptValue, mayBeMissing } from "./model/inputs/kinds";
import { foldText } from "./model/inputs/levels";
import { readText, readValue, writeText } from "./model/inputs/text";
import type { Input } from "./model/spec";
import type { Model } from "./model/model";
import { decideTable } from "./scoring/decide-table";
import { startApp, stopApp } from "./testing/app";
import { askDuckDb, askPostgres, askSqlite, LEVEL } from "./testing/engines";
import { expectedAnswer, type Answer, type TableRow } from "./testing/exports";
import { askPython, hasPython, loadTypeScript } from "./testing/modules";
import { postgresRunsHere, startPostgres, type Postgres } from "./testing/postgres";
import { publishTable } from "./testing/publish-table";
import { anyTable, textsOf, type AnyTable, type Meaning } from "./testing/tables/any-table";
import { TrainingTable } from "./training/table";

/** Any table goes from `new` to a model of which every door gives the same answers, to nine digits. */

const TABLES = 16;
/** Rows of each table that the doors are asked. */
const ROWS = 40;
const NONE: Answer = { estimate: null, low: null, high: null };

interface Asked {
  /** As the table has it. */
  texts: string[];
  /** As JSON has it. */
  sent: TableRow;
  expected: Answer;
}

interface Published {
  table: AnyTable;
  model: Model;
  folder: string;
  file: string;
  dialect: Dialect;
  asked: Asked[];
}

const headerOf = ({ spec }: Model, name: string) => spec.training!.columns[name] ?? name;
const tables = fc.sample(anyTable, { seed: 13, numRuns: TABLES });
const cases = tables.map((table, index) => [index, table.name] as const);
const published: Promise<Published>[] = [];
let directory: string;
let app: typeof App;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "glasshouse-any-"));
  stopApp();
  for (const [index, table] of tables.entries()) {
    published[index] = publish(table, `any-${index}`);
    await published[index].catch(() => undefined);
  }
  ({ app } = await startApp({ MODEL_DIR: directory }));
}, 120_000);
afterAll(async () => {
  stopApp();
  await rm(directory, { recursive: true });
});

async function publish(table: AnyTable, id: string): Promise<Published> {
  const { cells, headers, target } = table;
  const { model, folder } = await publishTable(table.file(cells.map((row) => textsOf(table, row))), {
    target: target.trim(),
    id,
    directory,
  });
  const rows = [...cells.slice(0, ROWS).map((row) => textsOf(table, row)), ...oddRows(table, model)];
  // What is known of a file is known of all of it, so the other rows stand in it, too.
  const file = table.file([...rows, ...cells.slice(ROWS).map((row) => textsOf(table, row))]);
  const { header } = await decideTable(model.spec, await openTable([Buffer.from(file)]), {});
  const { missing } = model.spec.training!;
  const asked = rows.map((texts): Asked => {
    const sent: TableRow = {};
    for (const input of model.spec.inputs) {
      const column = header.names.indexOf(headerOf(model, input.name));
      const value = readValue(input, texts[column]!, { dialect: header.dialect, column, missing });
      if (value !== undefined) sent[input.name] = value as Meaning;
      else if (mayBeMissing(input)) sent[input.name] = null;
    }
    return { texts, sent, expected: expectedAnswer(model, sent, LEVEL) };
  });
  expect(headers.length).toBe(header.names.length);
  return { table, model, folder, file, dialect: header.dialect, asked };
}

/** Rows of the table with a blank in the place of one value, and with levels that it does not have. */
function oddRows(table: AnyTable, { spec, ...model }: Model): string[][] {
  const { headers, cells, unknown } = table;
  const change = (position: number, text: string, row: number) =>
    textsOf(table, cells[row % cells.length]!).map((own, column) => (column === position ? text : own));
  return spec.inputs.flatMap((input, index) => {
    const position = headers.findIndex((header) => header.trim() === headerOf({ spec, ...model }, input.name));
    const strange = unknown.get(headers[position]!);
    return [
      change(position, "", 3 * index),
      ...(strange === undefined ? [] : [change(position, strange, 3 * index + 1)]),
    ];
  });
}

/** The same to nine digits, row by row; messages name the row. */
function expectSame({ asked }: Published, answers: Answer[]): void {
  expect(answers).toHaveLength(asked.length);
  const near = (given: number | null, wanted: number | null) =>
    given === null || wanted === null ? given === wanted : Math.abs(given - wanted) <= 1e-9 * Math.abs(wanted) + 1e-12;
  const different = asked.flatMap(({ expected, texts, sent }, index) => {
    const { estimate, low, high } = answers[index]!;
    const same = near(estimate, expected.estimate) && near(low, expected.low) && near(high, expected.high);
    return same ? [] : [{ texts, sent, expected, given: { estimate, low, high } }];
  });
  expect(different.slice(0, 2), `${different.length} of ${asked.length} rows differ`).toEqual([]);
}

function expectEstimates(given: (number | null)[], wanted: (number | null)[]): void {
  expect(given).toHaveLength(wanted.length);
  given.forEach((estimate, row) => {
    if (estimate === null || wanted[row] === null) expect(estimate).toBe(wanted[row]);
    else expect(Math.abs(estimate - wanted[row]!)).toBeLessThanOrEqual(1e-9 * Math.abs(wanted[row]!) + 1e-12);
  });
}

async function post(path: string, body: string, type: string): Promise<string> {
  const response = await app.request(path, { method: "POST", headers: { "content-type": type }, body });
  const text = await response.text();
  expect(response.status, text.slice(0, 500)).toBe(200);
  return text;
}

interface JsonAnswer {
  estimate: number | null;
  interval?: { low: number; high: number } | null;
}
const ofJson = ({ estimate, interval }: JsonAnswer): Answer =>
  estimate === null ? NONE : { estimate, low: interval?.low ?? null, high: interval?.high ?? null };

/** A category's level as the model lists it, as exports want it; what is no input's is left as it is. */
function listed(model: Model, sent: TableRow): TableRow {
  return Object.fromEntries(
    model.spec.inputs.map((input) => {
      const value = sent[input.name] ?? null;
      return [input.name, acceptValue(input, value) ?? value];
    }),
  );
}

const isSame = (input: Input, read: unknown, means: Meaning): boolean => {
  if (means === null || read === null || read === undefined)
    return read === means || (read === undefined && means === null);
  if (input.kind === "category") return foldText(String(read)) === foldText(String(means));
  if (typeof read === "number") return Math.abs(read - Number(means)) <= 1e-12 * Math.abs(read);
  return read === means;
};

test.each(cases)("table %i is read as it is meant: %s", async (index) => {
  const { table, model, folder, asked } = await published[index]!;
  const { spec } = model;
  const positions = spec.inputs.map(({ name }) =>
    table.headers.findIndex((header) => header.trim() === headerOf(model, name)),
  );
  const inputs = positions.map((position) => table.headers[position]);
  expect(inputs).toEqual(expect.arrayContaining(table.useful));
  const meant = (row: AnyTable["cells"][number], column: number) => row.get(table.headers[positions[column]!]!)!;

  // When it is scored.
  asked.slice(0, ROWS).forEach(({ sent }, row) => {
    spec.inputs.forEach((input, column) => {
      const { means, text } = meant(table.cells[row]!, column);
      expect(isSame(input, sent[input.name], means), `${input.name} ${text}: ${String(sent[input.name])}`).toBe(true);
    });
  });

  // When it is trained on.
  const rows = table.cells.filter((row) => row.get(table.target)!.means !== null);
  const outcomes: number[] = [];
  const encoded: number[] = [];
  for await (const chunk of new TrainingTable(join(folder, "training.csv"), spec).examples()) {
    outcomes.push(...chunk.actual.subarray(0, chunk.count));
    encoded.push(...chunk.encoded.subarray(0, chunk.count * spec.inputs.length));
  }
  expect(outcomes).toEqual(rows.map((row) => row.get(table.target)!.means));
  rows.forEach((row, at) => {
    const codes = encoded.slice(at * spec.inputs.length, (at + 1) * spec.inputs.length);
    const read = model.reading.decode(codes);
    spec.inputs.forEach((input, column) => {
      const { means, text } = meant(row, column);
      expect(isSame(input, read[input.name], means), `${input.name} ${text}: ${String(read[input.name])}`).toBe(true);
    });
  });
});

describe.each(cases)("the answers for table %i", (index) => {
  test("as a form has its values", async () => {
    const { model, asked, ...others } = await published[index]!;
    const answers = asked.map(({ sent }): Answer => {
      const parsed = model.schema.safeParse(sent);
      const texts = parsed.success ? writeText(model.spec, parsed.data) : {};
      const read = model.schema.safeParse(readText(model.spec, texts));
      expect(read.success).toBe(parsed.success);
      return read.success ? ofJson(predict(model, read.data, { level: LEVEL })) : NONE;
    });
    expectSame({ model, asked, ...others }, answers);
  });

  test("as people type them as the table has them", async () => {
    const { table, model, dialect, asked } = await published[index]!;
    // A form does not know that a file has commas before decimals.
    if (dialect.decimalComma) return;
    for (const { texts, sent } of asked) {
      const fields = Object.fromEntries(
        model.spec.inputs.map(({ name }) => {
          return [name, texts[table.headers.findIndex((header) => header.trim() === headerOf(model, name))]];
        }),
      );
      const read = readText(model.spec, fields);
      for (const input of model.spec.inputs) {
        const value = acceptValue(input, read[input.name]);
        // Two readings are refused; one is never another than that of the file.
        if (value !== undefined) expect(value).toEqual(acceptValue(input, sent[input.name]));
      }
    }
  });

  test("in JSON, in lines of JSON and in MLflow's records", async () => {
    const all = await published[index]!;
    const rows = all.asked.map(({ sent }) => sent);
    const path = `/api/models/any-${index}/predict/batch?level=${LEVEL}`;
    const { results } = JSON.parse(await post(path, JSON.stringify({ rows }), "application/json"));
    expectSame(all, results.map(ofJson));
    const lines = await post(path, rows.map((row) => JSON.stringify(row)).join("\n"), "application/x-ndjson");
    expectSame(
      all,
      lines
        .split("\n")
        .slice(0, rows.length)
        .map((line) => ofJson(JSON.parse(line))),
    );
    // All rows must be valid there.
    const valid = rows.filter((row) => all.model.schema.safeParse(row).success);
    const records = JSON.stringify({ dataframe_records: valid });
    const { predictions } = JSON.parse(await post(`/invocations?model=any-${index}`, records, "application/json"));
    const estimates = valid.map((row) => expectedAnswer(all.model, row, LEVEL).estimate);
    expectEstimates(predictions, estimates);
    const [first] = valid;
    const one = await post(
      `/api/models/any-${index}/predict?level=${LEVEL}`,
      JSON.stringify(first),
      "application/json",
    );
    expect(ofJson(JSON.parse(one))).toEqual(expectedAnswer(all.model, first!, LEVEL));
  });

  test("in the table as people have it, in MLflow's CSV too", async () => {
    const all = await published[index]!;
    const scored = await post(`/api/models/any-${index}/predict/batch?level=${LEVEL}`, all.file, "text/csv");
    const decimal = all.dialect.decimalComma ? "," : ".";
    const number = (text: string) => (text === "" ? null : Number(text.replace(decimal, ".")));
    const answers: Answer[] = [];
    for (const { names, record } of readRecords(scored, () => false)) {
      const [estimate, low, high] = ["estimate", "low", "high"].map((name) =>
        number(record.text(names.lastIndexOf(name))),
      );
      if (answers.push({ estimate: estimate!, low: low!, high: high! }) === all.asked.length) break;
    }
    expectSame(all, answers);

    const valid = all.asked.filter(({ sent }) => all.model.schema.safeParse(sent).success);
    const others = all.table.cells.slice(ROWS).map((row) => textsOf(all.table, row));
    const file = all.table.file([...valid.map(({ texts }) => texts), ...others]);
    const { predictions } = JSON.parse(await post(`/invocations?model=any-${index}`, file, "text/csv"));
    expectEstimates(
      predictions.slice(0, valid.length),
      valid.map(({ expected }) => expected.estimate),
    );
  });

  test("in SQLite, DuckDB, TypeScript and Python", async () => {
    const all = await published[index]!;
    const { model } = all;
    const rows = all.asked.map(({ sent }) => listed(model, sent));
    expectSame(all, await askSqlite(model, rows));
    expectSame(all, await askDuckDb(model, rows));
    const { predict: ask } = await loadTypeScript(model);
    const typescript = rows.map((row): Answer => {
      try {
        return ask(row);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        return NONE;
      }
    });
    expectSame(all, typescript);
    if (!hasPython) return console.warn("There is no python3: the Python is not tried.");
    expectSame(
      all,
      askPython(model, rows).map(({ fault, ...answer }) => (fault === undefined ? answer : NONE)),
    );
  });
});

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

  test.each(cases)("has the same answers for table %i", async (index) => {
    const all = await published[index]!;
    const rows = all.asked.map(({ sent }) => listed(all.model, sent));
    expectSame(all, await askPostgres(client, all.model, rows));
  });
});
