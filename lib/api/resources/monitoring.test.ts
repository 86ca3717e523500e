import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { monitoringReportSchema } from "../../monitoring/report";
import { HOUSE, house } from "../../testing/api";
import { startApp, stopApp } from "../../testing/app";
import { startAppWithStore } from "../../testing/api-store";

const MONITORING = "/api/models/house-price/monitoring";
const DAY = 86_400_000;

let started: Awaited<ReturnType<typeof startAppWithStore>>;
let key: string;
beforeEach(async () => {
  started = await startAppWithStore({ SIMULATION: "1", ADMIN_PASSWORD: "correct horse battery" });
  key = await (await import("../../service/api-keys")).makeApiKey("monitoring", ["admin"]);
});
afterEach(() => started.stop());

function ask(path = MONITORING, headers: Record<string, string> = { authorization: `Bearer ${key}` }) {
  return started.app.request(path, { headers });
}

/** Two houses, one of them refused, and what the other sold for; so many days ago. */
async function happen(daysAgo: number): Promise<void> {
  const headers = { "x-simulated-time": new Date(Date.now() - daysAgo * DAY).toISOString() };
  const post = async (path: string, body: unknown) => {
    const response = await started.app.request(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    return response.json();
  };
  const refused = { ...house, area: 500, bedrooms: 10, bathrooms: 1, stories: 1, basement: false, parking: 0 };
  const { results } = (await post(`${HOUSE}/batch`, { rows: [house, refused] })) as { results: { receipt?: string }[] };
  await post("/api/outcomes", { receipt: results[0]!.receipt, actual: 95_000 });
  await (await import("../../service/prediction-log")).drainPredictionLog();
}

describe("the report of a model", () => {
  it("counts what the store remembers of the days asked for, outcomes by the time of their estimate", async () => {
    for (const daysAgo of [1, 20, 50]) await happen(daysAgo);
    for (const [days, times] of [
      [7, 1],
      [30, 2],
      [90, 3],
    ]) {
      const report = monitoringReportSchema.parse(await (await ask(`${MONITORING}?days=${days}`)).json());
      expect(report.volume).toMatchObject({ predictions: 2 * times!, refusals: times, outcomes: times });
      expect(report.performance.verdict).toBe("too few to tell");
    }
  });

  it("looks back 30 days by default, and tells what another version of the model answered apart", async () => {
    await happen(1);
    await happen(40);
    const { withStore } = await import("../../store/store");
    const recent = Date.now() - 5 * DAY;
    await withStore(async (store) => {
      await store.updateTable("prediction").set({ version: "0123456789ab" }).where("at", ">", recent).execute();
      await store.updateTable("tally").set({ version: "0123456789ab" }).where("day", ">", recent).execute();
    });
    const report = monitoringReportSchema.parse(await (await ask()).json());
    expect(report.volume).toMatchObject({ predictions: 0, outcomes: 1 });
    expect(report.earlier).toMatchObject([{ version: "0123456789ab", predictions: 2, refusals: 1, outcomes: 0 }]);
  });

  it("is for the owner: a key of the scope admin, or the cookie of a login, and nobody else", async () => {
    const { login, SESSION_COOKIE } = await import("../../service/admin-session");
    const given = await login(new Headers(), "correct horse battery");
    const session = (given as { session: string }).session;
    const { makeApiKey } = await import("../../service/api-keys");
    const other = await makeApiKey("predictions", ["predict"]);
    const status = async (headers: Record<string, string>) => (await ask(MONITORING, headers)).status;
    expect(await status({ cookie: `${SESSION_COOKIE}=${session}` })).toBe(200);
    expect(await status({ "x-api-key": key })).toBe(200);
    expect(await status({})).toBe(401);
    expect(await status({ cookie: `${SESSION_COOKIE}=${session.slice(0, -2)}` })).toBe(401);
    expect(await status({ "x-api-key": other })).toBe(403);
  });

  it.each(["0", "367", "1.5", "-1", "a", ""])("refuses to look back %j days", async (days) => {
    const response = await ask(`${MONITORING}?days=${days}`);
    expect([response.status, ((await response.json()) as { detail: string }).detail]).toEqual([
      422,
      "days must be a whole number from 1 to 366",
    ]);
  });

  it("is of a model that there is", async () => {
    expect((await ask("/api/models/nothing/monitoring")).status).toBe(404);
  });
});

it("without a store, monitoring names the variable to set", async () => {
  await started.stop();
  const settings = {
    DATA_DIR: "none",
    SECRET_KEY: "0123456789abcdef0123456789abcdef",
    ADMIN_PASSWORD: "correct horse battery",
  };
  const { app } = await startApp(settings);
  const { login, SESSION_COOKIE } = await import("../../service/admin-session");
  const { session } = (await login(new Headers(), settings.ADMIN_PASSWORD)) as { session: string };
  const response = await app.request(MONITORING, { headers: { cookie: `${SESSION_COOKIE}=${session}` } });
  expect([response.status, await response.text()]).toEqual([503, expect.stringContaining("set DATABASE_URL")]);
  stopApp();
});
