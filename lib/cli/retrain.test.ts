import { once } from "node:events";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startAppWithStore } from "../testing/api-store";
import { startCommand } from "../testing/command";
import { makeDraftThread } from "../testing/draft-thread";

let started: Awaited<ReturnType<typeof startAppWithStore>>;
let made: Awaited<ReturnType<typeof makeDraftThread>>;
let server: ReturnType<typeof serve>;
let url: string;
let key: string;
beforeEach(async () => {
  started = await startAppWithStore();
  made = await makeDraftThread();
  (await import("../service/drafts/watch")).watchDrafts(made.thread);
  key = await (await import("../service/api-keys")).makeApiKey("ci", ["publish"]);
  await new Promise<void>((resolve) => {
    server = serve({ fetch: started.app.fetch, port: 0, hostname: "127.0.0.1" }, () => resolve());
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.close();
  await (await import("../service/drafts/watch")).stopDrafts();
  await started.stop();
  await made.remove();
});

/** Not at once, since the server is in this process. */
async function run(args: string[]) {
  const child = startCommand(args);
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { status: status as number, stdout, stderr };
}

async function call(path: string, body: BodyInit, headers: Record<string, string>): Promise<Record<string, unknown>> {
  const response = await fetch(url + path, { method: "POST", body, headers });
  return (await response.json()) as Record<string, unknown>;
}

test("retrain trains a model again with reported outcomes and publishes a challenger; without outcomes it leaves with 1", async () => {
  const table = await readFile(fileURLToPath(new URL("../../model/salary/training.csv", import.meta.url)));
  const json = { "content-type": "application/json", "x-api-key": key };
  const draft = await call("/api/drafts?target=salary&id=pay", table, { "content-type": "text/csv", "x-api-key": key });
  const { findDraft } = await import("../service/drafts/find");
  const { until } = await import("../testing/draft-thread");
  await until(
    () => findDraft(draft.id as string, "owner"),
    (found) => found?.status === "ready",
  );
  await call(`/api/drafts/${draft.id as string}/publish`, '{"alias":"champion"}', json);
  const retrain = () => run(["retrain", "pay", "--url", url, "--key", key]);
  expect(await retrain()).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("no outcome has been reported since the model was trained"),
  });

  const { inputs } = (await (await fetch(`${url}/api/models/pay`)).json()) as { inputs: { name: string }[] };
  const answers = JSON.stringify(Object.fromEntries(inputs.map(({ name }) => [name, 7])));
  const { receipt } = await call("/api/models/pay/predict", answers, json);
  expect(await call("/api/outcomes", JSON.stringify({ receipt, actual: 66_000 }), json)).toHaveProperty("model", "pay");
  const done = await retrain();
  expect(done).toMatchObject({ status: 0, stderr: "" });
  expect(done.stdout).toMatch(/^trained pay again with 1 reported outcome: .*9 rows/);
  const version = /published pay in version ([0-9a-f]{12}) as challenger/.exec(done.stdout)?.[1];
  expect(done.stdout).toContain(`compare it with the champion: ${url}/models/pay/versions/${version}\n`);
}, 120_000);
