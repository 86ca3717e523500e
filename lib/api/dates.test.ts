import { afterAll, beforeAll, expect, test } from "vitest";
import { predict, type Estimated } from "../model/answer/predict";
import { exampleInputs } from "../model/inputs/example";
import { startApp, stopApp } from "../testing/app";
import { dated } from "../testing/exports";
import { filesOf, makeModelDir, type ModelFiles } from "../testing/model-dir";
import type { app as App } from "./app";

/** Every door takes a date by its ISO text, tables take it as people write it, and each refuses what is none. */
const model = await dated();
const inputs = { ...exampleInputs(model), sold: "2015-06-30", at: "2012-03-04T15:30" };
const expected = (predict(model, inputs) as Estimated).estimate;

let app: typeof App;
beforeAll(async () => {
  stopApp();
  const { spec, bundle } = model;
  const files = { spec: { ...spec, $schema: undefined }, bundle } as unknown as ModelFiles;
  ({ app } = await startApp({ MODEL_DIR: await makeModelDir(await filesOf("house-price"), files) }));
});
afterAll(stopApp);

async function post(path: string, body: string, type = "application/json") {
  const response = await app.request(path, { method: "POST", headers: { "content-type": type }, body });
  return { status: response.status, text: await response.text() };
}
const predictOf = (sent: object) => post("/api/models/dated/predict", JSON.stringify(sent));

test("POST predict takes ISO dates, and names what a date needs", async () => {
  const { estimate } = JSON.parse((await predictOf(inputs)).text);
  expect(estimate).toBeCloseTo(expected, 9);
  const { status, text } = await predictOf({ ...inputs, sold: "03/04/2015" });
  expect(status).toBe(422);
  expect(text).toContain("sold on must be written as 2015-04-03, since it could be 3 Apr 2015 or 4 Mar 2015");
});

test("a batch of CSV takes dates as people write them", async () => {
  const { year, gain } = inputs as Record<string, unknown>;
  const cells = ["2015-06-30", "30.06.2015", "6/30/2015", "2015-06-30 00:00:00", "30 Jun 2015"];
  const lines = cells.map((sold) => `${sold},2012-03-04 15:30:00,${year},${gain}`);
  const { text } = await post(
    "/api/models/dated/predict/batch",
    `sold,at,year,gain\n${lines.join("\n")}\n`,
    "text/csv",
  );
  const [, ...answers] = text.trim().split("\n");
  expect(answers).toHaveLength(cells.length);
  for (const answer of answers) expect(Number(answer.split(",")[4])).toBeCloseTo(expected, 9);
});

test("Open Inference has dates as BYTES, and MLflow as texts", async () => {
  const announced = (await (await app.request("/v2/models/dated")).json()).inputs as {
    name: string;
    datatype: string;
  }[];
  expect(announced.map(({ datatype }) => datatype)).toEqual(["BYTES", "BYTES", "INT64", "FP64"]);
  const tensors = announced.map((tensor) => ({
    ...tensor,
    shape: [1],
    data: [(inputs as Record<string, unknown>)[tensor.name]],
  }));
  const inferred = JSON.parse((await post("/v2/models/dated/infer", JSON.stringify({ inputs: tensors }))).text);
  expect(inferred.outputs[0].data[0]).toBeCloseTo(expected, 9);
  const scored = await post("/invocations?model=dated", JSON.stringify({ dataframe_records: [inputs] }));
  expect(JSON.parse(scored.text).predictions[0]).toBeCloseTo(expected, 9);
});

test("GET model and the OpenAPI document describe a date", async () => {
  const card = await (await app.request("/api/models/dated")).json();
  expect(card.inputs[0]).toMatchObject({
    kind: "date",
    min: "1950-01-01",
    max: "2049-12-31",
    training: { min: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
  });
  const document = await (await app.request("/api/openapi.json")).text();
  expect(document).toContain('"format":"date"');
  expect(document).toContain('"format":"date-time"');
  expect(document).toContain("1 Jan 1950 to 31 Dec 2049.");
});
