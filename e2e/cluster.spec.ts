import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { request as ask, type IncomingMessage } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect } from "@playwright/test";
import { digest } from "../lib/service/credentials";
import { addApiKey, revokeApiKey } from "../lib/store/api-keys";
import { countPredictions } from "../lib/store/predictions";
import { writeSetting } from "../lib/store/settings";
import { openStore, type Store } from "../lib/store/store";
import { BATCH, HOUSE, house } from "../lib/testing/api";
import { test } from "./own-server";

/** Each test starts several servers, on a machine that may have little to give. */
test.describe.configure({ timeout: 300_000, mode: "serial" });

const CLUSTER = { WEB_CONCURRENCY: "3", PORT: "0" };

interface Sent {
  body?: object;
  key?: string;
  /** Who asks, as a proxy says it: each has limits of its own. */
  client?: string;
  /** In milliseconds. */
  timeout?: number;
}

/** Ask over a connection of its own, which goes to the next process in turn. */
async function send(url: string, { body, key, client = "192.0.2.1", timeout = 100_000 }: Sent = {}) {
  const headers = {
    "x-forwarded-for": client,
    ...(body && { "content-type": "application/json" }),
    ...(key && { authorization: `Bearer ${key}` }),
  };
  const signal = AbortSignal.timeout(timeout);
  const request = ask(url, { method: body ? "POST" : "GET", headers, agent: false, signal });
  request.end(body && JSON.stringify(body));
  const [response] = (await once(request, "response")) as [IncomingMessage];
  const process = String(response.headers["x-request-id"]).slice(0, 12);
  return { status: response.statusCode!, headers: response.headers, text: await text(response), process };
}

const times = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, index) => make(index));
const countOf = (metrics: string, name: RegExp) =>
  metrics
    .split("\n")
    .filter((line) => name.test(line))
    .reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);

async function inNewFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "glasshouse-cluster-"));
  await work(folder);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function withStoreIn(DATA_DIR: string, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore({ DATA_DIR });
  await work(store).finally(() => store.destroy());
}

test("what is wrong at the start is said once, and the exit code is that of one process", async ({ start }) => {
  const wrong = start({ ...CLUSTER, PORT: "http" });
  expect(await wrong.stopped).toEqual({
    code: 2,
    output: 'PORT must be a whole number from 0 to 65535; it is "http"\n',
  });
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const taken = start({ ...CLUSTER, PORT: String(port) });
  expect(await taken.stopped).toEqual({ code: 3, output: `port ${port} is in use; set PORT to another\n` });
  other.close();
  const nowhere = await start({ ...CLUSTER, MODEL_DIR: "/nowhere/at/all" }).stopped;
  expect(nowhere.code).toBe(2);
  expect(nowhere.output.match(/MODEL_DIR/g)).toHaveLength(1);
});

test("several processes share limits, keys, metrics, the log and the end", async ({ start }) => {
  await inNewFolder(async (DATA_DIR) => {
    const settings = { DATA_DIR, RATE_LIMIT: "50", TRUST_PROXY: "1", DRAIN_SECONDS: "2" };
    const { server, stopped, address } = start({ ...CLUSTER, ...settings });
    const url = await address;
    const metrics = async () => (await send(`${url}/metrics`)).text;
    const statuses = (answers: { status: number }[], wanted: number) =>
      answers.filter(({ status }) => status === wanted).length;

    const calls = await Promise.all(times(80, () => send(url + HOUSE, { body: house })));
    expect([statuses(calls, 200), statuses(calls, 429)]).toEqual([50, 30]);
    expect(new Set(calls.map(({ process }) => process)).size).toBe(3);
    const pages = await Promise.all(times(60, () => send(`${url}/nowhere`)));
    expect([statuses(pages, 404), statuses(pages, 429)]).toEqual([50, 10]);
    expect(pages.find(({ status }) => status === 429)!.headers["retry-after"]).toMatch(/^\d+$/);
    expect(countOf(await metrics(), /^glasshouse_predictions_total/)).toBe(50);

    const key = "revoked-key";
    const batches = () =>
      Promise.all(times(6, () => send(url + BATCH, { body: { rows: [house] }, key, client: "192.0.2.2" })));
    await withStoreIn(DATA_DIR, async (store) => {
      await addApiKey(store, { id: "k", name: "k", scopes: "predict", digest: digest(key), made_at: Date.now() });
      await writeSetting(store, "predict_keys", "needed");
      await expect.poll(async () => statuses(await batches(), 200), { timeout: 10_000, intervals: [2_500] }).toBe(6);
      await revokeApiKey(store, "k", Date.now());
    });
    await expect.poll(async () => statuses(await batches(), 403), { timeout: 10_000, intervals: [2_500] }).toBe(6);
    await withStoreIn(DATA_DIR, (store) => writeSetting(store, "predict_keys", "not needed"));
    // A process goes on with what it read last while the store is slow: until all have read it, a call may be refused.
    const withoutKey = () =>
      Promise.all(times(6, () => send(url + BATCH, { body: { rows: [house] }, client: "192.0.2.4" })));
    await expect.poll(async () => statuses(await withoutKey(), 200), { timeout: 10_000, intervals: [2_500] }).toBe(6);

    const children = () => execFileSync("ps", ["-o", "pid=", "--ppid", String(server.pid)], { encoding: "utf8" });
    const pids = () => children().trim().split(/\s+/);
    const [first] = pids();
    const counted = countOf(await metrics(), /^http_request_duration_seconds_count/);
    process.kill(Number(first), "SIGKILL");
    const answering = async () => {
      // A connection that is on its way to a process when that is killed is never answered.
      const live = () => send(`${url}/api/health/live`, { timeout: 5_000 }).catch(() => undefined);
      const answers = await Promise.all(times(9, live));
      return new Set(answers.map((answer) => answer?.process)).size;
    };
    await expect.poll(() => pids().length === 3 && !pids().includes(first!), { timeout: 60_000 }).toBe(true);
    await expect.poll(answering, { timeout: 60_000 }).toBe(3);
    expect(countOf(await metrics(), /^http_request_duration_seconds_count/)).toBeGreaterThan(counted);

    const headers = { "content-type": "application/json", "x-forwarded-for": "192.0.2.3" };
    const late = ask(url + HOUSE, { method: "POST", headers, agent: false });
    const body = JSON.stringify(house);
    const answered = once(late, "response") as Promise<[IncomingMessage]>;
    late.write(body.slice(0, 20));
    expect((await send(`${url}/api/health/ready`)).status).toBe(200);
    server.kill("SIGTERM");
    server.kill("SIGTERM");
    await expect.poll(async () => (await send(`${url}/api/health/ready`)).status).toBe(503);
    late.end(body.slice(20));
    expect((await answered)[0].statusCode).toBe(200);

    const { code, output } = await stopped;
    expect(code).toBe(0);
    expect(output.match(/Glasshouse is at/g)).toHaveLength(1);
    expect(output).toMatch(/process \d+ ended by SIGKILL; another starts in \d+(\.5)? s/);
    const lines = output.split("\n").filter((line) => line.startsWith("{"));
    const logged = lines.map((line) => JSON.parse(line) as { route?: string; status?: number });
    expect(logged.filter(({ route }) => route === "/api/models/:model/predict")).toHaveLength(81);
    await withStoreIn(DATA_DIR, async (store) => {
      expect(await countPredictions(store, "house-price", { from: 0, to: Date.now() })).toBeGreaterThanOrEqual(51);
    });
  });
});

test("four servers that start at once on a new file of the store lose nothing and share its key", async ({ start }) => {
  await inNewFolder(async (DATA_DIR) => {
    const settings = { PORT: "0", DATA_DIR, RATE_LIMIT: "0", DRAIN_SECONDS: "0" };
    const servers = times(4, () => start(settings));
    const urls = await Promise.all(servers.map(({ address }) => address));
    const answers = await Promise.all(times(80, (index) => send(urls[index % 4]! + HOUSE, { body: house })));
    const receipts = answers.map(({ text }) => (JSON.parse(text) as { receipt: string }).receipt);
    const reports = await Promise.all(
      receipts.map((receipt, index) => {
        return send(`${urls[(index + 1) % 4]}/api/outcomes`, { body: { receipt, actual: 90_000 + index } });
      }),
    );
    expect(reports.map(({ status }) => status)).toEqual(reports.map(() => reports[0]!.status));
    expect(reports[0]!.status).toBeLessThan(300);
    for (const { server } of servers) server.kill("SIGTERM");
    for (const { stopped } of servers) {
      const { code, output } = await stopped;
      expect(code).toBe(0);
      expect(output).not.toMatch(/locked|"level":"(warn|error)"/);
    }
    await withStoreIn(DATA_DIR, async (store) => {
      const always = { from: 0, to: Date.now() };
      expect(await countPredictions(store, "house-price", always)).toBe(80);
      const { reported } = await store
        .selectFrom("outcome")
        .select(({ fn }) => fn.countAll<number>().as("reported"))
        .executeTakeFirstOrThrow();
      expect(Number(reported)).toBe(80);
    });
  });
});
