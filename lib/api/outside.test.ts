import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seededRandom } from "../math/random";
import { predict, type Estimated } from "../model/answer/predict";
import type { Inputs } from "../model/inputs/value";
import { house } from "../testing/api";
import { startApp, stopApp } from "../testing/app";
import { startCommand } from "../testing/command";
import { filesOf, makeModelDir, type ModelFiles } from "../testing/model-dir";
import { makeSpec, publishedModel, trainModel } from "../testing/models";
import type { app as App } from "./app";

/** What every door says of a row outside the data, and of models whose outcomes hold zeros or stay above them. */
interface Seen {
  estimate: number | null;
  /** Undefined where a door has none, null where it says that there is none. */
  probability?: number | null;
  warnings?: string;
}

const houses = await publishedModel("house-price");
let app: typeof App;
let directory: string;
const random = seededRandom(8);
const target = { name: "y", label: "Outcome", unit: "USD" };
const [zeros, above] = [
  {
    target,
    inputs: [
      { name: "fare", label: "Fare", kind: "number" },
      { name: "payment", label: "Payment", kind: "category", levels: ["card", "cash"] },
    ],
    terms: ["fare", "payment"],
    id: "with-zeros",
  },
  { target, inputs: [{ name: "age", label: "Age", kind: "integer" }], terms: ["age"], id: "above-zero" },
];

async function files(changes: { id: string }, rows: { inputs: Inputs; actual: number }[]): Promise<ModelFiles> {
  const { bundle } = await trainModel(changes as never, rows);
  return { spec: makeSpec(changes as never), bundle } as unknown as ModelFiles;
}

beforeAll(async () => {
  const tips = Array.from({ length: 40 }, (_, row) => {
    const inputs = { fare: 5 + 20 * random(), payment: row % 2 === 0 ? "cash" : "card" };
    return { inputs, actual: row % 2 === 0 ? 0 : 0.2 * inputs.fare + random() };
  });
  const charges = Array.from({ length: 40 }, (_, row) => {
    const age = 18 + row;
    return { inputs: { age }, actual: Math.max(5, 300 * (age - 25) + 900 * random()) };
  });
  stopApp();
  directory = await makeModelDir(await filesOf("house-price"), await files(zeros!, tips), await files(above!, charges));
  ({ app } = await startApp({ MODEL_DIR: directory }));
});
afterAll(stopApp);

async function post(path: string, body: string, type = "application/json"): Promise<string> {
  const response = await app.request(path, { method: "POST", headers: { "content-type": type }, body });
  const text = await response.text();
  expect({ path, status: response.status, text }).toMatchObject({ status: 200 });
  return text;
}

type Answer = {
  estimate: number | null;
  confidence?: { probability: number } | null;
  fsd?: number | null;
  warnings: { detail: string }[];
};
function read({ estimate, confidence, fsd, warnings }: Answer): Seen {
  // A refusal has neither; where there is no probability there is no deviation.
  if (estimate === null || confidence === null) expect(fsd ?? null).toBeNull();
  const probability = estimate === null ? null : confidence && confidence.probability;
  return { estimate, probability, warnings: warnings.map(({ detail }) => detail).join("; ") };
}

const table = (row: Inputs) =>
  `${Object.keys(row).join(",")}\n${Object.values(row)
    .map((value) => (typeof value === "string" ? value : Number(value)))
    .join(",")}\n`;

/** The columns that were added, by name. Without a comma in a text, which no row here has but for quoted ones. */
function readTable(text: string, columns: number): Seen & { header: string[] } {
  const [head, line] = text.split("\n");
  const cells = [...line!.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell!.replaceAll('"', ""));
  const [estimate, , , within, warnings] = cells.slice(columns);
  const number = (cell: string | undefined) => (cell ? Number(cell) : null);
  return { header: head!.split(",").slice(columns), estimate: number(estimate), probability: number(within), warnings };
}

const doors: Record<string, (id: string, row: Inputs) => Promise<Seen>> = {
  predict: async (id, row) => read(JSON.parse(await post(`/api/models/${id}/predict`, JSON.stringify(row)))),
  "a batch of JSON": async (id, row) =>
    read(JSON.parse(await post(`/api/models/${id}/predict/batch`, JSON.stringify({ rows: [row] }))).results[0]),
  "lines of JSON": async (id, row) =>
    read(
      JSON.parse(
        (await post(`/api/models/${id}/predict/batch`, JSON.stringify(row), "application/x-ndjson")).split("\n")[0]!,
      ),
    ),
  "a batch of CSV": async (id, row) =>
    readTable(await post(`/api/models/${id}/predict/batch`, table(row), "text/csv"), Object.keys(row).length),
  "Open Inference": async (id, row) => {
    const inputs = Object.entries(row).map(([name, value]) =>
      typeof value === "string"
        ? { name, shape: [1], datatype: "BYTES", data: [value] }
        : { name, shape: [1], datatype: "FP64", data: [Number(value)] },
    );
    const { outputs } = JSON.parse(await post(`/v2/models/${id}/infer`, JSON.stringify({ inputs }))) as {
      outputs: { name: string; data: (number | string)[] }[];
    };
    const of = (...names: string[]) => outputs.find(({ name }) => names.includes(name))!.data[0]!;
    const number = (value: number | string) => (value === "NaN" ? null : Number(value));
    return {
      estimate: number(of("estimate")),
      probability: number(of("within_10", "within_tolerance")),
      warnings: String(of("warnings")),
    };
  },
  MLflow: async (id, row) => ({
    estimate: JSON.parse(await post(`/invocations?model=${id}`, JSON.stringify({ dataframe_records: [row] })))
      .predictions[0],
  }),
  "the command score": async (id, row) => {
    const child = startCommand(["score", join(directory, id)]);
    const out: Buffer[] = [];
    child.stdout.on("data", (bytes: Buffer) => out.push(bytes));
    child.stdin.end(table(row));
    await once(child, "close");
    return readTable(Buffer.concat(out).toString(), Object.keys(row).length);
  },
};

describe.each(Object.entries(doors))("%s", (_, ask) => {
  test("gives the same probability within the data", async () => {
    const expected = predict(houses, houses.schema.parse(house)) as Estimated;
    const { estimate, probability = expected.confidence!.probability, warnings = "" } = await ask("house-price", house);
    expect(estimate).toBeCloseTo(expected.estimate, 6);
    expect(probability).toBeCloseTo(expected.confidence!.probability, 10);
    expect(warnings).toBe("");
  });

  test.each([20_000, 30_000])(
    "has no probability for an area of %d, and an estimate with its warning",
    async (area) => {
      const { estimate, probability = null, warnings } = await ask("house-price", { ...house, area });
      expect(estimate).toBeGreaterThan(100_000);
      expect(probability).toBeNull();
      if (warnings !== undefined)
        expect(warnings).toContain("more than the largest value in the training data, 16,200 sq ft");
    },
  );

  test("has neither estimate nor probability for an area of 50,000", async () => {
    const { estimate, probability = null } = await ask("house-price", { ...house, area: 50_000 });
    expect({ estimate, probability }).toEqual({ estimate: null, probability: null });
  });

  test("gives the probability of being within an amount where outcomes are 0", async () => {
    const { estimate, probability = 0.5, warnings = "" } = await ask("with-zeros", { fare: 15, payment: "card" });
    expect(estimate).toBeGreaterThan(2);
    expect(probability).toBeGreaterThan(0);
    expect(probability).toBeLessThan(1);
    expect(warnings).toBe("");
  });

  test("warns of an estimate below 0 where every outcome was above", async () => {
    const { estimate, probability = null, warnings } = await ask("above-zero", { age: 19 });
    expect(estimate).toBeLessThan(0);
    expect(probability).toBeNull();
    if (warnings !== undefined) expect(warnings).toContain("the outcome of every training row is greater than 0");
  });
});

test("the column and the output are called within_tolerance where the tolerance is not 10%", async () => {
  const text = await post("/api/models/with-zeros/predict/batch", table({ fare: 15, payment: "card" }), "text/csv");
  expect(readTable(text, 2).header).toEqual(["estimate", "low", "high", "within_tolerance", "warnings", "error"]);
  const { outputs } = (await (await app.request("/v2/models/with-zeros")).json()) as { outputs: { name: string }[] };
  expect(outputs.map(({ name }) => name)).toEqual([
    "estimate",
    "low",
    "high",
    "within_tolerance",
    "refusal",
    "warnings",
  ]);
});

test("the card of a model with zeros has no shares of the outcome, and its documents are written", async () => {
  const card = await (await app.request("/api/models/with-zeros")).json();
  expect(card).toMatchObject({
    target: { tolerance: { absolute: expect.any(Number) } },
    accuracy: {
      mdape: null,
      within10: null,
      mdae: expect.any(Number),
      withinTolerance: expect.any(Number),
      ratio: null,
    },
  });
  for (const path of ["/api/models", "/api/openapi.json", "/api/models/with-zeros/export?format=json"]) {
    expect((await app.request(path)).status).toBe(200);
  }
});

test("an answer says what its probability is of", async () => {
  const answer = JSON.parse(
    await post("/api/models/with-zeros/predict", JSON.stringify({ fare: 15, payment: "card" })),
  );
  expect(answer).toMatchObject({ confidence: { relative: false, within: expect.any(Number) }, fsd: null });
  const priced = JSON.parse(await post("/api/models/house-price/predict", JSON.stringify(house)));
  expect(priced.confidence).toMatchObject({ relative: true, within: 0.1 });
  const level = "?level=0.6826894921370859";
  const { interval } = JSON.parse(await post(`/api/models/house-price/predict${level}`, JSON.stringify(house)));
  expect(priced.fsd).toBeCloseTo((interval.high - interval.low) / 2 / priced.estimate, 10);
});
