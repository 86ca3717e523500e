import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { serve } from "@hono/node-server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startAppWithStore } from "../testing/api-store";
import { startCommand } from "../testing/command";
import { makeModelFolder, writeModelFolder } from "../testing/model-folders";

let directory: string;
let started: Awaited<ReturnType<typeof startAppWithStore>>;
let server: ReturnType<typeof serve>;
let url: string;
let key: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "glasshouse-publish-"));
  started = await startAppWithStore();
  key = await (await import("../service/api-keys")).makeApiKey("ci", ["publish"]);
  await new Promise<void>((resolve) => {
    server = serve({ fetch: started.app.fetch, port: 0, hostname: "127.0.0.1" }, () => resolve());
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.close();
  await started.stop();
  await rm(directory, { recursive: true });
});

/** Not at once, since the server is in this process. */
async function run(args: string[]) {
  const child = startCommand(args);
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { status: status as number, stdout, stderr };
}

const publish = (folder: string, ...more: string[]) => run(["publish", folder, "--url", url, ...more]);

test("publish sends a trained folder, which answers from then on; a challenger beside it does not", async () => {
  const folder = await makeModelFolder(directory, "flats");
  const first = await publish(folder, "--key", key);
  expect(first).toMatchObject({ status: 0, stderr: "" });
  expect(first.stdout).toMatch(/^published flats in version [0-9a-f]{12} as champion; see http.*\/models\/flats\n$/);
  const { findModel } = await import("../registry/registry");
  const { version } = (await findModel("flats"))!;
  expect(first.stdout).toContain(version);

  const other = await makeModelFolder(directory, "flats", { terms: ["area ^ 2", "city"] });
  const second = await publish(other, "--key", key, "--challenger", "--note", "bends");
  expect(second.stdout).toMatch(/ as challenger; /);
  expect((await findModel("flats"))!.version).toBe(version);
});

test("publish leaves with 1 where the model is at fault, 2 where the call is, and 3 where the key is", async () => {
  const folder = await makeModelFolder(directory, "flats");
  const untrained = await writeModelFolder(directory, "untrained");
  const taken = await makeModelFolder(directory, "salary");
  expect(await publish(untrained, "--key", key)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("not trained"),
  });
  expect(await publish(taken, "--key", key)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("a folder in MODEL_DIR has the name salary"),
  });
  expect(await run(["publish", folder, "--url", "nowhere"])).toMatchObject({ status: 2 });
  expect(await publish(folder)).toMatchObject({ status: 3, stderr: expect.stringContaining("answered 401") });
});
