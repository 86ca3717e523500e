import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startApp, stopApp } from "../testing/app";
import { makeModelFolder, trainModelFolder, writeModelFolder } from "../testing/model-folders";
import { problemSchema } from "./problem/schema";
import { modelListSchema } from "./resources/models/schema";

type App = Awaited<ReturnType<typeof startApp>>["app"];

let directory: string;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  directory = await mkdtemp(join(tmpdir(), "glasshouse-models-"));
});
afterEach(async () => {
  vi.useRealTimers();
  stopApp();
  await rm(directory, { recursive: true });
});

const asJson = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

async function readiness(app: App) {
  const response = await app.request("/api/health/ready");
  return { ...((await response.json()) as { models?: number; detail?: string }), status: response.status };
}

describe("a model that cannot be read", () => {
  const inputs = { area: 100, city: "A" };
  const doors: [string, RequestInit?][] = [
    ["/api/models/MODEL"],
    ["/api/models/MODEL/export?format=typescript"],
    ["/api/models/MODEL/predict", asJson(inputs)],
    ["/api/models/MODEL/predict/batch", asJson({ rows: [inputs] })],
    ["/api/models/MODEL/predict/batch", { method: "POST", headers: { "content-type": "text/csv" }, body: "area\n1\n" }],
    ["/v2/models/MODEL"],
    ["/v2/models/MODEL/ready"],
    ["/v2/models/MODEL/infer", asJson({ inputs: [] })],
    ["/invocations?model=MODEL", asJson({ dataframe_records: [inputs] })],
  ];

  it("is 503 model-unavailable at every door, without its reason, and 404 stays what is not there", async () => {
    await makeModelFolder(directory, "good");
    await writeModelFolder(directory, "untrained");
    const { app } = await startApp({ MODEL_DIR: directory });
    for (const [path, init] of doors) {
      const ask = (id: string) => app.request(path.replace("MODEL", id), init);
      const response = await ask("untrained");
      expect(response.status, path).toBe(503);
      const text = await response.text();
      expect(text).not.toMatch(/artifact|npm run/);
      if (path.startsWith("/api/")) {
        expect(problemSchema.parse(JSON.parse(text)).type).toBe("/docs#model-unavailable");
      }
      expect((await ask("nowhere")).status, path).toBe(404);
    }
  });

  it("is in no list, keeps no other from answering, and answers once it is trained", async () => {
    await makeModelFolder(directory, "good");
    const untrained = await writeModelFolder(directory, "untrained");
    const { app } = await startApp({ MODEL_DIR: directory });
    const listed = async () =>
      modelListSchema.parse(await (await app.request("/api/models")).json()).models.map(({ id }) => id);
    const documented = async () => (await app.request("/api/openapi.json")).text();
    expect(await listed()).toEqual(["good"]);
    expect(await documented()).not.toContain("untrained");
    expect(await readiness(app)).toMatchObject({ status: 200, models: 1 });
    // The only one that answers needs no name.
    expect((await app.request("/invocations", asJson({ dataframe_records: [inputs] }))).status).toBe(200);

    await trainModelFolder(untrained);
    vi.advanceTimersByTime(2_000);
    expect(await listed()).toEqual(["good", "untrained"]);
    expect(await documented()).toContain("/api/models/untrained/predict");
    expect((await app.request("/api/models/untrained/predict", asJson(inputs))).status).toBe(200);
    expect(await readiness(app)).toMatchObject({ status: 200, models: 2 });
  });

  it("is in the log with its reason and what to run, once", async () => {
    await makeModelFolder(directory, "good");
    const folder = await writeModelFolder(directory, "untrained");
    const { app, lines } = await startApp({ MODEL_DIR: directory, LOG_LEVEL: "warn" });
    for (let times = 0; times < 3; times++) {
      await app.request("/api/models");
      vi.advanceTimersByTime(2_000);
    }
    expect(lines()).toEqual([
      {
        level: "warn",
        time: expect.any(String),
        msg: `model untrained is not served: it is not trained: artifact.json is missing; to mend it: npm run train -- ${folder}`,
      },
    ]);
  });
});

describe("readiness", () => {
  it("is 503 with the reasons where no model can answer", async () => {
    for (const id of ["a", "b", "c", "d"]) await writeModelFolder(directory, id);
    const { app } = await startApp({ MODEL_DIR: directory });
    const why = "it is not trained: artifact.json is missing";
    const detail = `no model can answer; a: ${why}; b: ${why}; c: ${why}; and 1 more`;
    expect(await readiness(app)).toMatchObject({ status: 503, detail });
    for (const path of ["/v2/health/ready", "/ping", "/health"]) {
      const response = await app.request(path);
      expect(response.status).toBe(503);
      expect(await response.text()).toContain(detail);
    }
  });

  it.each([
    ["models", "MODEL_DIR holds no model"],
    ["nowhere", "MODEL_DIR is not a folder that can be read"],
  ])("is 503 where MODEL_DIR is %s: %s", async (name, detail) => {
    await mkdir(join(directory, "models"));
    const { app } = await startApp({ MODEL_DIR: join(directory, name) });
    expect(await readiness(app)).toMatchObject({ status: 503, detail });
  });
});
