import { afterEach, describe, expect, it, vi } from "vitest";
import type { PredictionRow } from "../store/tables";
import { HOUSE, house } from "../testing/api";
import { startAppWithStore } from "../testing/api-store";

let started: Awaited<ReturnType<typeof startAppWithStore>>;
afterEach(() => started.stop());

async function start(settings: Record<string, string> = {}) {
  started = await startAppWithStore(settings);
  return import("./prediction-log");
}

async function ask(body: object = house, path = HOUSE): Promise<number> {
  const headers = { "content-type": "application/json" };
  return (await started.app.request(path, { method: "POST", headers, body: JSON.stringify(body) })).status;
}

async function logged(): Promise<PredictionRow[]> {
  const { drainPredictionLog } = await import("./prediction-log");
  await drainPredictionLog();
  const { readPredictions } = await import("../store/predictions");
  const { withStore } = await import("../store/store");
  return withStore(async (store) => {
    const rows: PredictionRow[] = [];
    for await (const row of readPredictions(store, { model: "house-price" }, { from: 0, to: 9e15 })) rows.push(row);
    return rows;
  });
}

describe("the log of predictions", () => {
  it("holds each estimate and each refusal, whatever protocol asked, with inputs and warnings", async () => {
    await start();
    await ask();
    await ask({ ...house, area: 50_000, bedrooms: 1, stories: 6 });
    await ask({ rows: [house, {}, house] }, "/api/models/house-price/predict/batch");
    await ask({ dataframe_records: [house] }, "/invocations?model=house-price");
    const rows = await logged();
    expect(rows).toHaveLength(5);
    const [refused] = rows.filter(({ refusal }) => refusal !== null);
    expect(refused).toMatchObject({ estimate: null, low: null, high: null, level: null });
    expect(JSON.parse(refused!.warnings)).toContainEqual({ code: "outside_training_range", input: "area" });
    const [estimated] = rows.filter(({ estimate }) => estimate !== null);
    expect(estimated).toMatchObject({ level: 0.8, refusal: null, weight: 1, warnings: "[]" });
    expect(JSON.parse(estimated!.inputs!)).toEqual({ ...house, guest_rooms: false });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(5);
  });

  it("leaves inputs out where they are not to be kept", async () => {
    await start({ LOG_INPUTS: "no" });
    await ask();
    expect((await logged()).map(({ inputs }) => inputs)).toEqual([null]);
  });

  it("keeps a sample in which each row counts for those left out, or nothing at all", async () => {
    // A simulation is no crowd, of which only a sample would be kept.
    const { logPrediction } = await start({ LOG_SAMPLE: "0.25", SIMULATION: "1" });
    const { findModel } = await import("../registry/registry");
    const { predict } = await import("../model/answer/predict");
    const model = (await findModel("house-price"))!;
    const inputs = model.schema.parse(house);
    const prediction = predict(model, inputs);
    for (let id = 0; id < 2_000; id++) logPrediction(model, inputs, prediction, { id: String(id), at: Date.now() });
    const rows = await logged();
    // Of 2,000 at a quarter, 400 to 600 are five standard deviations on either side.
    expect(rows.length).toBeGreaterThan(400);
    expect(rows.length).toBeLessThan(600);
    expect(new Set(rows.map(({ weight }) => weight))).toEqual(new Set([4]));
    await started.stop();
    for (const settings of [{ LOG_DAYS: "0" }, { LOG_SAMPLE: "0" }] as Record<string, string>[]) {
      await start(settings);
      await ask();
      expect(await logged()).toEqual([]);
      if (settings.LOG_DAYS) await started.stop();
    }
  });

  it("is bounded: past that, predictions are answered all the same, and those not logged are counted", async () => {
    const { predictionLog } = await start({ SIMULATION: "1" });
    const { findModel } = await import("../registry/registry");
    const { predict } = await import("../model/answer/predict");
    const model = (await findModel("house-price"))!;
    const inputs = model.schema.parse(house);
    const { logPrediction } = await import("./prediction-log");
    const prediction = predict(model, inputs);
    for (let id = 0; id < 10_000; id++) logPrediction(model, inputs, prediction, { id: String(id), at: 1 });
    expect(await ask()).toBe(200);
    expect([predictionLog.waiting.length, predictionLog.dropped]).toEqual([10_000, 1]);
    const metrics = await (await started.app.request("/metrics")).text();
    expect(metrics).toContain("\nglasshouse_predictions_not_logged_total 1\n");
    predictionLog.waiting.length = 0;
  });

  it("forgets predictions older than LOG_DAYS", async () => {
    const { drainPredictionLog, logPrediction } = await start({ LOG_DAYS: "30" });
    const { findModel } = await import("../registry/registry");
    const { predict } = await import("../model/answer/predict");
    const model = (await findModel("house-price"))!;
    const inputs = model.schema.parse(house);
    const daysAgo = (days: number) => Date.now() - days * 86_400_000;
    for (const days of [31, 29]) {
      logPrediction(model, inputs, predict(model, inputs), { id: String(days), at: daysAgo(days) });
    }
    await drainPredictionLog();
    expect((await logged()).map(({ id }) => id)).toEqual(["29"]);
  });

  it("is a sample of a thousand where more ask within a second, whose weights stand for all", async () => {
    const { countWaiting, logPrediction } = await start();
    const { findModel } = await import("../registry/registry");
    const { predict } = await import("../model/answer/predict");
    const model = (await findModel("house-price"))!;
    const inputs = model.schema.parse(house);
    const prediction = predict(model, inputs);
    const now = Date.now();
    const clock = vi.spyOn(performance, "now");
    for (const [second, count] of [5_000, 1_000, 1_200].entries()) {
      clock.mockReturnValue(1e9 + 1_000 * second);
      for (let id = 0; id < count; id++) {
        logPrediction(model, inputs, prediction, { id: `${second} ${id}`, at: now + second });
      }
    }
    clock.mockRestore();
    expect(countWaiting()).toBe(3_000);
    const rows = await logged();
    for (const [second, weight] of [5, 1, 1.2].entries()) {
      const weights = rows.filter(({ at }) => at === now + second).map((row) => row.weight);
      expect(weights).toEqual(new Array(1_000).fill(weight));
    }
  });

  it("is written while nobody asks any more, once the second is over", async () => {
    const { countWaiting, predictionLog } = await start();
    await ask();
    expect([predictionLog.waiting.length, countWaiting()]).toEqual([0, 1]);
    await expect.poll(countWaiting, { timeout: 20_000 }).toBe(0);
    expect(await logged()).toHaveLength(1);
  });

  it("is given up where there is no store, and predictions go on", async () => {
    const { countWaiting, predictionLog, drainPredictionLog } = await start({ DATA_DIR: "none" });
    expect(await ask()).toBe(200);
    await drainPredictionLog();
    expect(await ask()).toBe(200);
    await drainPredictionLog();
    expect([countWaiting(), predictionLog.dropped]).toEqual([0, 0]);
  });
});
