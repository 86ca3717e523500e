import { rm } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listAudit } from "../store/audit";
import { addFile } from "../store/files";
import { listVersions } from "../store/published-models";
import type { Store } from "../store/store";
import { startProcess, stopApp } from "../testing/app";
import { filesOf, makeModelDir } from "../testing/model-dir";
import { postgresRunsHere } from "../testing/postgres";
import { filesAs } from "../testing/published";
import { dialects, prediction, report, type TestedStore } from "../testing/store";

const TABLES = ["alias", "version", "audit", "prediction", "outcome", "tally", "shadow", "file", "file_part"] as const;

describe.for(Object.entries(dialects))("deleting in %s", { timeout: 60_000 }, ([name, make]) => {
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
    for (const table of TABLES) await store.deleteFrom(table).execute();
  });
  afterEach(async () => {
    await (await import("../store/store")).closeStore();
    stopApp();
  });
  afterAll(async () => {
    await store.destroy();
    await tested.remove();
    await rm(MODEL_DIR, { recursive: true });
  });

  /** Two versions of a model, the second of which is champion, each with rows of its own. */
  async function start() {
    const { DATABASE_URL = "", DATA_DIR = "none" } = tested.place;
    startProcess({ MODEL_DIR, DATABASE_URL, DATA_DIR });
    const { publishVersion } = await import("./publishing");
    const versions: string[] = [];
    for (const times of [0, 1]) {
      const files = await filesAs("houses", times, "house-price");
      const { id: file } = await addFile(store, { name: "t.csv", kind: "table" }, [new Uint8Array(9)]);
      const note = "made to be deleted";
      const published = { ...files, note, alias: "champion", actor: "owner", origin: "studio", file } as const;
      const done = await publishVersion(published);
      if ("refused" in done) throw new Error(done.detail);
      const { version } = done;
      versions.push(version);
      const rows = Array.from({ length: 5 }, (_, row) =>
        prediction({ model: "houses", version, id: `${times}${row}` }),
      );
      await store.insertInto("prediction").values(rows).execute();
      const outcome = { ...report({ model: "houses", version, receipt: `${times}` }), revision: 1 };
      await store.insertInto("outcome").values(outcome).execute();
    }
    await store.insertInto("prediction").values(prediction()).execute();
    return { versions, ...(await import("./deleting")), ...(await import("../registry/registry")) };
  }
  const left = async () => {
    const counts: Record<string, number> = {};
    for (const table of ["prediction", "outcome", "file", "file_part", "version"] as const) {
      counts[table] = (await store.selectFrom(table).selectAll().execute()).length;
    }
    return counts;
  };

  it("deletePublished(version) takes a former champion with its rows, and no way leads back to it", async () => {
    const { versions, deletePublished, findModel } = await start();
    const deletion = { model: "houses", reason: " wrong rows ", actor: "key ci" };
    expect(await deletePublished({ ...deletion, version: versions[1]! })).toMatchObject({ refused: "taken" });
    expect(await deletePublished({ ...deletion, version: "0".repeat(12) })).toMatchObject({ refused: "unknown" });
    expect(await deletePublished({ ...deletion, version: versions[0]!, reason: " " })).toMatchObject({
      field: "reason",
    });
    expect(await left()).toMatchObject({ prediction: 11, version: 2 });
    expect(await deletePublished({ ...deletion, version: versions[0]! })).toBeNull();
    expect(await left()).toEqual({ prediction: 6, outcome: 1, file: 1, file_part: 1, version: 1 });
    expect(await listVersions(store, "houses")).toMatchObject([{ version: versions[1], alias: "champion" }]);
    const { rollback } = await import("./publishing");
    expect(await rollback({ model: "houses", reason: "back", actor: "owner" })).toMatchObject({ refused: "idle" });
    expect(await findModel("houses", versions[0])).toBeUndefined();
    const [row] = await listAudit(store, { limit: 1 });
    expect(row).toMatchObject({ actor: "key ci", action: "version deleted", model: "houses", version: versions[0] });
    expect(JSON.parse(row!.detail)).toEqual({ reason: "wrong rows" });
  });

  it("deletePublished(model) takes all of a model of the store, and nothing of a folder or of others", async () => {
    const { deletePublished, findModel } = await start();
    const deletion = { reason: "made to try", actor: "owner" };
    expect(await deletePublished({ ...deletion, model: "salary" })).toMatchObject({ refused: "taken" });
    expect(await deletePublished({ ...deletion, model: "nowhere" })).toMatchObject({ refused: "unknown" });
    expect(await deletePublished({ ...deletion, model: "houses" })).toBeNull();
    expect(await left()).toEqual({ prediction: 1, outcome: 0, file: 0, file_part: 0, version: 0 });
    expect(await findModel("houses")).toBeUndefined();
    expect(await listAudit(store, { limit: 1 })).toMatchObject([{ action: "model deleted", model: "houses" }]);
  });
});
