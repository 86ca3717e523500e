import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { serve } from "@hono/node-server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startAppWithStore } from "../testing/api-store";
import { startCommand } from "../testing/command";
import { filesAs, putVersion } from "../testing/published";

let started: Awaited<ReturnType<typeof startAppWithStore>>;
let server: ReturnType<typeof serve>;
let url: string;
beforeEach(async () => {
  started = await startAppWithStore({ APPROVALS: "1" });
  await new Promise<void>((resolve) => {
    server = serve({ fetch: started.app.fetch, port: 0, hostname: "127.0.0.1" }, () => resolve());
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.close();
  await started.stop();
});

/** Not at once, since the server is in this process. */
async function run(key: string, ...args: string[]) {
  const child = startCommand([...args, "--url", url, "--key", key]);
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { status: status as number, stdout, stderr };
}

test("promote, approve, versions and rollback do on the command line what the pages do", async () => {
  const { makeApiKey } = await import("../service/api-keys");
  const [publish, review] = [
    await makeApiKey("ci", ["publish"]),
    await makeApiKey("second", ["review"], "reviewer"),
  ] as const;
  const { withStore } = await import("../store/store");
  const first = await withStore(async (store) => putVersion(store, await filesAs("pay")));
  const second = await withStore(async (store) => putVersion(store, await filesAs("pay", 1), "challenger"));

  const why = ["--reason", "a trial"];
  expect(await run(publish, "approve", "pay", second, ...why)).toMatchObject({
    status: 1,
    stderr: `no proposal of version ${second} of pay waits for a second person\n`,
  });
  const proposed = await run(publish, "promote", "pay", second, ...why, "--expected", first, "--override");
  expect(proposed).toEqual({
    ...{ status: 0, stderr: "" },
    stdout: `proposed version ${second} of pay instead of ${first}; it waits for a second person: ${url}/models/pay/versions\n`,
  });
  expect((await run(publish, "versions", "pay")).stdout).toContain(`${second}\tproposed\t`);
  expect(await run(publish, "approve", "pay", second, ...why)).toMatchObject({
    status: 3,
    stderr: expect.stringContaining("answered 403"),
  });
  expect((await run(review, "approve", "pay", second, ...why)).stdout).toBe(
    `version ${second} of pay is confirmed; it is the champion now\n`,
  );
  expect(await run(publish, "rollback", "pay", ...why)).toMatchObject({
    stdout: `version ${first} of pay is the champion again, instead of ${second}\n`,
  });
  expect(await run(publish, "rollback", "pay", ...why)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("there is no earlier champion to go back to; to use another version, promote it"),
  });
}, 60_000);
