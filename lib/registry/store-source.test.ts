import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test, vi } from "vitest";
import { startProcess, stopApp } from "../testing/app";
import { filesOf, makeModelDir } from "../testing/model-dir";
import { postgresRunsHere } from "../testing/postgres";
import { filesAs, putVersion, rowOf } from "../testing/published";
import { dialects, type TestedStore } from "../testing/store";
import { addVersion, changeModels, dropAlias, setAlias } from "../store/published-models";
import type { Store } from "../store/store";
import type { News } from "./news";

/** As if nobody had asked for a model in two seconds. */
const pass = () => vi.advanceTimersByTime(2_000);

describe.for(Object.entries(dialects))("models in %s", { timeout: 60_000 }, ([name, make]) => {
  if (name === "PostgreSQL" && !postgresRunsHere) return it.skip("has no binaries for this platform");
  let tested: TestedStore;
  let store: Store;
  let MODEL_DIR: string;
  beforeAll(async () => {
    tested = await make();
    store = await tested.open();
    MODEL_DIR = await makeModelDir(await filesOf("salary"));
  }, 120_000);
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    for (const table of ["alias", "version"] as const) await store.deleteFrom(table).execute();
  });
  afterEach(async () => {
    vi.useRealTimers();
    vi.doUnmock("../store/published-models");
    await (await import("../store/store")).closeStore();
    stopApp();
  });
  afterAll(async () => {
    await store.destroy();
    await tested.remove();
    await rm(MODEL_DIR, { recursive: true });
  });

  /** The registry of an instance that has just started. */
  async function start() {
    const { DATABASE_URL = "", DATA_DIR = "none" } = tested.place;
    startProcess({ MODEL_DIR, DATABASE_URL, DATA_DIR });
    const news: News[] = [];
    (await import("./news")).hearNews((each) => news.push(each));
    return { ...(await import("./registry")), news };
  }

  it("listPublished() has those of the folder and the champions of the store, and reads no file of them", async () => {
    const champion = await putVersion(store, await filesAs("pay"));
    const challenger = await putVersion(store, await filesAs("pay", 1), "challenger");
    const { listPublished, loadedModel } = await start();
    expect(await listPublished()).toMatchObject([
      { id: "salary", origin: "folder", challenger: null },
      { id: "pay", origin: "store", version: champion, challenger },
    ]);
    expect(loadedModel("pay")).toBeUndefined();
  });

  it("findModel(id) loads a model when it is needed, once, for every copy of the module", async () => {
    const version = await putVersion(store, await filesAs("pay"));
    const { findModel, loadedModel } = await start();
    const [model, same] = await Promise.all([findModel("pay"), findModel("pay")]);
    expect(model).toMatchObject({ version, spec: { id: "pay" } });
    vi.resetModules();
    const copy = await import("./registry");
    for (const each of [same, loadedModel("pay"), copy.loadedModel("pay"), await copy.findModel("pay", version)])
      expect(each).toBe(model);
  });

  it("findModel(id, version) finds any version of the store, of models without a champion too", async () => {
    const versions = [0, 1, 2].map(async (times) => putVersion(store, await filesAs("pay", times)));
    const first = (await Promise.all(versions))[0]!;
    const lone = await putVersion(store, await filesAs("lone"), "challenger");
    const { findModel, listPublished } = await start();
    expect(await findModel("pay", first)).toMatchObject({ version: first });
    expect(await findModel("pay", first)).toBe(await findModel("pay", first));
    expect(await findModel("pay", "000000000000")).toBeUndefined();
    expect([await findModel("lone"), (await findModel("lone", lone))?.version]).toEqual([undefined, lone]);
    expect((await listPublished()).map(({ id }) => id)).toEqual(["salary", "pay"]);
  });

  it("findModel(id) gives what another instance publishes, or rolls back to, two seconds later", async () => {
    const first = await putVersion(store, await filesAs("pay"));
    const one = await start();
    await one.findModel("pay");
    const other = await start();
    const all = async () => [(await one.findModel("pay"))?.version, (await other.findModel("pay"))?.version];
    expect(await all()).toEqual([first, first]);
    const second = await putVersion(store, await filesAs("pay", 1));
    pass();
    expect(await all()).toEqual([second, second]);
    expect([one.loadedModel("pay")?.version, other.loadedModel("pay")?.version]).toEqual([second, second]);
    await changeModels(store, (transaction) => dropAlias(transaction, "pay", "champion"));
    pass();
    expect(await all()).toEqual([first, first]);
    await putVersion(store, await filesAs("more"));
    await one.refreshModels();
    expect(await one.findModel("more")).toBeDefined();
  });

  it("a folder keeps its name: a model of the store that has it is not served, which the log says", async () => {
    await putVersion(store, await filesAs("salary", 1));
    const { findModel, isOfFolder, listPublished, news } = await start();
    expect((await listPublished()).map(({ id, origin }) => [id, origin])).toEqual([["salary", "folder"]]);
    expect((await findModel("salary"))!.spec.title).not.toBe("Model salary");
    expect(news.filter(({ level }) => level === "warn")).toMatchObject([
      { message: expect.stringMatching(/^model salary of the store is not served/) },
    ]);
    expect([await isOfFolder("salary"), await isOfFolder("pay")]).toEqual([true, false]);
  });

  it("a version that cannot be loaded takes no other model away", async () => {
    await putVersion(store, await filesAs("pay"));
    const row = { ...(await rowOf(await filesAs("bad"))), bundle: (await rowOf(await filesAs("bad", 1))).spec };
    await changeModels(store, async (transaction) => {
      await addVersion(transaction, row);
      const { model, version, revision } = row;
      await setAlias(transaction, { model, version, revision, alias: "champion", set_at: 1, set_by: "owner" });
    });
    const { findModel, findUnavailable, listModels, listNotServed } = await start();
    expect((await listModels()).map(({ spec }) => spec.id)).toEqual(["salary", "pay"]);
    expect(await findModel("bad")).toBeUndefined();
    expect(await findUnavailable("bad")).toMatchObject({ reason: expect.stringMatching(/^artifact.json: format/) });
    expect(await listNotServed()).toMatchObject([{ name: "bad" }]);
  });

  it("listOutlines() of 100 models with 20 versions each reads no bundle and loads no model", async () => {
    const rows = await Promise.all(
      Array.from({ length: 20 }, async (_, times) => rowOf(await filesAs("pay", times), times)),
    );
    await changeModels(store, async (transaction) => {
      for (let index = 0; index < 100; index++) {
        for (const row of rows) await addVersion(transaction, { ...row, model: `m${index}` });
        for (const { version, revision } of rows.slice(-3)) {
          const model = `m${index}`;
          await setAlias(transaction, { model, version, revision, alias: "champion", set_at: 1, set_by: "owner" });
        }
      }
    });
    const readVersion = vi.fn();
    const readOutlines = vi.fn();
    vi.doMock("../store/published-models", async (original) => {
      const real = await original<typeof import("../store/published-models")>();
      return { ...real, readVersion, readOutlines: readOutlines.mockImplementation(real.readOutlines) };
    });
    const { listOutlines, loadedModel } = await start();
    for (let times = 0; times < 2; times++) {
      const outlines = await listOutlines();
      expect(outlines).toHaveLength(101);
      expect(outlines[1]).toMatchObject({ version: rows[19]!.version, evidence: { rows: 8 } });
    }
    expect([readVersion, readOutlines].map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
    expect(loadedModel("m0")).toBeUndefined();
  });
});

describe.runIf(postgresRunsHere)("models in a PostgreSQL that goes away", { timeout: 120_000 }, () => {
  afterEach(() => vi.useRealTimers());

  it("go on as they were read last, those of the folder in any case, and are back with it", async () => {
    const { startPostgres } = await import("../testing/postgres");
    const { openStore } = await import("../store/store");
    const postgres = await startPostgres();
    const MODEL_DIR = await makeModelDir(await filesOf("salary"));
    vi.useFakeTimers({ toFake: ["performance"] });
    const publish = async (id: string, times: number) => {
      const store = await openStore({ DATABASE_URL: postgres.url });
      const version = await putVersion(store, await filesAs(id, times));
      await store.destroy();
      return version;
    };
    const first = await publish("pay", 0);
    await publish("rest", 0);
    startProcess({ MODEL_DIR, DATABASE_URL: postgres.url });
    const before = await import("./registry");
    const model = await before.findModel("pay");
    expect(model?.version).toBe(first);

    await postgres.stop();
    for (let times = 0; times < 3; times++) {
      pass();
      expect(await before.findModel("pay")).toBe(model);
      expect(await before.findModel("salary")).toBeDefined();
    }
    expect(await before.findModel("rest")).toBeUndefined();
    expect(await before.findUnavailable("rest")).toMatchObject({ name: "rest" });

    // An instance that starts now serves its folder, and does not know of other names whether they are there.
    startProcess({ MODEL_DIR, DATABASE_URL: postgres.url });
    const after = await import("./registry");
    expect((await after.listModels()).map(({ spec }) => spec.id)).toEqual(["salary"]);
    expect(await after.findUnavailable("pay")).toMatchObject({ name: "pay", reason: expect.stringContaining("store") });

    await postgres.start();
    const second = await publish("pay", 1);
    await vi.waitFor(
      async () => {
        pass();
        const versions = [(await before.findModel("pay"))?.version, (await after.findModel("pay"))?.version];
        expect(versions).toEqual([second, second]);
      },
      { timeout: 30_000, interval: 100 },
    );
    expect(await after.findUnavailable("nowhere")).toBeUndefined();
    await (await import("../store/store")).closeStore();
    stopApp();
    await postgres.remove();
    await rm(MODEL_DIR, { recursive: true });
  });
});

test("listOutlines() makes no store where there is none yet", async () => {
  const MODEL_DIR = await makeModelDir(await filesOf("salary"));
  const DATA_DIR = join(MODEL_DIR, ".data");
  startProcess({ MODEL_DIR, DATA_DIR });
  const { listOutlines, findModel } = await import("./registry");
  expect((await listOutlines()).map(({ spec }) => spec.id)).toEqual(["salary"]);
  expect(await findModel("pay")).toBeUndefined();
  expect(existsSync(DATA_DIR)).toBe(false);
  stopApp();
  await rm(MODEL_DIR, { recursive: true });
});
