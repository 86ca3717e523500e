import { readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listAudit } from "../../store/audit";
import { listVersions } from "../../store/published-models";
import type { Store } from "../../store/store";
import { startProcess, stopApp } from "../../testing/app";
import { makeDraftThread, until } from "../../testing/draft-thread";
import { importFixture } from "../../testing/import-fixtures";
import { filesOf, makeModelDir } from "../../testing/model-dir";
import { postgresRunsHere } from "../../testing/postgres";
import { dialects, type TestedStore } from "../../testing/store";
import type { Draft } from "./find";

const tableOf = (id: string) => readFile(fileURLToPath(new URL(`../../../model/${id}/training.csv`, import.meta.url)));

/** A table in which one row has no outcome, and a column repeats another. */
function oddTable(): Buffer {
  const rows = Array.from({ length: 40 }, (_, row) => {
    const area = 50 + ((row * 37) % 40);
    const price = 1_000 * area + 7_000 * ((row * 7) % 5) + 10_000;
    return [area, area * 10.7639, ["north", "south"][row % 2], row === 7 ? "" : price].join();
  });
  return Buffer.from(["Living area,Area (sqft),Side,Price", ...rows, ""].join("\n"));
}

async function* chunksOf(bytes: Uint8Array) {
  for (let start = 0; start < bytes.length; start += 1_000) yield bytes.subarray(start, start + 1_000);
}

describe.for(Object.entries(dialects))("drafts in %s", { timeout: 120_000 }, ([name, make]) => {
  if (name === "PostgreSQL" && !postgresRunsHere) return it.skip("has no binaries for this platform");
  let tested: TestedStore;
  let store: Store;
  let MODEL_DIR: string;
  let made: Awaited<ReturnType<typeof makeDraftThread>>;
  beforeAll(async () => {
    tested = await make();
    store = await tested.open();
    MODEL_DIR = await makeModelDir(await filesOf("salary"));
    made = await makeDraftThread();
  }, 120_000);
  beforeEach(async () => {
    for (const table of ["alias", "version", "audit", "draft", "file", "file_part", "lease"] as const) {
      await store.deleteFrom(table).execute();
    }
  });
  afterEach(async () => {
    await (await import("./watch")).stopDrafts();
    await (await import("../../store/store")).closeStore();
    stopApp();
  });
  afterAll(async () => {
    await store.destroy();
    await tested.remove();
    await made.remove();
    await rm(MODEL_DIR, { recursive: true });
  });

  /** A process with this store, and what it does about drafts. */
  async function start({ works = true } = {}) {
    const { DATABASE_URL = "", DATA_DIR = "none" } = tested.place;
    // What was started before works on nothing any more.
    await (await import("./watch")).stopDrafts();
    startProcess({ MODEL_DIR, DATABASE_URL, DATA_DIR });
    const watch = await import("./watch");
    const find = await import("./find");
    const { createDraft } = await import("./create");
    if (works) watch.watchDrafts(made.thread);
    const create = (bytes: Uint8Array, options: object, more: object = {}) =>
      createDraft({ kind: "table", options, bytes: chunksOf(bytes), actor: "owner", ...more });
    const settled = (id: string) =>
      until(
        () => find.findDraft(id, "owner"),
        (draft) => draft?.status === "ready" || draft?.status === "failed",
      ) as Promise<Draft>;
    const ready = async (bytes: Uint8Array, options: object, more: object = {}) => {
      const draft = await create(bytes, options, more);
      if ("refused" in draft) throw new Error(draft.detail);
      return settled(draft.id);
    };
    return { ...watch, ...find, ...(await import("./change")), ...(await import("./publish")), create, settled, ready };
  }
  const idOf = (draft: object) => (draft as Draft).id;

  it("a table becomes a draft that is ready, with what was guessed of each column", async () => {
    const { ready, draftModel } = await start();
    const draft = await ready(oddTable(), { target: "price" }, { file: "C:\\data\\Odd homes.csv" });
    expect(draft).toMatchObject({
      ...{ status: "ready", fault: null, progress: 1, owner: "owner", options: { id: "odd-homes", target: "price" } },
      file: { name: "Odd homes.csv", kind: "table", size: oddTable().length },
      spec: { id: "odd-homes", target: { name: "price" } },
      model: { summary: expect.stringContaining("39 rows, 3 coefficients"), findings: expect.any(Array) },
      preview: { header: ["Living area", "Area (sqft)", "Side", "Price"] },
    });
    expect(draft.preview!.rows).toHaveLength(20);
    expect(draft.preview!.rows[7]).toEqual(["69", expect.any(String), "south", ""]);
    const [area, sqft, side, price] = draft.guesses!.columns;
    expect(draft.guesses!.rows).toBe(40);
    expect([area!.input, side!.input, price!.input]).toEqual(["living_area", "side", null]);
    expect(sqft).toMatchObject({
      input: null,
      reason: "it repeats Living area",
      offered: { input: { name: "area_sqft", kind: "number" }, terms: ["area_sqft"] },
    });
    const model = await draftModel(draft.id, "owner");
    expect([model?.version, model?.revision]).toEqual([draft.model!.version, draft.model!.revision]);
    expect(await draftModel(draft.id, "key ci")).toBeUndefined();
  });

  it("runThread(file, draft, signal) writes down what was read before what was made of it, however soon that comes", async () => {
    const { ready, findDraft, stopDrafts } = await start();
    const { id } = await ready(oddTable(), { target: "Price", id: "homes" });
    await stopDrafts();
    const unread = { status: "reading", spec: null, guesses: null, preview: null } as const;
    await store.updateTable("draft").set(unread).execute();
    const messages = [
      { copied: "bytes" },
      { copied: null },
      { trained: { spec: { id: "homes" }, guesses: null, bundle: "{}", model: { version: "1" } } },
    ];
    const read = { spec: {}, guesses: { columns: [] }, preview: { header: ["Price"], rows: [] }, hasCopy: true };
    const script = `import { parentPort } from "node:worker_threads";
      parentPort.once("message", () => {
        for (const message of ${JSON.stringify(messages)}) parentPort.postMessage(message.copied ? { copied: new Uint8Array(9) } : message);
      });
      parentPort.postMessage({ read: ${JSON.stringify(read)} });`;
    const { runThread } = await import("./run-thread");
    const { findDraft: findRow } = await import("../../store/drafts");
    const file = new URL(`data:text/javascript,${encodeURIComponent(script)}`);
    const row = (await findRow(store, id))!;
    await runThread(file, row, new AbortController().signal).done;
    expect(await findDraft(id, "owner")).toMatchObject({
      ...{ status: "ready", preview: { header: ["Price"] }, spec: { id: "homes" }, revision: row.revision + 2 },
    });
  });

  it("createDraft(upload) refuses more than 50 drafts, and keeps nothing of the file", async () => {
    const { ready, create, deleteDraft } = await start();
    const { id } = await ready(oddTable(), { target: "Price", id: "homes" });
    const row = await store.selectFrom("draft").selectAll().executeTakeFirstOrThrow();
    const others = Array.from({ length: 49 }, (_, index) => ({ ...row, bundle: null, id: `copy${index}` }));
    await store.insertInto("draft").values(others).execute();
    const files = await store.selectFrom("file").select("id").execute();
    expect(await create(oddTable(), { target: "Price" })).toMatchObject({
      refused: "full",
      detail: expect.stringContaining("at most 50 drafts; publish or delete some"),
    });
    expect(await store.selectFrom("file").select("id").execute()).toEqual(files);
    await deleteDraft(id, "owner");
    expect(await create(oddTable(), { target: "Price" })).toMatchObject({ status: "reading" });
  });

  it("changeDraft(id, change) trains what was edited, and the published model has its wording and its rows", async () => {
    const { ready, changeDraft, settled, publishDraft, findDraft } = await start();
    const draft = await ready(oddTable(), { target: "Price", id: "homes" });
    const changed = await changeDraft(
      draft.id,
      {
        expected: draft.revision,
        spec: {
          title: "What a home costs",
          target: { unit: "EUR" },
          inputs: [draft.guesses!.columns[1]!.offered!.input],
          terms: ["area_sqft"],
        },
      },
      "owner",
    );
    expect(changed).toMatchObject({ status: "training", revision: draft.revision + 1, model: null });
    expect(await changeDraft(draft.id, { expected: draft.revision, spec: { title: "Lost" } }, "owner")).toMatchObject({
      refused: "stale",
      detail: expect.stringContaining("somebody has changed the draft since"),
    });
    const trained = await settled(draft.id);
    expect(trained).toMatchObject({ status: "ready", revision: draft.revision + 1 });
    expect(trained.spec!.training).toMatchObject({ columns: { area_sqft: "Area (sqft)" } });
    expect(await publishDraft(draft.id, { alias: "champion", expected: draft.revision }, "owner")).toMatchObject({
      refused: "stale",
    });
    const done = await publishDraft(draft.id, { alias: "champion", note: "first" }, "owner");
    expect(done).toMatchObject({ model: "homes", version: trained.model!.version, alias: "champion" });
    expect(await findDraft(draft.id, "owner")).toBeUndefined();
    const { findModel } = await import("../../registry/registry");
    const model = await findModel("homes");
    expect(model!.spec).toMatchObject({ title: "What a home costs", target: { unit: "EUR" } });
    const [version] = await listVersions(store, "homes");
    expect(version).toMatchObject({ origin: "studio", note: "first" });
    // The rows without an outcome are not in the copy that stays; the table that was sent is gone.
    const files = await store.selectFrom("file").selectAll().execute();
    expect(files).toMatchObject([{ id: version!.file }]);
    expect(files[0]!.size).toBeLessThan(oddTable().length);
    const actions = (await listAudit(store, { limit: 9 })).map(({ action, actor }) => `${actor} ${action}`);
    expect(actions).toEqual(["owner publish", "owner draft created"]);
  });

  it("a description that cannot be trained fails in words, and one that is invalid changes nothing", async () => {
    const { ready, changeDraft, settled, restartDraft, findDraft } = await start();
    const { id, guesses, spec } = await ready(oddTable(), { target: "Price", id: "homes" });
    const { inputs, terms } = spec as { inputs: object[]; terms: string[] };
    const both = { inputs: [...inputs, guesses!.columns[1]!.offered!.input], terms: [...terms, "area_sqft"] };
    await changeDraft(id, { spec: both }, "owner");
    const failed = await settled(id);
    expect(failed).toMatchObject({ status: "failed", model: null, spec: both });
    expect(failed.fault!.detail).toMatch(/area_sqft/);
    expect(
      await changeDraft(id, { spec: { inputs: [{ ...inputs[0], min: "low" }], title: null } }, "owner"),
    ).toMatchObject({
      refused: "invalid",
      detail: expect.any(String),
      faults: expect.arrayContaining([
        { path: ["spec", "inputs", 0, "min"], detail: expect.any(String) },
        { path: ["spec", "title"], detail: expect.stringContaining("is missing") },
      ]),
    });
    expect((await findDraft(id, "owner"))!.revision).toBe(failed.revision);
    await restartDraft(id, "owner");
    expect(await settled(id)).toMatchObject({ status: "failed", revision: failed.revision });
    await changeDraft(id, { spec: { inputs, terms } }, "owner");
    expect(await settled(id)).toMatchObject({ status: "ready" });
  });

  it("changeDraft(id, change) of options guesses anew, and refuses a column that is not there", async () => {
    const { ready, changeDraft, settled } = await start();
    const { id } = await ready(await tableOf("house-price"), { target: "price", id: "homes" });
    expect(await changeDraft(id, { options: { target: "prise" } }, "owner")).toMatchObject({
      refused: "invalid",
      faults: [{ path: ["options", "target"], detail: expect.stringContaining("Did you mean price?") }],
    });
    await changeDraft(id, { options: { target: "lotsize" } }, "owner");
    expect(await settled(id)).toMatchObject({ status: "ready", spec: { target: { name: "lotsize" } } });
    await changeDraft(id, { options: { target: "driveway" } }, "owner");
    expect(await settled(id)).toMatchObject({
      status: "failed",
      fault: { detail: expect.stringContaining("driveway must be numbers to be estimated") },
    });
  });

  it("createDraft(upload) names the columns where no target is named, refuses what is no table, and keeps nothing", async () => {
    const { create } = await start();
    expect(await create(oddTable(), { id: "homes" })).toMatchObject({
      refused: "invalid",
      faults: [
        {
          path: ["options", "target"],
          detail: "target must name the column to estimate; the table has Living area, Area (sqft), Side and Price",
        },
      ],
    });
    expect(await create(oddTable(), { target: "Cost", id: "homes" })).toMatchObject({
      faults: [{ path: ["options", "target"], detail: expect.stringContaining("there is no column Cost") }],
    });
    expect(await create(new Uint8Array(0), { target: "Cost", id: "Homes" })).toMatchObject({ refused: "invalid" });
    async function* broken() {
      yield oddTable();
      throw new Error("the line broke");
    }
    await expect(create(oddTable(), { target: "Price" }, { bytes: broken() })).rejects.toThrow("the line broke");
    expect(await store.selectFrom("file").select("id").execute()).toEqual([]);
    const { create: createElsewhere } = await start({ works: false });
    expect(await createElsewhere(oddTable(), { target: "Price" })).toMatchObject({ refused: "elsewhere" });
  });

  it("a model file becomes a draft whose words can be edited; a hostile one fails in words", async () => {
    const { ready, changeDraft, settled, publishDraft } = await start();
    const fixture = importFixture("Ridge.pkl");
    const options = { target: "price (USD)", id: "ridge" };
    const draft = await ready(fixture.bytes, options, { kind: "model", file: "Ridge.pkl" });
    expect(draft).toMatchObject({ status: "ready", preview: null, guesses: { rows: null } });
    expect(draft.model!.summary).toContain("a Ridge");
    await changeDraft(draft.id, { spec: { title: "By hand" } }, "owner");
    expect(await settled(draft.id)).toMatchObject({ status: "ready", spec: { title: "By hand" } });
    const { inputs } = draft.spec as { inputs: object[] };
    await changeDraft(draft.id, { spec: { inputs: inputs.slice(1) } }, "owner");
    expect(await settled(draft.id)).toMatchObject({
      ...{ status: "failed", fault: { detail: expect.stringContaining("words, units and bounds can be changed") } },
    });
    await changeDraft(draft.id, { spec: { inputs } }, "owner");
    await settled(draft.id);
    expect(await publishDraft(draft.id, { alias: "champion" }, "key ci")).toMatchObject({ refused: "unknown" });
    expect(await publishDraft(draft.id, { alias: "champion" }, "owner")).toMatchObject({ model: "ridge" });
    expect(await store.selectFrom("file").select("id").execute()).toEqual([]);
    const hostile = Buffer.from("cposix\nsystem\n(S'true'\ntR.");
    const refused = await ready(hostile, options, { kind: "model", file: "model.pkl" });
    expect(refused).toMatchObject({ status: "failed", spec: null, fault: { detail: expect.any(String) } });
  });

  it("stopDraft(id) and deleteDraft(id) end the work; drafts are seen by their makers and by the owner alone", async () => {
    const { create, stopDraft, restartDraft, deleteDraft, findDraft, listDrafts, settled, publishDraft } =
      await start();
    const draft = await create(await tableOf("house-price"), { target: "price", id: "homes" }, { actor: "key ci" });
    const stopped = await stopDraft(idOf(draft), "key ci");
    expect(stopped).toMatchObject({ status: "failed", fault: { detail: "reading was stopped" } });
    expect(await publishDraft(idOf(draft), { alias: "champion" }, "owner")).toMatchObject({ refused: "busy" });
    expect(await restartDraft(idOf(draft), "key other")).toMatchObject({ refused: "unknown" });
    await restartDraft(idOf(draft), "key ci");
    expect(await settled(idOf(draft))).toMatchObject({ status: "ready", owner: "key ci" });
    expect([(await listDrafts("key other")).length, (await listDrafts("owner")).length]).toEqual([0, 1]);
    expect(await findDraft(idOf(draft), "key other")).toBeUndefined();
    expect(await deleteDraft(idOf(draft), "key other")).toMatchObject({ refused: "unknown" });
    expect(await deleteDraft(idOf(draft), "key ci")).toBeNull();
    expect(await store.selectFrom("file").select("id").execute()).toEqual([]);
    const [last] = await listAudit(store, { limit: 1 });
    expect(last).toMatchObject({ actor: "key ci", action: "draft deleted", model: "homes" });
  });

  it("another instance goes on with the work of one that has died, and gives up what ends it each time", async () => {
    const { create, settled } = await start();
    const now = Date.now();
    // Another instance is at work, and dies: its lease runs out.
    await store
      .insertInto("lease")
      .values({ name: "drafts", until: now + 2_500 })
      .execute();
    const draft = await create(oddTable(), { target: "Price", id: "homes" });
    await store.updateTable("draft").set({ attempts: 1 }).execute();
    expect(await settled(idOf(draft))).toMatchObject({ status: "ready", fault: null });
    expect(Date.now()).toBeGreaterThanOrEqual(now + 2_500);
    await store.updateTable("draft").set({ attempts: 3, status: "training" }).execute();
    const { hurryDrafts } = await import("./watch");
    hurryDrafts();
    expect(await settled(idOf(draft))).toMatchObject({
      status: "failed",
      fault: { detail: expect.stringContaining("the work on it was begun 3 times") },
    });
  });

  it("any merge patch of a description gives another revision or a refusal in words", async () => {
    const { ready, changeDraft } = await start();
    const { id, spec } = await ready(oddTable(), { target: "Price", id: "homes" });
    const members = fc.constantFrom(...Object.keys(spec!), "__proto__", "constructor", "other");
    const patch = fc.dictionary(members, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 3 });
    await fc.assert(
      fc.asyncProperty(patch, async (change) => {
        const answer = await changeDraft(id, { spec: JSON.parse(JSON.stringify(change)) as object as never }, "owner");
        if ("refused" in answer) expect(["invalid", "stale", "busy"]).toContain(answer.refused);
        else expect(answer.id).toBe(id);
      }),
      { numRuns: 40, seed: 16 },
    );
    const deep = JSON.parse(`${'{"card":'.repeat(5_000)}1${"}".repeat(5_000)}`) as object;
    expect(await changeDraft(id, { spec: deep as never }, "owner")).toMatchObject({ refused: "invalid" });
  });
});
