import { afterAll, beforeAll, expect, it } from "vitest";
import { postgresRunsHere, startPostgres, type Postgres } from "../testing/postgres";
import { HOUSE, house } from "../testing/api";
import { startApp, stopApp } from "../testing/app";

let postgres: Postgres;
beforeAll(async () => {
  if (postgresRunsHere) postgres = await startPostgres();
}, 120_000);
afterAll(async () => {
  stopApp();
  await postgres?.remove();
});

it.skipIf(!postgresRunsHere)(
  "while PostgreSQL is away predictions go on, outcomes are 503 with Retry-After, and nothing acknowledged is lost",
  { timeout: 120_000 },
  async () => {
    const { app } = await startApp({ DATABASE_URL: postgres.url });
    const call = (path: string, body: unknown) =>
      app.request(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const receiptOf = async () => ((await (await call(HOUSE, house)).json()) as { receipt: string }).receipt;

    /** Under load: a prediction and its outcome, again and again; gives what each was answered. */
    const acknowledged: string[] = [];
    const run = async (times: number) => {
      const statuses = new Set<number>();
      for (let count = 0; count < times; count++) {
        const prediction = await call(HOUSE, house);
        expect(prediction.status).toBe(200);
        const { receipt } = (await prediction.json()) as { receipt: string };
        expect(receipt).toBeDefined();
        const outcome = await call("/api/outcomes", { receipt, actual: 90_000 });
        statuses.add(outcome.status);
        if (outcome.status === 200) acknowledged.push(receipt);
        else expect(outcome.headers.get("retry-after")).toMatch(/^\d+$/);
      }
      return [...statuses];
    };

    expect(await run(20)).toEqual([200]);
    const waiting = await receiptOf();
    const [during] = await Promise.all([run(40), postgres.stop()]);
    expect(during.every((status) => status === 200 || status === 503)).toBe(true);
    expect(await run(5)).toEqual([503]);
    expect((await call("/api/outcomes", { receipt: waiting, actual: 1_000 * 90 })).status).toBe(503);

    await postgres.start();
    const again = await call("/api/outcomes", { receipt: waiting, actual: 1_000 * 90 });
    expect(again.status).toBe(200);
    expect(await run(5)).toEqual([200]);
    for (const receipt of acknowledged) {
      expect(await (await call("/api/outcomes", { receipt, actual: 90_000 })).json()).toMatchObject({
        status: "known",
      });
    }
    const { countWaiting, drainPredictionLog, predictionLog } = await import("../service/prediction-log");
    await drainPredictionLog();
    expect([countWaiting(), predictionLog.dropped]).toEqual([0, 0]);
    const { closeStore } = await import("../store/store");
    await closeStore();
  },
);
