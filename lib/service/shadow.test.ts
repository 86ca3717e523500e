import { afterEach, describe, expect, it, vi } from "vitest";
import type { ShadowRow } from "../store/tables";
import { house } from "../testing/api";
import { startAppWithStore } from "../testing/api-store";
import { filesAs, putVersion } from "../testing/published";

let started: Awaited<ReturnType<typeof startAppWithStore>>;
afterEach(() => started.stop());

const PREDICT = "/api/models/houses/predict";

async function start(settings: Record<string, string> = {}) {
  started = await startAppWithStore({ RATE_LIMIT: "0", ...settings });
  const { withStore } = await import("../store/store");
  const { refreshModels } = await import("../registry/registry");
  const put = async (times: number, alias: "champion" | "challenger") => {
    const version = await withStore(async (store) =>
      putVersion(store, await filesAs("houses", times, "house-price"), alias),
    );
    await refreshModels();
    return version;
  };
  return { put, champion: await put(0, "champion") };
}

async function ask(body: unknown = house, path = PREDICT, type = "application/json") {
  const sent = typeof body === "string" ? body : JSON.stringify(body);
  const response = await started.app.request(path, { method: "POST", headers: { "content-type": type }, body: sent });
  return { status: response.status, text: await response.text() };
}

async function shadows(): Promise<ShadowRow[]> {
  await (await import("./prediction-log")).drainPredictionLog();
  const { withStore } = await import("../store/store");
  return withStore((store) => store.selectFrom("shadow").selectAll().orderBy("at").orderBy("id").execute());
}
const metrics = async () => (await (await import("./metrics")).writeMetrics()).text;

describe("the challenger in shadow", () => {
  it("answers what the champion has answered, and nobody is shown its answer", async () => {
    const { put, champion } = await start();
    const before = await ask();
    expect(await shadows()).toEqual([]);
    const challenger = await put(1_000, "challenger");
    const after = await ask();
    // But for the receipt, which is another for each estimate, the answer is the same.
    const [one, other] = [before, after].map(({ text }) => ({ ...JSON.parse(text), receipt: null }));
    expect(other).toEqual(one);
    expect(after.text).not.toContain(challenger);
    const [row, ...more] = await shadows();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ model: "houses", version: champion, challenger, estimate: one.estimate, level: 0.8 });
    // The centre is higher by 1, whatever the scale, and its range goes along.
    expect(row!.challenger_estimate! - one.estimate).toBeCloseTo(1, 6);
    expect(row!.challenger_low!).toBeLessThan(row!.challenger_estimate!);
    expect(await metrics()).toContain(
      `glasshouse_shadow_answers_total{model="houses",version="${challenger}",outcome="estimate"} 1\n`,
    );
  });

  it("takes no part where predictions are not logged, and none that another version was asked for", async () => {
    const { put } = await start({ LOG_DAYS: "0" });
    await put(1_000, "challenger");
    await ask();
    expect(await shadows()).toEqual([]);
    await started.stop();
    const again = await start({ LOG_INPUTS: "no" });
    const challenger = await again.put(1_000, "challenger");
    const key = await (await import("./api-keys")).makeApiKey("ci", ["publish"]);
    await started.app.request(`${PREDICT}?version=${challenger}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-api-key": key },
      body: JSON.stringify(house),
    });
    expect(await shadows()).toEqual([]);
    await ask();
    expect((await shadows()).map((row) => row.challenger)).toEqual([challenger]);
  });

  it("answers a share of them by their ids", async () => {
    const { put } = await start({ SHADOW_SHARE: "0.25", SIMULATION: "1" });
    await put(1_000, "challenger");
    for (let call = 0; call < 4; call++)
      await ask({ rows: Array.from({ length: 250 }, () => house) }, `${PREDICT}/batch`);
    const { shareOf } = await import("./shadow");
    const rows = await shadows();
    // Of 1,000 at a quarter, 180 to 320 are five standard deviations on either side.
    expect(rows.length).toBeGreaterThan(180);
    expect(rows.length).toBeLessThan(320);
    expect(rows.every(({ id }) => shareOf(id) < 0.25)).toBe(true);
  });

  it("answers the first 1,000 rows of a batch and no more", async () => {
    const { put } = await start({ SIMULATION: "1" });
    await put(1_000, "challenger");
    const names = Object.keys(house) as (keyof typeof house)[];
    const line = names.map((name) => house[name]).join(",");
    await ask(`${names.join(",")}\n${`${line}\n`.repeat(1_200)}`, `${PREDICT}/batch`, "text/csv");
    expect(await shadows()).toHaveLength(1_000);
    await ask(`${JSON.stringify(house)}\n`.repeat(1_100), `${PREDICT}/batch`, "application/x-ndjson");
    expect(await shadows()).toHaveLength(2_000);
  });

  it("has no answer where it refuses, and what goes wrong is counted and reaches no caller", async () => {
    const { put } = await start();
    const challenger = await put(1_000, "challenger");
    const { findModel } = await import("../registry/registry");
    const { predictor } = (await findModel("houses", challenger))!;
    const { evaluate } = predictor;
    predictor.evaluate = (encoded, out) => {
      evaluate(encoded, out);
      out.reach = Infinity;
    };
    expect((await ask()).status).toBe(200);
    expect(await shadows()).toMatchObject([{ challenger_estimate: null, challenger_low: null, level: null }]);
    predictor.evaluate = () => {
      throw new Error("broken");
    };
    expect((await ask()).status).toBe(200);
    expect(await shadows()).toHaveLength(1);
    predictor.evaluate = evaluate;
    vi.spyOn(await import("../store/shadow"), "addShadows").mockRejectedValue(new Error("full"));
    expect((await ask()).status).toBe(200);
    expect(await shadows()).toHaveLength(1);
    vi.restoreAllMocks();
    const text = await metrics();
    for (const [outcome, count] of Object.entries({ estimate: 0, refusal: 1, error: 2 }))
      expect(text).toContain(`version="${challenger}",outcome="${outcome}"} ${count}\n`);
  });
});
