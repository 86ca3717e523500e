import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { app as App } from "./app";
import { house } from "../testing/api";
import { startApp, stopApp } from "../testing/app";
import { bareFilesOf, makeModelDir } from "../testing/model-dir";

/** A model with its coefficients alone, through every door: what is not known is null or empty, and nothing fails. */
let app: typeof App;
let estimateOfWhole: number;
beforeAll(async () => {
  stopApp();
  const whole = await (await startApp({})).app.request("/api/models/house-price/predict", asJson(house));
  estimateOfWhole = ((await whole.json()) as { estimate: number }).estimate;
  const MODEL_DIR = await makeModelDir(await bareFilesOf("house-price"));
  ({ app } = await startApp({ MODEL_DIR }));
});
afterAll(stopApp);

const send = (body: string, type: string) => ({ method: "POST", headers: { "content-type": type }, body });
const asJson = (value: unknown) => send(JSON.stringify(value), "application/json");
const names = Object.keys(house);
const values = Object.values(house);
const csv = `${names.join(",")}\n${values.map(Number).join(",")}\n`;

async function ask(path: string, init?: RequestInit): Promise<string> {
  const response = await app.request(path, init);
  const text = await response.text();
  expect({ path, status: response.status, text }).toMatchObject({ status: 200 });
  // An answer is data; code and documents may speak of these.
  if (!/export|openapi/.test(path)) expect(text).not.toMatch(/NaN|Infinity|undefined/);
  return text;
}

describe("a model that nobody has shown rows for", () => {
  it("is listed, and its card says what is not known", async () => {
    const { models } = JSON.parse(await ask("/api/models"));
    expect(models).toMatchObject([{ id: "house-price", interval: null, accuracy: null }]);
    expect(JSON.parse(await ask("/api/models/house-price"))).toMatchObject({
      fit: null,
      accuracy: null,
      influential: null,
      residualQuantiles: null,
      training: { rows: null, dataHash: null },
      coefficients: expect.arrayContaining([{ term: "parking", estimate: expect.any(Number) }]),
    });
  });

  it("estimates as the whole model does, without an interval, at any level, and says why", async () => {
    for (const query of ["", "?level=0.95"]) {
      const answer = JSON.parse(await ask(`/api/models/house-price/predict${query}`, asJson(house)));
      expect(answer).toMatchObject({ interval: null, confidence: null, baseline: null, contributions: null });
      expect(answer.intervalReason).toEqual({ code: "no_evidence", detail: expect.stringContaining("not known") });
      expect(answer.estimate).toBe(estimateOfWhole);
    }
  });

  it("answers batches of JSON, lines of JSON and CSV, where low, high and within_10 stay empty", async () => {
    const batch = JSON.parse(await ask("/api/models/house-price/predict/batch", asJson({ rows: [house] })));
    expect(batch.results).toMatchObject([{ estimate: estimateOfWhole, interval: null }]);
    const lines = await ask(
      "/api/models/house-price/predict/batch",
      send(`${JSON.stringify(house)}\n`, "application/x-ndjson"),
    );
    expect(JSON.parse(lines.split("\n")[0]!)).toMatchObject({ estimate: estimateOfWhole, interval: null });
    const table = await ask("/api/models/house-price/predict/batch", send(csv, "text/csv"));
    expect(table.split("\n")[1]).toMatch(new RegExp(`,${estimateOfWhole},,,,,$`));
  });

  it("answers MLflow, and Open Inference without the outputs of an interval", async () => {
    const split = { dataframe_split: { columns: names, data: [values] } };
    expect(JSON.parse(await ask("/invocations", asJson(split)))).toEqual({ predictions: [estimateOfWhole] });
    const metadata = JSON.parse(await ask("/v2/models/house-price"));
    const outputs = ["estimate", "refusal", "warnings"];
    expect(metadata.outputs.map(({ name }: { name: string }) => name)).toEqual(outputs);
    const inputs = Object.entries(house).map(([name, value]) => {
      return { name, shape: [1], datatype: "FP64", data: [Number(value)] };
    });
    const inferred = JSON.parse(await ask("/v2/models/house-price/infer", asJson({ inputs })));
    expect(inferred.outputs.map(({ name }: { name: string }) => name)).toEqual(outputs);
  });

  it("is exported in every form, with nulls in the place of an interval", async () => {
    const sql = await ask("/api/models/house-price/export?format=sql&dialect=postgres&table=houses");
    expect(sql).toContain("the model has no interval, so low and high are null");
    expect(await ask("/api/models/house-price/export?format=typescript")).toContain("low: null, high: null");
    expect(await ask("/api/models/house-price/export?format=python")).toContain(
      "Prediction(estimate, None, None, None)",
    );
    expect(JSON.parse(await ask("/api/models/house-price/export?format=json")).artifact.evidence).toBeNull();
  });

  it("is documented, and ready", async () => {
    await ask("/api/openapi.json");
    await ask("/api/health/ready");
    await ask("/v2/models/house-price/ready");
  });
});
