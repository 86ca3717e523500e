import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { app } from "./app";
import { batchAnswerSchema } from "./resources/predict-batch/schema";
import { predictionSchema } from "./resources/predict/schema";
import { problemSchema } from "./problem/schema";
import { whole } from "../testing/models";
import { BATCH, HOUSE, house } from "../testing/api";

/** Hundreds of requests each; a busy machine may take its time. */
vi.setConfig({ testTimeout: 60_000 });

const PATHS = [HOUSE, `${HOUSE}?level=0.5`, BATCH, "/api/models/salary/predict"];

async function post(path: string, body: Uint8Array<ArrayBuffer> | string, type = "application/json") {
  const response = await app.request(path, { method: "POST", headers: { "content-type": type }, body });
  return { status: response.status, type: response.headers.get("content-type"), body: await response.json() };
}

/** A prediction, or a problem that is the caller's; never our own fault. */
function expectSoundAnswer({ status, type, body }: Awaited<ReturnType<typeof post>>) {
  expect(status).toBeLessThan(500);
  expect(type).toBe(status === 200 ? "application/json" : "application/problem+json");
  const schema = status === 200 ? z.union([predictionSchema, batchAnswerSchema]) : problemSchema;
  expect(schema.safeParse(body).error).toBeUndefined();
  if (status !== 200) expect(problemSchema.parse(body).status).toBe(status);
}

describe("whatever is sent, the answer is sound:", () => {
  it("random bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...PATHS), fc.uint8Array({ maxLength: 200 }), async (path, bytes) => {
        expectSoundAnswer(await post(path, new Uint8Array(bytes)));
      }),
      { numRuns: 500 },
    );
  });

  it("random JSON", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...PATHS), fc.json(), async (path, json) => {
        expectSoundAnswer(await post(path, json));
      }),
      { numRuns: 500 },
    );
  });

  it("a house with some fields random", async () => {
    const names = [...Object.keys(house), "area_per_bedroom", "bb_ratio", "__proto__", "toString", "a/b"];
    const members = fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.jsonValue(), fc.double(), fc.integer()));
    await fc.assert(
      fc.asyncProperty(members, async (changes) => {
        expectSoundAnswer(await post(HOUSE, JSON.stringify({ ...house, ...changes })));
      }),
      { numRuns: 1000 },
    );
  });

  it("a batch of which any row may be anything, with an answer for each row in its place", async () => {
    const rows = fc.array(fc.oneof(fc.constant(house), fc.jsonValue()), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(rows, async (rows) => {
        const { status, body } = await post(BATCH, JSON.stringify({ rows }));
        expect(status).toBe(200);
        const { results } = batchAnswerSchema.parse(body);
        expect(results.map(({ estimate }) => estimate !== null)).toEqual(rows.map((row) => row === house));
      }),
      { numRuns: 300 },
    );
  });

  it("a random level", async () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.double().map(String));
    await fc.assert(
      fc.asyncProperty(text, async (level) => {
        const query = new URLSearchParams({ level });
        expectSoundAnswer(await post(`${HOUSE}?${query}`, JSON.stringify(house)));
      }),
      { numRuns: 500 },
    );
  });

  it("a random path and method", async () => {
    const segment = fc.oneof(
      fc.constantFrom("models", "house-price", "predict", "batch", "health", "..", "%"),
      fc.string(),
    );
    const path = fc
      .array(segment, { maxLength: 5 })
      .map((segments) => `/api/${segments.join("/")}`)
      // Dots may climb out of our API into a protocol that has another word for a problem.
      .filter((path) => new URL(`http://localhost${path}`).pathname.startsWith("/api"));
    const method = fc.constantFrom("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    await fc.assert(
      fc.asyncProperty(path, method, async (path, method) => {
        // Two dots may lead out of here, to protocols that tell problems in a shape of their own.
        fc.pre(new URL(path, "http://localhost").pathname.startsWith("/api/"));
        const response = await app.request(path, { method });
        expect(response.status).toBeLessThan(500);
        const isProblem = response.headers.get("content-type") === "application/problem+json";
        expect(isProblem).toBe(response.status >= 400);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("whatever is valid", () => {
  const valid = fc.record({
    area: fc.double({ min: 500, max: 50000, noNaN: true }),
    bedrooms: fc.integer({ min: 1, max: 10 }),
    bathrooms: fc.integer({ min: 1, max: 8 }),
    stories: fc.integer({ min: 1, max: 6 }),
    guest_rooms: fc.oneof(fc.boolean(), fc.constantFrom(0, 1)),
    basement: fc.oneof(fc.boolean(), fc.constantFrom(0, 1)),
    parking: fc.integer({ min: 0, max: 6 }),
  });

  it("is answered: estimated with contributions that add up, or refused", async () => {
    await fc.assert(
      fc.asyncProperty(valid, async (inputs) => {
        const { status, body } = await post(HOUSE, JSON.stringify(inputs));
        expect(status).toBe(200);
        const parsed = predictionSchema.parse(body);
        if (parsed.estimate === null) return;
        // A row outside the data has no probability.
        expect(parsed.confidence === null).toBe(parsed.warnings.length > 0);
        const answer = whole({ ...parsed, confidence: 0 });
        const sum = answer.contributions.reduce((total, { amount }) => total + amount, answer.baseline);
        expect(Math.abs(sum - answer.estimate)).toBeLessThan(1e-9 * Math.abs(answer.estimate) + 1e-6);
        expect(answer.interval.low).toBeLessThanOrEqual(answer.estimate);
        expect(answer.interval.high).toBeGreaterThanOrEqual(answer.estimate);
      }),
      { numRuns: 1000 },
    );
  });
});
