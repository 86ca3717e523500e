import { readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { recordOutcomes } from "../../store/outcomes";
import type { Store } from "../../store/store";
import { startProcess, stopApp } from "../../testing/app";
import { makeDraftThread, until } from "../../testing/draft-thread";
import { bareFilesOf, filesOf, makeModelDir } from "../../testing/model-dir";
import { putVersion } from "../../testing/published";
import { postgresRunsHere } from "../../testing/postgres";
import { report } from "../../testing/store-rows";
import { dialects, type TestedStore } from "../../testing/store";
import type { Draft } from "./find";

const hiring = readFile(fileURLToPath(new URL("../../../model/salary/training.csv", import.meta.url)));

/** An outcome of an estimate of `pay`, but for what is told. */
const outcome = (receipt: string, inputs: object, changes: Parameters<typeof report>[0] = {}) =>
  report({ receipt, model: "pay", inputs: JSON.stringify(inputs), reported_at: Date.now(), ...changes });

describe.for(Object.entries(dialects))("retrainModel(id, actor) with %s", { timeout: 120_000 }, ([name, make]) => {
  if (name === "PostgreSQL" && !postgresRunsHere) return it.skip("has no binaries for this platform");
  let tested: TestedStore;
  let store: Store;
  let MODEL_DIR: string;
  let made: Awaited<ReturnType<typeof makeDraftThread>>;
  beforeAll(async () => {
    tested = await make();
    store = await tested.open();
    MODEL_DIR = await makeModelDir(await filesOf("salary"), await bareFilesOf("house-price"));
    made = await makeDraftThread();
  }, 120_000);
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

  it("trains on the same rows and the outcomes since, each once", async () => {
    const { DATABASE_URL = "", DATA_DIR = "none" } = tested.place;
    startProcess({ MODEL_DIR, DATABASE_URL, DATA_DIR });
    const { watchDrafts } = await import("./watch");
    const { findDraft } = await import("./find");
    const { createDraft } = await import("./create");
    const { publishDraft } = await import("./publish");
    const { retrainModel } = await import("./retrain");
    const { findModel } = await import("../../registry/registry");
    watchDrafts(made.thread);
    const settled = async (draft: object) => {
      if ("refused" in draft) throw new Error((draft as unknown as { detail: string }).detail);
      const { id } = draft as Draft;
      const isSettled = (found?: Draft) => found?.status === "ready" || found?.status === "failed";
      return (await until(() => findDraft(id, "owner"), isSettled))!;
    };
    const bytes = await hiring;
    const options = { id: "pay", target: "salary" };
    const chunks = async function* () {
      yield bytes;
    };
    const first = await settled(
      await createDraft({ kind: "table", file: "hiring.csv", options, bytes: chunks(), actor: "owner" }),
    );
    await publishDraft(first.id, { alias: "champion" }, "owner");
    const champion = (await findModel("pay"))!;
    expect(await retrainModel("pay", "owner")).toMatchObject({
      refused: "idle",
      detail: expect.stringMatching(/^no outcome has been reported since .*; report outcomes/),
    });

    const names = champion.spec.inputs.map(({ name }) => name);
    const inputs = (value: number) => Object.fromEntries(names.map((each) => [each, value]));
    await recordOutcomes(store, [
      outcome("a", inputs(6), { actual: 61_000 }),
      outcome("b", inputs(7), { actual: 66_000 }),
      // Reported while the outcomes are read: the next training learns from it.
      outcome("g", inputs(8), { reported_at: Date.now() + 3_600_000 }),
      // Of these nothing is learned: reported before, without inputs, out of bounds, and an opinion.
      outcome("c", inputs(5), { reported_at: 1 }),
      outcome("d", {}, { inputs: null }),
      outcome("e", inputs(1e9)),
      outcome("f", inputs(5), { kind: "opinion", actual: null, opinion: "too high" }),
    ]);
    // A correction holds, and counts as one; that of an earlier outcome makes no second row.
    await recordOutcomes(store, [
      outcome("b", inputs(7), { actual: 67_000 }),
      outcome("c", inputs(5), { actual: 60_000 }),
    ]);
    const again = await settled(await retrainModel("pay", "owner"));
    expect(again).toMatchObject({
      status: "ready",
      file: { name: "hiring-with-outcomes.csv" },
      base: { model: "pay", version: champion.version, outcomes: 2 },
      options: { id: "pay" },
    });
    const done = await publishDraft(again.id, { alias: "challenger", note: "with outcomes" }, "owner");
    const challenger = (await findModel("pay", (done as { version: string }).version))!;
    expect(challenger.evidence!.rows).toBe(champion.evidence!.rows + 2);
    expect((await findModel("pay"))!.version).toBe(champion.version);

    // Where there is no store of rows, or no table in the folder, words say so.
    await putVersion(store, { ...(await filesOf("salary")), spec: { ...(await filesOf("salary")).spec, id: "files" } });
    await (await import("../../registry/registry")).refreshModels();
    expect(await retrainModel("files", "owner")).toMatchObject({ detail: expect.stringContaining("not in the store") });
    expect(await retrainModel("salary", "owner")).toMatchObject({
      refused: "untrainable",
      detail:
        "the folder of the model has no training table, which a build does not include; copy training.csv into the folder, or retrain the model in the repository",
    });
    expect(await retrainModel("nowhere", "owner")).toMatchObject({ refused: "unknown" });
  });
});
