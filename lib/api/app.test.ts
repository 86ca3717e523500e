import { afterEach, describe, expect, it } from "vitest";
import { app } from "./app";
import { liveSchema, readySchema } from "./resources/health";
import { modelCardSchema, modelListSchema } from "./resources/models/schema";
import { problemSchema } from "./problem/schema";
import { readiness } from "../service/readiness";
import { startApp, stopApp } from "../testing/app";

const PROBLEM = "application/problem+json";

async function get(path: string, init?: RequestInit) {
  const response = await app.request(path, init);
  return { response, body: await response.json() };
}

describe("the models", () => {
  it("are listed with what they answer and how well", async () => {
    const { response, body } = await get("/api/models");
    expect(response.status).toBe(200);
    const { models } = modelListSchema.parse(body);
    expect(models.map(({ id }) => id)).toEqual(["house-price", "house-price-hedonic", "salary"]);
    for (const { accuracy } of models) expect(accuracy!.mdape).toBeLessThan(accuracy!.baseline.mdape!);
  });

  it("are linked to their card and their page", async () => {
    const { models } = modelListSchema.parse((await get("/api/models")).body);
    for (const { links, ...line } of models) {
      const card = modelCardSchema.parse((await get(links.self)).body);
      expect(card).toMatchObject({ ...line, links });
      expect((await app.request(links.predict)).headers.get("allow")).toBe("POST, OPTIONS");
      expect(links.page).toBe(`/models/${line.id}`);
    }
  });

  it("tell each input's bounds, unit and training range, and no row of their table", async () => {
    const { body } = await get("/api/models/house-price");
    const card = modelCardSchema.parse(body);
    expect(card.inputs[0]).toEqual({
      name: "area",
      label: "Lot area",
      kind: "number",
      unit: "sq ft",
      min: 500,
      max: 50000,
      typical: 4600,
      help: "The whole lot, not the living space.",
      training: { min: 1650, max: 16200 },
    });
    expect(card.derived.map(({ formula }) => formula)).toEqual(["area / bedrooms", "bathrooms / bedrooms"]);
    expect(card.training.rows).toBe(546);
    expect(JSON.stringify(card)).not.toContain("background");
  });
});

describe("health", () => {
  afterEach(() => {
    readiness.draining = false;
    stopApp();
  });

  it("is live", async () => {
    expect(liveSchema.parse((await get("/api/health/live")).body)).toEqual({ status: "live" });
  });

  it("is ready with the number of models", async () => {
    expect(readySchema.parse((await get("/api/health/ready")).body)).toEqual({
      status: "ready",
      models: 3,
      store: "none",
    });
  });

  it("is no longer ready, yet still live, while the process stops", async () => {
    readiness.draining = true;
    const { response, body } = await get("/api/health/ready");
    expect(response.status).toBe(503);
    expect(problemSchema.parse(body).detail).toBe("this process is stopping");
    expect((await get("/api/health/live")).response.status).toBe(200);
  });

  it("is not ready when models cannot be read at all; the log says why and the caller is not told", async () => {
    const { app: broken, lines } = await startApp({ MODEL_DIR: "nowhere", LOG_LEVEL: "error" });
    const models = await broken.request("/api/models", { headers: { "x-request-id": "probe-1" } });
    expect(models.status).toBe(500);
    expect(models.headers.get("content-type")).toBe(PROBLEM);
    const problem = await models.text();
    expect(problemSchema.parse(JSON.parse(problem)).type).toBe("/docs#internal-error");
    expect(problem).not.toContain("nowhere");
    expect(lines()).toEqual([expect.objectContaining({ requestId: "probe-1", path: "/api/models" })]);
    expect(lines()[0]!.error).toMatch(/MODEL_DIR must be a folder.*nowhere is not there\n +at /);
    expect((await broken.request("/api/health/ready")).status).toBe(503);
  });
});

describe("every answer", () => {
  const paths = ["/api/models", "/api/models/nowhere", "/api/nowhere", "/api/models/salary/predict", "/nowhere"];

  it.each(paths)("carries a request id: %s", async (path) => {
    const ids = await Promise.all([1, 2].map(async () => (await app.request(path)).headers.get("x-request-id")));
    expect(ids[0]).toMatch(/^[\w-]{13,}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it("keeps a sane request id and replaces any other", async () => {
    const answered = async (id: string) => {
      const response = await app.request("/api/nowhere", { headers: { "x-request-id": id } });
      return response.headers.get("x-request-id");
    };
    expect(await answered("order-17_b")).toBe("order-17_b");
    expect(await answered("a b<script>")).toMatch(/^[\w-]{13,}$/);
    expect(await answered("a".repeat(129))).toMatch(/^[\w-]{13,}$/);
  });
});

describe("an address", () => {
  it("that does not exist is a problem that says where to begin", async () => {
    const { response, body } = await get("/api/nowhere");
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe(PROBLEM);
    expect(problemSchema.parse(body).detail).toContain("GET /api/models");
  });

  it.each([
    ["/api/models", "GET, HEAD, OPTIONS"],
    ["/api/models/salary", "GET, HEAD, DELETE, OPTIONS"],
    ["/api/models/salary/predict", "POST, OPTIONS"],
  ])("says which methods it takes: %s", async (path, allow) => {
    const refused = await app.request(path, { method: "PUT" });
    expect(refused.status).toBe(405);
    expect(refused.headers.get("allow")).toBe(allow);
    expect(refused.headers.get("content-type")).toBe(PROBLEM);

    const options = await app.request(path, { method: "OPTIONS" });
    expect(options.status).toBe(204);
    expect(options.headers.get("allow")).toBe(allow);
    expect(await options.text()).toBe("");
  });

  it("answers HEAD as GET, without the body", async () => {
    const head = await app.request("/api/models", { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(head.headers.get("content-type")).toBe("application/json");
    expect(await head.text()).toBe("");
  });
});
