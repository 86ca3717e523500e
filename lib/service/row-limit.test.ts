import { afterEach, expect, test, vi } from "vitest";
import { BATCH, house } from "../testing/api";
import { from, startApp, stopApp } from "../testing/app";

afterEach(() => {
  vi.useRealTimers();
  stopApp();
});

const post = (
  app: Awaited<ReturnType<typeof startApp>>["app"],
  address: string,
  path: string,
  type: string,
  body: string,
) => app.request(path, { method: "POST", headers: { "content-type": type }, body }, from(address));
const table = (rows: number) => `${Object.keys(house).join()}\n${`${Object.values(house).join()}\n`.repeat(rows)}`;
const lines = (rows: number) => `${JSON.stringify(house)}\n`.repeat(rows);
const json = (rows: number) => JSON.stringify({ rows: new Array(rows).fill(house) });
const frame = (rows: number) => JSON.stringify({ dataframe_records: new Array(rows).fill(house) });
const tensors = (rows: number) =>
  JSON.stringify({
    inputs: Object.entries(house).map(([name, value]) => ({
      name,
      shape: [rows],
      datatype: typeof value === "boolean" ? "BOOL" : "FP64",
      data: new Array(rows).fill(value),
    })),
  });

test("takeRows(client, rows) counts by client and minute, and lets more be taken than are left", async () => {
  await startApp({ ROW_LIMIT: "100" });
  const { takeRows } = await import("./row-limit");
  expect(await takeRows("a", 0)).toEqual({ rows: 100, seconds: 60 });
  expect(await takeRows("a", 70)).toMatchObject({ rows: 30 });
  expect(await takeRows("a", 70)).toMatchObject({ rows: 0 });
  expect(await takeRows("b", 1)).toMatchObject({ rows: 99 });
});

test("takeRows(client, rows) knows no limit of 0", async () => {
  await startApp({ ROW_LIMIT: "0" });
  const { takeRows } = await import("./row-limit");
  expect(await takeRows("a", 1e9)).toBeUndefined();
});

test.each([
  ["a table", BATCH, "text/csv", table],
  ["lines of JSON", BATCH, "application/x-ndjson", lines],
  ["a batch of JSON", BATCH, "application/json", json],
  ["MLflow's records", "/invocations?model=house-price", "application/json", frame],
  ["tensors", "/v2/models/house-price/infer", "application/json", tensors],
])(
  "%s that passes ROW_LIMIT is answered to its end, and the client's next batch has to wait",
  async (_, path, type, write) => {
    const { app } = await startApp({ ROW_LIMIT: "5" });
    const first = await post(app, "192.0.2.1", path, type, write(8));
    expect(first.status).toBe(200);
    expect((await first.text()).match(/90242\.69/g)!.length).toBeGreaterThanOrEqual(8);

    const refused = await post(app, "192.0.2.1", BATCH, "text/csv", table(1));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await refused.json()).detail).toMatch(
      /^a client can have at most 5 rows of batches a minute scored, and none are left; the next batch must wait \d+ s$/,
    );
    expect((await post(app, "192.0.2.2", BATCH, "text/csv", table(1))).status).toBe(200);
  },
);
