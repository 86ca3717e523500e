import { afterEach, describe, expect, it } from "vitest";
import { app } from "../../app";
import { readiness } from "../../../service/readiness";
import { RELEASE } from "../../../service/release";
import { startApp, stopApp } from "../../../testing/app";
import { house, toRequest } from "../../../testing/api";

/**
 * Bodies written after MLflow's own text, and the answers that it promises.
 *
 * Source: https://mlflow.org/docs/latest/ml/deployment/deploy-model-locally/
 */
const HOUSE = "/invocations?model=house-price";
const SALARY = "/invocations?model=salary";

const second = { ...house, bedrooms: 4, basement: false };
const columns = Object.keys(house) as (keyof typeof house)[];

async function invoke(body: unknown, { path = HOUSE, type = "application/json" } = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const response = await app.request(path, toRequest({ name: "", status: 0, type, body: text }));
  return { status: response.status, type: response.headers.get("content-type"), body: await response.json() };
}

/** What the API itself says of a row. */
async function estimate(row: object): Promise<number | null> {
  const request = toRequest({ name: "", status: 0, body: JSON.stringify(row) });
  return (await (await app.request("/api/models/house-price/predict", request)).json()).estimate;
}

describe("the scoring server", () => {
  afterEach(() => {
    readiness.draining = false;
  });

  it.each(["/ping", "/health"])("%s answers with an empty line while predictions can be asked for", async (path) => {
    const response = await app.request(path);
    expect([response.status, await response.text()]).toEqual([200, "\n"]);
  });

  it("is not well while the process stops", async () => {
    readiness.draining = true;
    const response = await app.request("/ping");
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      error_code: "TEMPORARILY_UNAVAILABLE",
      message: "this process is stopping",
    });
  });

  it("tells its version as text", async () => {
    expect(await (await app.request("/version")).text()).toBe(RELEASE);
  });
});

describe("an invocation", () => {
  const split = { columns, data: [house, second].map((row) => columns.map((name) => row[name])) };
  const lists = Object.fromEntries(columns.map((name) => [name, [house[name], second[name]]]));
  const csv = [columns.join(","), ...split.data.map((row) => row.join(","))].join("\n");

  it.each<[string, unknown]>([
    ["dataframe_split", { dataframe_split: split }],
    ["dataframe_split with an index", { dataframe_split: { index: [0, 1], ...split } }],
    ["dataframe_records", { dataframe_records: [house, second] }],
    ["instances", { instances: [house, second] }],
    ["inputs as a list of objects", { inputs: [house, second] }],
    ["inputs as an object of lists", { inputs: lists }],
    ["parameters beside them", { dataframe_records: [house, second], params: { max_answer_len: 10 } }],
  ])("takes %s", async (_, body) => {
    const { status, type, body: answer } = await invoke(body);
    expect([status, type]).toEqual([200, "application/json"]);
    expect(answer).toEqual({ predictions: [await estimate(house), await estimate(second)] });
    expect(answer.predictions[0]).toBeCloseTo(90242.690714523, 8);
  });

  it.each(["text/csv", "application/csv", "text/csv; charset=utf-8"])("takes CSV as %s", async (type) => {
    const { status, body } = await invoke(csv, { type });
    expect([status, body]).toEqual([200, { predictions: [await estimate(house), await estimate(second)] }]);
  });

  it("takes CSV as pandas writes it, with an index and Python's booleans", async () => {
    const row = "0,6000,3,2,2,False,True,1";
    const { body } = await invoke(`,${columns.join(",")}\r\n${row}\r\n`, { type: "text/csv" });
    expect(body).toEqual({ predictions: [await estimate(house)] });
  });

  it("takes one row as an object of values", async () => {
    expect((await invoke({ inputs: house })).body).toEqual({ predictions: [await estimate(house)] });
  });

  it("drops columns that the model does not know, as MLflow does", async () => {
    const { body } = await invoke({ dataframe_records: [{ ...house, street: "Elm", id: 7 }] });
    expect(body).toEqual({ predictions: [await estimate(house)] });
  });

  it("has null for a row that is refused", async () => {
    const { status, body } = await invoke({ dataframe_records: [{ ...house, area: 50000, bedrooms: 1 }, house] });
    expect([status, body]).toEqual([200, { predictions: [null, await estimate(house)] }]);
  });

  it("gives the textbook salary to every digit", async () => {
    const dataframe_split = { columns: ["experience", "test_score", "interview_score"], data: [[2, 9, 6]] };
    expect((await invoke({ dataframe_split }, { path: SALARY })).body.predictions[0]).toBeCloseTo(52062.76112208, 8);
  });

  const oneOf = "the body must be an object with exactly one of dataframe_split, dataframe_records, instances, inputs";
  it.each<[string, unknown, string]>([
    ["the format before MLflow 2", { columns: ["area"], data: [[6000]] }, oneOf],
    ["two formats at once", { instances: [house], inputs: [house] }, oneOf],
    ["a list", [house], oneOf],
    ["a null", null, oneOf],
    [
      "bare numbers",
      { instances: [[6000, 3, 2]] },
      "instances must be objects, since a list does not say which number is which",
    ],
    ["numbers alone", { inputs: [1, 2] }, "inputs must be objects, since a list does not say which number is which"],
    ["text", { inputs: "house" }, "inputs must be a list of objects, or an object of lists"],
    ["records that are none", { dataframe_records: house }, "dataframe_records must be a list of objects"],
    [
      "a split without columns",
      { dataframe_split: { data: [[1]] } },
      "dataframe_split must be an object with the lists columns and data",
    ],
    ["ragged rows", { dataframe_split: { columns, data: [[1]] } }, "each row of data must be as long as columns"],
    ["ragged columns", { inputs: { ...lists, parking: [1] } }, "the lists of inputs must be of the same length"],
    ["a missing column", { dataframe_records: [{ ...house, parking: undefined }] }, "garage places is required"],
    [
      "one bad row of two",
      { instances: [house, { ...house, bedrooms: 11 }] },
      "row 2: bedrooms must be between 1 and 10",
    ],
    [
      "a derived feature that disagrees",
      { instances: [{ ...house, area_per_bedroom: 1 }] },
      "area per bedroom must equal area / bedrooms, which is 2,000 sq ft, or be left out",
    ],
    ["too many rows", { instances: Array(1001).fill(house) }, "there must be at most 1,000 rows in one call"],
    ["no JSON", "{", "the body must be a JSON object in UTF-8"],
  ])("refuses %s as a bad request that says what is needed", async (_, body, message) => {
    const refused = { status: 400, type: "application/json", body: { error_code: "BAD_REQUEST", message } };
    expect(await invoke(body)).toEqual(refused);
  });

  it.each([
    ["a missing cell", `${columns.join(",")}\n6000,3,2,2,0,1,\n`, "garage places is required"],
    [
      "a ragged line",
      `${columns.join(",")}\n6000,3\n`,
      "the body must be CSV: the names of the inputs, and lines with as many values",
    ],
    [
      "an open quote",
      `${columns.join(",")}\n"6000`,
      "the body must be CSV: the names of the inputs, and lines with as many values",
    ],
    [
      "too many lines",
      csv + `\n${split.data[0]!.join(",")}`.repeat(1000),
      "there must be at most 1,000 rows in one call",
    ],
  ])("refuses CSV with %s", async (_, body, message) => {
    const refused = { status: 400, body: { error_code: "BAD_REQUEST", message } };
    expect(await invoke(body, { type: "text/csv" })).toMatchObject(refused);
  });

  it("answers an empty table with no predictions", async () => {
    expect((await invoke({ dataframe_records: [] })).body).toEqual({ predictions: [] });
    expect((await invoke(columns.join(","), { type: "text/csv" })).body).toEqual({ predictions: [] });
  });

  it("refuses another content type", async () => {
    const { status, body } = await invoke("{}", { type: "text/plain" });
    expect([status, body.error_code]).toEqual([415, "BAD_REQUEST"]);
    expect(body.message).toBe("the content type must be application/json or text/csv");
  });

  it("refuses CSV that is too large or not in UTF-8", async () => {
    expect((await invoke("x".repeat(2 ** 20 + 1), { type: "text/csv" })).status).toBe(413);
    const bytes = new Uint8Array([0xff, 0xfe, 0x61]);
    const response = await app.request(HOUSE, toRequest({ name: "", status: 0, type: "text/csv", body: bytes }));
    expect([response.status, (await response.json()).message]).toEqual([415, "the body must be in UTF-8"]);
  });
});

describe("the model of an invocation", () => {
  afterEach(stopApp);

  it("must be named where there are several", async () => {
    const { status, body } = await invoke({ instances: [house] }, { path: "/invocations" });
    expect(status).toBe(400);
    expect(body.message).toBe("the model must be named, as in /invocations?model=house-price");
  });

  it("is DEFAULT_MODEL where none is named", async () => {
    const { app: one } = await startApp({ DEFAULT_MODEL: "house-price" });
    const ask = async (path: string) =>
      (await one.request(path, toRequest({ name: "", status: 0, body: '{"instances": []}' }))).status;
    expect(await ask("/invocations")).toBe(200);
    expect(await ask(SALARY)).toBe(200);
    expect(await ask("/invocations?model=nowhere")).toBe(404);
  });

  it("that is not there is an error in MLflow's words", async () => {
    const { status, body } = await invoke({ instances: [house] }, { path: "/invocations?model=nowhere" });
    const message = "the id must be one of those that GET /api/models lists";
    expect([status, body]).toEqual([404, { error_code: "RESOURCE_DOES_NOT_EXIST", message }]);
  });
});
