import { transform } from "esbuild";
import { expect, test } from "vitest";
import { faultsOf, readText } from "../model/inputs/schema";
import { predict } from "../model/answer/predict";
import { house, HOUSE, BATCH } from "../testing/api";
import { exportText } from "../testing/exports";
import { publishedModel } from "../testing/models";
import { app } from "./app";

/** The same rows through every door: each reads the same value of them, or has the same words for what is wrong. */
const model = await publishedModel("house-price");
const { code } = await transform(exportText(model, { format: "typescript" }), { loader: "ts", format: "esm" });
const exported = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
  predict(inputs: unknown): { estimate: number | null };
};

type Row = Record<string, unknown>;
type Answer = { estimate: number | null } | { fault: string };

async function post(path: string, body: string, type = "application/json"): Promise<{ status: number; text: string }> {
  const response = await app.request(path, { method: "POST", headers: { "content-type": type }, body });
  return { status: response.status, text: await response.text() };
}

const parse = <Body>(text: string) => JSON.parse(text) as Body;
type RowAnswer = Parameters<typeof ofRow>[0];
const ofRow = ({ estimate, errors }: { estimate: number; errors?: { detail: string }[] }): Answer =>
  errors ? { fault: errors[0]!.detail } : { estimate };
/** A message that speaks of several fields, or of rows, holds the words for one. */
const holding = (text: string): Answer => ({ fault: text });

/** What a cell or a field of a form holds for a value. */
const asText = (value: unknown) => (value === undefined || value === null ? "" : String(value));
const table = (row: Row) =>
  `${Object.keys(house).join(",")}\n${Object.keys(house)
    .map((name) => asText(row[name]))
    .join(",")}\n`;

const jsonDoors: Record<string, (row: Row) => Promise<Answer>> = {
  "predict in JSON": async (row) => {
    const { status, text } = await post(HOUSE, JSON.stringify(row));
    return status === 200 ? { estimate: parse<RowAnswer>(text).estimate } : ofRow(parse(text));
  },
  "a batch of JSON": async (row) =>
    ofRow(parse<{ results: RowAnswer[] }>((await post(BATCH, JSON.stringify({ rows: [row] }))).text).results[0]!),
  "lines of JSON": async (row) =>
    ofRow(parse((await post(BATCH, JSON.stringify(row), "application/x-ndjson")).text.split("\n")[0]!)),
  "MLflow's records": async (row) => mlflow(JSON.stringify({ dataframe_records: [row] })),
  "MLflow's split": async (row) =>
    mlflow(JSON.stringify({ dataframe_split: { columns: Object.keys(row), data: [Object.values(row)] } })),
  "MLflow's inputs": async (row) => {
    const columns = Object.entries(row).map(([name, value]) => [name, [value]]);
    return mlflow(JSON.stringify({ inputs: Object.fromEntries(columns) }));
  },
  "an export": async (row) => {
    try {
      return { estimate: exported.predict(row).estimate };
    } catch (error) {
      return { fault: (error as Error).message };
    }
  },
};
const textDoors: Record<string, (row: Row) => Promise<Answer>> = {
  "a form": async (row) => {
    const texts = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asText(value)]));
    const read = model.schema.safeParse(readText(model.spec, texts));
    return read.success ? predict(model, read.data) : { fault: faultsOf(read.error)[0]!.detail };
  },
  "a batch of CSV": async (row) => {
    const [, line] = (await post(BATCH, table(row), "text/csv")).text.split("\n");
    const [estimate, , , , , error] = line!.split(",").slice(7);
    return error ? holding(error.replaceAll('"', "")) : { estimate: Number(estimate) };
  },
  "MLflow's CSV": (row) => mlflow(table(row), "text/csv"),
};

async function mlflow(body: string, type?: string): Promise<Answer> {
  const { status, text } = await post("/invocations?model=house-price", body, type);
  return status === 200 ? { estimate: parse<{ predictions: number[] }>(text).predictions[0]! } : holding(text);
}

const { estimate } = predict(model, model.schema.parse(house));
const good: [string, Row][] = [
  ["a house", house],
  ["yes and no as true and false", { ...house, guest_rooms: false, basement: true }],
  ["yes and no as 1 and 0", { ...house, guest_rooms: 0, basement: 1 }],
];
const bad: [string, Row, string][] = [
  ["a number out of bounds", { ...house, bedrooms: 99 }, "bedrooms must be between 1 and 10"],
  ["half a bedroom", { ...house, bedrooms: 2.5 }, "bedrooms must be a whole number"],
  ["a word for a number", { ...house, area: "many" }, "lot area must be a number"],
];

for (const [door, ask] of Object.entries({ ...jsonDoors, ...textDoors })) {
  test.each(good)(`${door} reads %s as every other door does`, async (_, row) => {
    expect(await ask(row)).toMatchObject({ estimate });
  });
  test.each(bad)(`${door} has the same words for %s`, async (_, row, words) => {
    expect(await ask(row)).toEqual({ fault: expect.stringContaining(words) });
  });
}

const unsure = { ...house, basement: "maybe" };
for (const [door, ask] of Object.entries(jsonDoors)) {
  test.each([unsure, { ...house, basement: "yes" }])(`${door} takes true and false, and no words: %j`, async (row) => {
    expect(await ask(row)).toEqual({ fault: expect.stringContaining("finished basement must be true or false") });
  });
}

for (const [door, ask] of Object.entries(textDoors)) {
  test(`${door} needs yes or no where another word stands`, async () => {
    expect(await ask(unsure)).toEqual({ fault: expect.stringContaining("finished basement must be yes or no") });
  });
  test(`${door} has the same words for an empty cell`, async () => {
    const { area: _, ...others } = house;
    expect(await ask(others)).toEqual({ fault: expect.stringContaining("lot area is required") });
  });
  test(`${door} reads words for yes and no`, async () => {
    expect(await ask({ ...house, guest_rooms: "no", basement: "Yes" })).toMatchObject({ estimate });
  });
}
