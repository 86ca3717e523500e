import { afterEach, describe, expect, it, vi } from "vitest";
import { readInputs, type Read } from "../../model/inputs/read-inputs";
import { startApp, stopApp } from "../../testing/app";
import { HOUSE, house, toRequest } from "../../testing/api";

afterEach(stopApp);

const TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
const post = (body: object, headers: Record<string, string> = {}) =>
  toRequest({ name: "", status: 0, headers, body: JSON.stringify(body) });

describe("the log", () => {
  it("has one line for each request: what was asked, how it ended, how long it took and under which ids", async () => {
    const { app, lines } = await startApp({ LOG_LEVEL: "info" });
    await app.request(HOUSE, post(house, { "x-request-id": "order-17", traceparent: TRACEPARENT }));
    expect(lines()).toEqual([
      {
        level: "info",
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        requestId: "order-17",
        traceId: "4bf92f3577b34da6a3ce929d0e0e4736",
        method: "POST",
        route: "/api/models/:model/predict",
        status: 200,
        milliseconds: expect.any(Number),
      },
    ]);
  });

  it("has nothing of what was sent, neither inputs nor query nor the address of an unknown place", async () => {
    const { app, lines } = await startApp({ LOG_LEVEL: "debug" });
    await app.request(`${HOUSE}?level=4711`, post({ ...house, area: 4711, "4711": 4711 }));
    await app.request("/api/4711");
    await app.request("/api/models/4711");
    const requests = lines().filter(({ route }) => route);
    expect(requests.map(({ route, status }) => [route, status])).toEqual([
      ["/api/models/:model/predict", 422],
      ["unmatched", 404],
      ["/api/models/:model", 404],
    ]);
    const told = requests.map((line) => ({ ...line, time: "", milliseconds: 0, requestId: "" }));
    expect(JSON.stringify(told)).not.toContain("4711");
  });

  it("leaves out probes and scrapes unless it is to be detailed", async () => {
    const probes = ["/api/health/live", "/api/health/ready", "/v2/health/ready", "/ping", "/health", "/metrics"];
    const { app, lines } = await startApp({ LOG_LEVEL: "info" });
    for (const path of probes) expect((await app.request(path)).status).toBe(200);
    expect(lines()).toEqual([]);
    const detailed = await startApp({ LOG_LEVEL: "debug" });
    for (const path of probes) await detailed.app.request(path);
    expect(detailed.lines().flatMap(({ route }) => route ?? [])).toEqual(probes);
  });

  it("names a setting that cannot be used, where nothing has looked at the settings before the first request", async () => {
    const { app, lines } = await startApp({ RATE_LIMIT: "many", LOG_LEVEL: "silent" });
    const response = await app.request("/api/models");
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("RATE_LIMIT");
    expect(lines()[0]).toMatchObject({
      level: "error",
      error: expect.stringContaining("RATE_LIMIT must be a whole number from 0 to 1000000"),
    });
  });

  it("has no line for a request that went well where only warnings are wanted", async () => {
    const { app, lines } = await startApp({ LOG_LEVEL: "warn" });
    await app.request("/api/models");
    expect(lines()).toEqual([]);
  });
});

describe("the metrics", () => {
  const series = async (app: Awaited<ReturnType<typeof startApp>>["app"], pattern: RegExp) => {
    const text = await (await app.request("/metrics")).text();
    return text.split("\n").filter((line) => pattern.test(line) && !line.startsWith("#"));
  };

  it("count requests by method, template and status, and measure them", async () => {
    const { app } = await startApp({});
    await app.request("/api/models/salary");
    await app.request("/api/models/house-price");
    await app.request("/api/models/nowhere");
    await app.request("/api/nowhere/at/all");
    await app.request("/api/models/salary", { method: "PUT" });
    expect(await series(app, /^http_request_duration_seconds_count/)).toEqual([
      'http_request_duration_seconds_count{method="GET",route="/api/models/:model",status="200"} 2',
      'http_request_duration_seconds_count{method="GET",route="/api/models/:model",status="404"} 1',
      'http_request_duration_seconds_count{method="GET",route="unmatched",status="404"} 1',
      'http_request_duration_seconds_count{method="PUT",route="unmatched",status="405"} 1',
    ]);
  });

  it("are the same for scrapes at once", async () => {
    const { app } = await startApp({});
    await app.request("/api/models/salary");
    const scrapes = await Promise.all([1, 2, 3].map(() => series(app, /^http_request_duration_seconds_count.*"\/api/)));
    const counted = ['http_request_duration_seconds_count{method="GET",route="/api/models/:model",status="200"} 1'];
    expect(scrapes).toEqual([counted, counted, counted]);
  });

  it("count the predictions of a page, which has a copy of the modules", async () => {
    const { app } = await startApp({});
    vi.resetModules();
    const { score } = await import("../../service/score");
    const { findModel } = await import("../../registry/registry");
    const model = (await findModel("house-price"))!;
    score(model, readInputs(model, house) as Read);
    expect(await series(app, /^glasshouse_predictions_total/)).toEqual([
      expect.stringMatching(/^glasshouse_predictions_total\{model="house-price".*,outcome="estimate"\} 1$/),
    ]);
  });

  it("count predictions by outcome, refusals by reason and values out of range by input", async () => {
    const { app } = await startApp({});
    const version = (await (await app.request("/api/models/house-price")).json()).version;
    await app.request(HOUSE, post(house));
    await app.request(HOUSE, post({ ...house, area: 20000 }));
    const refused = await (await app.request(HOUSE, post({ ...house, area: 50000, bedrooms: 1 }))).json();
    await app.request(`${HOUSE}/batch`, post({ rows: [house, house, {}] }));
    const labels = `model="house-price",version="${version}"`;
    expect(await series(app, /^glasshouse_(predictions_total|refu)/)).toEqual([
      `glasshouse_predictions_total{${labels},outcome="estimate"} 4`,
      `glasshouse_predictions_total{${labels},outcome="refusal"} 1`,
      `glasshouse_refusals_total{${labels},code="${refused.refusal.code}"} 1`,
    ]);
    expect(await series(app, /^glasshouse_outside_training_range_total.*"area"/)).toEqual([
      `glasshouse_outside_training_range_total{${labels},input="area"} 2`,
    ]);
    expect(await series(app, /^glasshouse_model_info.*house-price"/)).toEqual([`glasshouse_model_info{${labels}} 1`]);
  });

  it("tell of the process, in Prometheus' format", async () => {
    const { app } = await startApp({});
    expect((await app.request("/metrics")).headers.get("content-type")).toBe(
      "text/plain; version=0.0.4; charset=utf-8",
    );
    expect(await series(app, /^process_resident_memory_bytes \d/)).toHaveLength(1);
    expect(await series(app, /^nodejs_eventloop_lag_p99_seconds \d/)).toHaveLength(1);
  });

  it("are for whoever has the token, if there is one", async () => {
    const { app } = await startApp({ METRICS_TOKEN: "s3cret" });
    const status = async (authorization?: string) =>
      (await app.request("/metrics", authorization ? { headers: { authorization } } : {})).status;
    expect(await status("Bearer s3cret")).toBe(200);
    expect(await status("bearer s3cret")).toBe(200);
    expect(await status("Bearer s3cre")).toBe(401);
    expect(await status("Basic s3cret")).toBe(401);
    const refused = await app.request("/metrics");
    expect(refused.status).toBe(401);
    expect(refused.headers.get("www-authenticate")).toBe('Bearer realm="metrics"');
    expect((await refused.json()).type).toBe("/docs#needs-key");
  });
});
