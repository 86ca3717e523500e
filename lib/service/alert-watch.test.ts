import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parseShift } from "../monitoring/shift";
import { simulate } from "../monitoring/simulate";
import { predict } from "../model/answer/predict";
import { startAppWithStore } from "../testing/api-store";

const MINUTE = 60_000;
const now = new Date("2026-06-30T12:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * MINUTE);

interface Call {
  headers: Record<string, string>;
  body: string;
}
let calls: Call[];
let status: number;
let receiver: Server;
let started: Awaited<ReturnType<typeof startAppWithStore>>;

beforeEach(async () => {
  [calls, status] = [[], 200];
  receiver = createServer(async (request, response) => {
    calls.push({ headers: request.headers as Record<string, string>, body: await text(request) });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const ALERT_WEBHOOK = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  started = await startAppWithStore({ ALERT_WEBHOOK });
});
afterEach(async () => {
  await started.stop();
  receiver.closeAllConnections();
  receiver.close();
});

/** Houses that were asked for in the ten days before, larger than those of the table. */
async function logHouses(perDay: number): Promise<void> {
  const { findModel } = await import("../registry/registry");
  const { addPredictions } = await import("../store/predictions");
  const { withStore } = await import("../store/store");
  const model = (await findModel("house-price"))!;
  const shifts = [parseShift(model.spec, "area:+60%")];
  const rows = [...simulate(model, { days: 10, rows: perDay, shifts, from: 1, end: now, seed: 1 })].map(
    ({ at, inputs }, index) => ({
      ...{ model: model.spec.id, version: model.version, at: at.getTime(), id: String(index), weight: 1 },
      ...{ inputs: JSON.stringify(inputs), estimate: predict(model, inputs).estimate, warnings: "[]" },
      ...{ low: null, high: null, level: null, refusal: null },
    }),
  );
  await withStore((store) => addPredictions(store, rows));
}

async function forgetHouses(): Promise<void> {
  const { withStore } = await import("../store/store");
  for (const table of ["prediction", "tally"] as const) await withStore((store) => store.deleteFrom(table).execute());
}

async function run(at: Date): Promise<void> {
  const { runWatch } = await import("./alert-watch");
  await runWatch(at);
}

it("an alert that fires is told once, signed so that Standard Webhooks verify it, and stands", async () => {
  await logHouses(40);
  for (const minutes of [0, 6, 12]) await run(later(minutes));
  expect(calls.length).toBe(1);
  const { headers, body } = calls[0]!;
  expect(JSON.parse(body)).toMatchObject({
    type: "alert.fired",
    timestamp: now.toISOString(),
    data: {
      model: "house-price",
      version: expect.stringMatching(/^[0-9a-f]{12}$/),
      rule: "drift",
      detail: expect.stringContaining("area"),
    },
  });
  const { webhookSecret } = await import("./webhook");
  const secret = Buffer.from((await webhookSecret()).replace("whsec_", ""), "base64");
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  expect(headers["webhook-signature"]).toBe(`v1,${createHmac("sha256", secret).update(signed).digest("base64")}`);
  const { readStanding } = await import("../store/alerts");
  const { withStore } = await import("../store/store");
  const { findModel } = await import("../registry/registry");
  const { version } = (await findModel("house-price"))!;
  const standing = await withStore((store) => readStanding(store, { model: "house-price", version }));
  expect(standing).toEqual({ drift: now.getTime() });
});

it("a receiver that fails is told again under the same id, after pauses that double, until it takes it", async () => {
  await logHouses(40);
  status = 500;
  const tried: number[] = [];
  for (let minute = 0; minute <= 10; minute++) {
    if (minute === 7) status = 204;
    const before = calls.length;
    await run(later(minute));
    if (calls.length > before) tried.push(minute);
  }
  expect(tried).toEqual([0, 1, 3, 7]);
  expect(new Set(calls.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

it("too few rows fire nothing, and leave what stands as it was", async () => {
  await logHouses(1);
  await run(now);
  expect(calls).toEqual([]);
  await forgetHouses();
  await logHouses(40);
  await run(later(6));
  await forgetHouses();
  await run(later(12));
  expect(calls.map(({ body }) => JSON.parse(body).type)).toEqual(["alert.fired"]);
});

it("of several instances that look at once, one reports, and the alert is told once", async () => {
  await logHouses(40);
  await Promise.all([run(now), run(now), run(now)]);
  await run(later(1));
  expect(calls.length).toBe(1);
});
