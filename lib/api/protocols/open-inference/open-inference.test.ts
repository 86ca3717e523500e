import { afterEach, describe, expect, it } from "vitest";
import { app } from "../../app";
import { readiness } from "../../../service/readiness";
import { RELEASE } from "../../../service/release";
import { house, toRequest } from "../../../testing/api";

/**
 * Requests written after the protocol's text, and the answers that it promises.
 *
 * Source: https://github.com/kserve/open-inference-protocol, specification/protocol/inference_rest.md
 */
const MODEL = "/v2/models/house-price";

async function get(path: string) {
  const response = await app.request(path);
  return { status: response.status, body: await response.json() };
}

async function infer(body: unknown, path = `${MODEL}/infer`) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const response = await app.request(path, toRequest({ name: "", status: 0, body: text }));
  return { status: response.status, type: response.headers.get("content-type"), body: await response.json() };
}

const version = async () => (await get("/api/models/house-price")).body.version as string;

/** Tensors of house-price as its metadata announces them. */
const datatypes: Record<string, string> = {
  area: "FP64",
  bedrooms: "INT64",
  bathrooms: "INT64",
  stories: "INT64",
  guest_rooms: "BOOL",
  basement: "BOOL",
  parking: "INT64",
};
const tensors = (...rows: object[]) =>
  Object.entries(datatypes).map(([name, datatype]) => ({
    name,
    shape: [rows.length],
    datatype,
    data: rows.map((row) => (row as Record<string, unknown>)[name]),
  }));
const withTensor = (name: string, changes: object) =>
  tensors(house).map((tensor) => (tensor.name === name ? { ...tensor, ...changes } : tensor));

describe("the server", () => {
  afterEach(() => {
    readiness.draining = false;
  });

  it("says what it is", async () => {
    expect(await get("/v2")).toEqual({ status: 200, body: { name: "glasshouse", version: RELEASE, extensions: [] } });
  });

  it("is live and ready", async () => {
    expect(await get("/v2/health/live")).toEqual({ status: 200, body: { live: true } });
    expect(await get("/v2/health/ready")).toEqual({ status: 200, body: { live: true, ready: true } });
  });

  it("is not ready while it stops", async () => {
    readiness.draining = true;
    expect(await get("/v2/health/ready")).toEqual({ status: 503, body: { error: "this process is stopping" } });
  });
});

describe("a model", () => {
  it("announces a tensor for each input and for each output", async () => {
    const { body } = await get(MODEL);
    expect(body).toEqual({
      name: "house-price",
      versions: [await version()],
      platform: "glasshouse_linear_regression",
      inputs: Object.entries(datatypes).map(([name, datatype]) => ({ name, datatype, shape: [-1] })),
      outputs: [
        { name: "estimate", datatype: "FP64", shape: [-1] },
        { name: "low", datatype: "FP64", shape: [-1] },
        { name: "high", datatype: "FP64", shape: [-1] },
        { name: "within_10", datatype: "FP64", shape: [-1] },
        { name: "refusal", datatype: "BYTES", shape: [-1] },
        { name: "warnings", datatype: "BYTES", shape: [-1] },
      ],
    });
  });

  it("is ready", async () => {
    expect(await get(`${MODEL}/ready`)).toEqual({ status: 200, body: { name: "house-price", ready: true } });
  });

  it("has its version for an address too, and others for nobody without a key", async () => {
    const own = `${MODEL}/versions/${await version()}`;
    expect(await get(own)).toEqual(await get(MODEL));
    expect(await get(`${own}/ready`)).toEqual(await get(`${MODEL}/ready`));
    expect(await infer({ inputs: tensors(house) }, `${own}/infer`)).toEqual(await infer({ inputs: tensors(house) }));
    const error =
      "versions other than the champion are for the owner and for keys with the scope publish; leave version out";
    for (const rest of ["", "/ready"]) {
      expect(await get(`${MODEL}/versions/1${rest}`)).toEqual({ status: 403, body: { error } });
    }
    expect((await infer({ inputs: tensors(house) }, `${MODEL}/versions/1/infer`)).status).toBe(403);
  });

  it("that is not there is an error in the protocol's words", async () => {
    const missing = { error: "the id must be one of those that GET /api/models lists" };
    expect(await get("/v2/models/nowhere")).toEqual({ status: 404, body: missing });
    expect(await get("/v2/models/nowhere/ready")).toEqual({ status: 404, body: missing });
    expect(await infer({ inputs: [] }, "/v2/models/nowhere/infer")).toMatchObject({ status: 404, body: missing });
  });
});

describe("inference", () => {
  it("answers as the API does, and gives the id back", async () => {
    const { status, type, body } = await infer({ id: "42", inputs: tensors(house) });
    expect([status, type]).toEqual([200, "application/json"]);
    expect(body).toEqual({
      model_name: "house-price",
      model_version: await version(),
      id: "42",
      parameters: { level: 0.8, unit: "CAD" },
      outputs: [
        { name: "estimate", datatype: "FP64", shape: [1], data: [expect.closeTo(90242.690714523, 8)] },
        { name: "low", datatype: "FP64", shape: [1], data: [expect.closeTo(61882.083672, 5)] },
        { name: "high", datatype: "FP64", shape: [1], data: [expect.closeTo(118603.297757, 5)] },
        { name: "within_10", datatype: "FP64", shape: [1], data: [expect.closeTo(0.346154, 6)] },
        { name: "refusal", datatype: "BYTES", shape: [1], data: [""] },
        { name: "warnings", datatype: "BYTES", shape: [1], data: [""] },
      ],
    });
  });

  it("has no id where the request has none", async () => {
    expect((await infer({ inputs: tensors(house) })).body).not.toHaveProperty("id");
  });

  it("gives the outputs that are asked for, in that order", async () => {
    const outputs = [{ name: "high", parameters: { binary_data: false } }, { name: "estimate" }];
    const { body } = await infer({ inputs: tensors(house), outputs });
    expect(body.outputs.map(({ name }: { name: string }) => name)).toEqual(["high", "estimate"]);
  });

  it("estimates many rows at once; one that is refused is NaN with a reason, and one to doubt has a warning", async () => {
    const rows = [house, { ...house, area: 50000, bedrooms: 1 }, { ...house, area: 20000 }];
    const { body } = await infer({ inputs: tensors(...rows) });
    const data = Object.fromEntries(
      body.outputs.map(({ name, data }: { name: string; data: unknown[] }) => [name, data]),
    );
    expect(data.estimate).toEqual([expect.closeTo(90242.690714523, 8), "NaN", expect.any(Number)]);
    expect([data.low[1], data.high[1], data.within_10[1]]).toEqual(["NaN", "NaN", "NaN"]);
    expect(data.refusal).toEqual(["", expect.stringMatching(/^[a-z_]+$/), ""]);
    expect(data.warnings[0]).toBe("");
    expect(data.warnings[2]).toContain("lot area: 20,000 sq ft is more than the largest value in the training data, ");
  });

  it("takes columns, nested or flat, and numbers of any datatype", async () => {
    const expected = (await infer({ inputs: tensors(house, house) })).body;
    const nested = tensors(house, house).map((tensor) => ({
      ...tensor,
      shape: [2, 1],
      datatype: tensor.datatype === "FP64" ? "UINT16" : "FP32",
      data: tensor.data.map((element) => [Number(element)]),
    }));
    expect((await infer({ inputs: nested })).body).toEqual(expected);
    const flat = nested.map((tensor) => ({ ...tensor, data: tensor.data.flat() }));
    expect((await infer({ inputs: flat })).body).toEqual(expected);
  });

  it("takes a level as a parameter, and lets other servers' parameters be", async () => {
    const inputs = tensors(house).map((tensor) => ({ ...tensor, parameters: { content_type: "np" } }));
    const { body } = await infer({ inputs, parameters: { level: 0.95, binary_data_output: false } });
    expect(body.parameters).toEqual({ level: 0.95, unit: "CAD" });
    expect(body.outputs[1].data[0]).toBeLessThan(61882);
  });

  it("takes a derived feature that agrees", async () => {
    const derived = { name: "area_per_bedroom", shape: [1], datatype: "FP64" };
    expect((await infer({ inputs: [...tensors(house), { ...derived, data: [2000] }] })).status).toBe(200);
    const { status, body } = await infer({ inputs: [...tensors(house), { ...derived, data: [2001] }] });
    expect(status).toBe(400);
    expect(body.error).toContain("area per bedroom must equal area / bedrooms");
  });

  it.each<[string, unknown, string]>([
    ["no inputs", {}, "inputs must be a list of tensors, one for each input"],
    ["an empty list", { inputs: [] }, "shape must begin with the number of rows, from 1 to 1000"],
    ["no object", [], "the body must be an object with inputs"],
    ["a tensor without data", { inputs: withTensor("area", { data: undefined }) }, "inputs.0.data must be a list"],
    [
      "an unknown datatype",
      { inputs: withTensor("area", { datatype: "FP128" }) },
      "inputs.0.datatype must be one of BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, FP16, FP32, FP64, BYTES",
    ],
    [
      "no rows",
      { inputs: withTensor("area", { shape: [0], data: [] }) },
      "shape must begin with the number of rows, from 1 to 1000",
    ],
    [
      "shapes that differ",
      { inputs: withTensor("parking", { shape: [2], data: [1, 1] }) },
      "each shape must be [n] or [n, 1], with the same n",
    ],
    [
      "a shape that is a row",
      { inputs: withTensor("parking", { shape: [1, 7] }) },
      "each shape must be [n] or [n, 1], with the same n",
    ],
    [
      "fewer elements than the shape says",
      { inputs: withTensor("parking", { data: [] }) },
      "the data of each tensor must be as many elements as its shape says",
    ],
    ["an input twice", { inputs: [...tensors(house), ...tensors(house)] }, "each input must be there once"],
    ["a missing input", { inputs: tensors(house).slice(0, 6) }, "garage places is required"],
    [
      "an unknown input",
      { inputs: [...tensors(house), { name: "colour", shape: [1], datatype: "BYTES", data: ["red"] }] },
      "colour is not an input of this model; the inputs are area, bedrooms, bathrooms, stories, guest_rooms, basement, parking",
    ],
    [
      "values out of bounds",
      { inputs: tensors({ ...house, area: 1, bedrooms: 11 }) },
      "lot area must be between 500 and 50,000 sq ft; bedrooms must be between 1 and 10",
    ],
    [
      "one bad row of two",
      { inputs: tensors(house, { ...house, bedrooms: 2.5 }) },
      "row 2: bedrooms must be a whole number",
    ],
    [
      "a level out of bounds",
      { inputs: tensors(house), parameters: { level: 1 } },
      "parameters.level must be between 0.0001 and 0.9981",
    ],
    [
      "a level in words",
      { inputs: tensors(house), parameters: { level: "high" } },
      "parameters.level must be a number",
    ],
    [
      "an unknown output",
      { inputs: tensors(house), outputs: [{ name: "output0" }] },
      "outputs.0.name must be one of estimate, low, high, within_10, within_tolerance, refusal, warnings",
    ],
    ["no JSON", "{", "the body must be a JSON object in UTF-8"],
  ])("refuses %s with status 400 and an error that says what is needed", async (_, body, error) => {
    expect(await infer(body)).toEqual({ status: 400, type: "application/json", body: { error } });
  });

  it("refuses more rows than it takes in one call", async () => {
    const { status, body } = await infer({ inputs: tensors(...Array<object>(1001).fill(house)) });
    expect([status, body]).toEqual([400, { error: "shape must begin with the number of rows, from 1 to 1000" }]);
    expect((await infer({ inputs: tensors(...Array<object>(1000).fill(house)) })).status).toBe(200);
  });

  it("keeps other statuses: 413 for size, 415 for type, 405 for method, 404 for address", async () => {
    const ask = async (path: string, request: RequestInit) => {
      const response = await app.request(path, request);
      expect(await response.json()).toEqual({ error: expect.any(String) });
      return response.status;
    };
    const headers = { "content-type": "application/json" };
    const path = `${MODEL}/infer`;
    expect(await ask(path, { method: "POST", headers, body: " ".repeat(2 ** 20 + 1) })).toBe(413);
    expect(await ask(path, { method: "POST", body: "{}" })).toBe(415);
    expect(await ask(path, {})).toBe(405);
    expect(await ask("/v2/nowhere", {})).toBe(404);
  });
});
