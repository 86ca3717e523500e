import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { house } from "../../../testing/api";
import { startAppWithStore } from "../../../testing/api-store";
import { filesAs, putVersion } from "../../../testing/published";

let started: Awaited<ReturnType<typeof startAppWithStore>>;
let key: string;
beforeEach(async () => {
  started = await startAppWithStore({ RATE_LIMIT: "0" });
  key = await (await import("../../../service/api-keys")).makeApiKey("ci", ["publish"]);
});
afterEach(() => started.stop());

async function call(path: string, sent?: unknown, headers: Record<string, string> = { "x-api-key": key }) {
  const response = await started.app.request(path, {
    method: sent === undefined ? "GET" : "POST",
    headers: { ...headers, ...(sent !== undefined && { "content-type": "application/json" }) },
    ...(sent !== undefined && { body: JSON.stringify(sent) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function put(times: number, alias: "champion" | "challenger"): Promise<string> {
  const { withStore } = await import("../../../store/store");
  const files = await filesAs("houses", times, "house-price");
  const version = await withStore((store) => putVersion(store, files, alias));
  await (await import("../../../registry/registry")).refreshModels();
  return version;
}

const VERSIONS = "/api/models/houses/versions";

describe("GET /api/models/{model}/versions/{version}/comparison", () => {
  it("compares a challenger with the champion on live outcomes, for keys that may publish", async () => {
    const champion = await put(0, "champion");
    const challenger = await put(2_000_000, "challenger");
    for (let row = 0; row < 12; row++) {
      const { receipt, estimate } = (await call("/api/models/houses/predict", { ...house, area: 3_000 + 200 * row }))
        .body as { receipt: string; estimate: number };
      const sent = { receipt, actual: estimate + 2_000 + row };
      expect((await call("/api/outcomes", sent)).status).toBeLessThan(300);
    }
    await (await import("../../../service/prediction-log")).drainPredictionLog();
    const { status, body } = await call(`${VERSIONS}/${challenger}/comparison`);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({
      ...{ model: "houses", champion, challenger },
      outcomes: { verdict: "the challenger is closer", outcomes: 12, fromInputs: 12, closer: { count: 12, rows: 12 } },
      shadow: { predictions: 12, both: 12, difference: { median: expect.closeTo(2_000, 3) } },
      changes: { coefficients: expect.arrayContaining([expect.objectContaining({ term: "(intercept)" })]) },
    });
    const anybody = await call(`${VERSIONS}/${challenger}/comparison`, undefined, {});
    expect(anybody.status).toBe(401);
    // The gate asks the same outcomes.
    const { body: done } = await call(`${VERSIONS}/${challenger}/promote`, { reason: "closer" });
    const { checks } = done as { checks: { check: string; detail: string }[] };
    expect(checks.at(-1)).toMatchObject({ check: "outcomes", detail: expect.stringContaining("closer on 12 of 12") });
  });

  it("is 409 of the champion and 404 of what is not there", async () => {
    const champion = await put(0, "champion");
    expect((await call(`${VERSIONS}/${champion}/comparison`)).status).toBe(409);
    expect((await call(`${VERSIONS}/0123456789ab/comparison`)).status).toBe(404);
    expect((await call(`/api/models/nowhere/versions/0123456789ab/comparison`)).status).toBe(404);
  });
});

describe("GET /api/models/{model}/versions/{version} and /v2/models/{model}/versions/{version}", () => {
  it("give a version that is not the champion, to keys that may publish", async () => {
    await put(0, "champion");
    const challenger = await put(1, "challenger");
    expect((await call(`${VERSIONS}/${challenger}`)).body).toMatchObject({ version: challenger, alias: "challenger" });
    expect((await call(`${VERSIONS}/0123456789ab`)).status).toBe(404);
    const own = `/v2/models/houses/versions/${challenger}`;
    expect((await call(own)).body).toMatchObject({ name: "houses", versions: [challenger] });
    expect((await call(`${own}/ready`)).body).toEqual({ name: "houses", ready: true });
    const inputs = [{ name: "area", shape: [1], datatype: "FP64", data: [6_000] }];
    expect((await call(`${own}/infer`, { inputs }, {})).status).toBe(403);
    expect((await call(`${own}/infer`, { inputs })).status).toBe(400);
    expect((await call(own, undefined, {})).status).toBe(403);
  });
});
