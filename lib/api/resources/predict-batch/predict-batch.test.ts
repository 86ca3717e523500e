import { describe, expect, it } from "vitest";
import { app } from "../../app";
import { batchAnswerSchema, rowFaultSchema } from "./schema";
import { BATCH, HOUSE, house } from "../../../testing/api";

async function post(path: string, body: unknown) {
  const headers = { "content-type": "application/json" };
  const response = await app.request(path, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
}

async function score(rows: unknown[], query = "") {
  const { status, text } = await post(BATCH + query, { rows });
  expect(status).toBe(200);
  return batchAnswerSchema.parse(JSON.parse(text)).results;
}

const far = { ...house, area: 50000, bedrooms: 1 };

describe("a batch", () => {
  it("answers each row as predict does, refusals and warnings included", async () => {
    const rows = [house, { ...house, area: 20000 }, far];
    const alone = await Promise.all(rows.map(async (row) => JSON.parse((await post(HOUSE, row)).text)));
    expect(await score(rows)).toEqual(alone);
  });

  it("takes the level of the intervals from the query, as predict does", async () => {
    const [row] = await score([house], "?level=0.95");
    expect(row).toEqual(JSON.parse((await post(`${HOUSE}?level=0.95`, house)).text));
  });

  it("scores the other rows when some are at fault, and points at the fields of those", async () => {
    const bad = { ...house, area: "large", parking: undefined };
    const results = await score([house, bad, null, house]);
    expect(results[0]).toEqual(results[3]);
    expect(results[0]!.estimate).toBeCloseTo(90242.690714523, 8);
    expect(results[1]).toEqual({
      estimate: null,
      errors: [
        { pointer: "#/rows/1/area", detail: "lot area must be a number" },
        { pointer: "#/rows/1/parking", detail: "garage places is required" },
      ],
    });
    expect(rowFaultSchema.parse(results[2]).errors.map(({ pointer }) => pointer)).toEqual(["#/rows/2"]);
  });

  it("lists at most twenty faults of a row", async () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`unknown_${index}`, 0]));
    expect(rowFaultSchema.parse((await score([many]))[0]).errors).toHaveLength(20);
  });

  it("may be empty", async () => {
    expect(await score([])).toEqual([]);
  });

  it("may have 1,000 rows", async () => {
    const results = await score(Array.from({ length: 1000 }, (_, index) => ({ ...house, area: 2000 + index })));
    expect(results).toHaveLength(1000);
    expect(new Set(results.map(({ estimate }) => estimate)).size).toBe(1000);
  });

  it("says what it takes when it is sent something else", async () => {
    const response = await app.request(BATCH, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: "area\n6000",
    });
    expect(response.status).toBe(415);
    expect((await response.json()).detail).toBe(
      "the content type must be application/json, text/csv or application/x-ndjson",
    );
  });
});
