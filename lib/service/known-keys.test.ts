import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HOUSE, house } from "../testing/api";
import { startAppWithStore } from "../testing/api-store";
import { startApp, stopApp } from "../testing/app";

let started: Awaited<ReturnType<typeof startAppWithStore>>;
beforeEach(async () => void (started = await startAppWithStore({})));
afterEach(() => started.stop());

type App = (typeof started)["app"];
const call = (app: App, path: string, body: unknown, key?: string) =>
  app.request(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...(key !== undefined && { "x-api-key": key }) },
    body: JSON.stringify(body),
  });
const batch = async (key?: string, app = started.app) =>
  (await call(app, `${HOUSE}/batch`, { rows: [house] }, key)).status;
const single = async (key?: string, app = started.app) => (await call(app, HOUSE, house, key)).status;
const keys = () => import("./api-keys");
const idOf = async (name: string) => (await (await keys()).readApiKeys()).find((key) => key.name === name)!.id;

describe("checkKey(scope, digest)", () => {
  it("keeps the API closed when its last key is revoked, until the owner opens it", async () => {
    const { changeKeyRule, endApiKey, makeApiKey, readKeyRule } = await keys();
    expect([await batch(), await readKeyRule()]).toEqual([200, { needed: false, fixed: false }]);
    const key = await makeApiKey("only", ["predict"]);
    expect([await batch(), await batch(key), await readKeyRule()]).toEqual([401, 200, { needed: true, fixed: false }]);
    await endApiKey(await idOf("only"));
    expect([await batch(), await batch(key), await single()]).toEqual([401, 403, 401]);
    await changeKeyRule(false);
    expect([await batch(), await single()]).toEqual([200, 200]);
    await makeApiKey("again", ["predict"]);
    expect(await batch()).toBe(401);
  });

  it("needs no key for predictions where the only one is for something else", async () => {
    await (await keys()).makeApiKey("owner", ["admin"]);
    expect(await batch()).toBe(200);
  });

  it("refuses a key that another instance revoked, within two seconds and at the first call after them", async () => {
    const { makeApiKey } = await keys();
    const key = await makeApiKey("one", ["predict"]);
    await makeApiKey("two", ["predict"]);
    expect(await batch(key)).toBe(200);
    const { openStore } = await import("../store/store");
    const { revokeApiKey } = await import("../store/api-keys");
    const elsewhere = await openStore({ DATA_DIR: started.DATA_DIR });
    await revokeApiKey(elsewhere, await idOf("one"), Date.now());
    await elsewhere.destroy();
    await setTimeout(2_100);
    expect(await batch(key)).toBe(403);
  });

  it("lets nobody read the model in volume where the keys cannot be read, and goes on with single predictions", async () => {
    const key = await (await keys()).makeApiKey("one", ["predict"]);
    const { DATA_DIR } = started;
    await (await import("../store/store")).closeStore();
    for (const name of await readdir(DATA_DIR)) await writeFile(join(DATA_DIR, name), Buffer.alloc(8_192, 7));
    const { app } = await startApp({ DATA_DIR });
    expect([await batch(undefined, app), await batch(key, app)]).toEqual([503, 503]);
    expect((await app.request("/api/models/house-price/export?format=json")).status).toBe(503);
    const answer = await call(app, HOUSE, house);
    expect([answer.status, ((await answer.json()) as { receipt?: string }).receipt]).toEqual([200, undefined]);
    stopApp();
  });
});
