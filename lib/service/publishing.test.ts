import { rm } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listAudit } from "../store/audit";
import { listVersions, readModelsChange } from "../store/published-models";
import type { Store } from "../store/store";
import { startProcess, stopApp } from "../testing/app";
import { filesOf, makeModelDir, type ModelFiles } from "../testing/model-dir";
import { postgresRunsHere } from "../testing/postgres";
import { filesAs } from "../testing/published";
import { dialects, type TestedStore } from "../testing/store";
import type { Publication } from "./publishing";

/** The same with errors that are larger on every row left out. */
function worsen({ spec, bundle }: ModelFiles): ModelFiles {
  const { background } = bundle.evidence as { background: { actual: number[]; unseen: number[] } };
  const { actual, unseen } = background;
  background.unseen = unseen.map((estimate, row) => actual[row]! + 3 * (estimate - actual[row]!));
  return { spec, bundle };
}

/** The same with ranges that hold half of what they claim. */
function narrow({ spec, bundle }: ModelFiles): ModelFiles {
  const { accuracy } = bundle.evidence as { accuracy: { coverage: { measured: number }[] } };
  for (const each of accuracy.coverage) each.measured /= 2;
  return { spec, bundle };
}

describe.for(Object.entries(dialects))("publishing in %s", { timeout: 60_000 }, ([name, make]) => {
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
    for (const table of ["alias", "version", "audit"] as const) await store.deleteFrom(table).execute();
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

  async function start() {
    const { DATABASE_URL = "", DATA_DIR = "none" } = tested.place;
    startProcess({ MODEL_DIR, DATABASE_URL, DATA_DIR });
    const publishing = await import("./publishing");
    const publish = async (files: ModelFiles, more: Partial<Publication> = {}) =>
      publishing.publishVersion({ ...files, alias: "champion", actor: "owner", origin: "files", ...more });
    return { ...publishing, publish, ...(await import("../registry/registry")) };
  }
  const versionOf = (done: object) => (done as { version: string }).version;
  const houses = (times = 0) => filesAs("houses", times, "house-price");

  it("publishVersion(publication) has a new model answer at once, and writes down who did it", async () => {
    const { publish, findModel } = await start();
    expect(await findModel("houses")).toBeUndefined();
    const done = await publish(await houses(), { note: " first ", actor: "key ci" });
    expect(done).toMatchObject({ model: "houses", alias: "champion", before: null, checks: [] });
    expect(await findModel("houses")).toMatchObject({ version: versionOf(done), spec: { title: "Model houses" } });
    expect(await listVersions(store, "houses")).toMatchObject([
      { version: versionOf(done), alias: "champion", author: "key ci", note: "first", origin: "files" },
    ]);
    const [row, ...more] = await listAudit(store, { limit: 5 });
    expect([row, more]).toMatchObject([{ actor: "key ci", action: "publish", version: versionOf(done) }, []]);
    const change = await readModelsChange(store);
    expect(await publish(await houses())).toMatchObject({ version: versionOf(done), alias: "champion" });
    expect(await readModelsChange(store)).toBe(change);
  });

  it("publishVersion(publication) refuses names of folders, and what is damaged or hostile, and stores nothing", async () => {
    const { publish } = await start();
    expect(await publish(await filesAs("salary", 1))).toMatchObject({
      refused: "taken",
      detail: expect.stringContaining("a folder in MODEL_DIR has the name salary"),
    });
    const { spec, bundle } = await houses();
    const hostile: [unknown, unknown][] = [
      [null, bundle],
      [spec, []],
      [{ ...spec, id: "../houses" }, bundle],
      [{ ...spec, terms: ["area", "process.exit()"] }, bundle],
      [{ ...spec, inputs: [] }, bundle],
      [spec, { ...bundle, golden: [{ inputs: [1], center: 1, size: 1 }] }],
      [spec, { ...bundle, predictor: { ...bundle.predictor, coefficients: [1] } }],
      [spec, JSON.parse(`{"__proto__": {"family": "linear"}, "format": 2}`)],
      [spec, { ...bundle, more: 1 }],
    ];
    for (const [sentSpec, sentBundle] of hostile) {
      const refused = await publish({ spec: sentSpec, bundle: sentBundle } as ModelFiles);
      expect(refused).toMatchObject({ refused: "invalid", detail: expect.stringMatching(/^(model|artifact)\.json: /) });
    }
    expect([await listVersions(store, "houses"), await listAudit(store, { limit: 5 })]).toEqual([[], []]);
  });

  it("promoteVersion(promotion) takes a reason and a version that is there, and takes the challenger's name away", async () => {
    const { publish, promoteVersion, findModel, listPublished } = await start();
    const first = versionOf(await publish(await houses()));
    const second = versionOf(await publish(await houses(1), { alias: "challenger" }));
    expect((await listPublished())[1]).toMatchObject({ version: first, challenger: second });
    const asked = { model: "houses", version: second, reason: "fewer errors", actor: "owner" };
    expect(await promoteVersion({ ...asked, reason: " " })).toMatchObject({ refused: "invalid", field: "reason" });
    expect(await promoteVersion({ ...asked, version: "0" })).toMatchObject({ refused: "unknown" });
    const done = await promoteVersion({ ...asked, expected: first });
    expect(done).toMatchObject({ version: second, before: first });
    expect((done as { checks: object[] }).checks).toMatchObject([
      { check: "golden", holds: true },
      { check: "accuracy", holds: true },
      { check: "coverage", holds: true },
      {
        check: "outcomes",
        holds: true,
        detail: "there is no outcome yet to compare both versions on: too few to tell",
      },
    ]);
    expect((await findModel("houses"))!.version).toBe(second);
    expect((await listPublished())[1]).toMatchObject({ version: second, challenger: null });
    expect(await promoteVersion(asked)).toMatchObject({ refused: "idle" });
  });

  it("promoteVersion(promotion) refuses one that rests on another champion, also of two at once", async () => {
    const { publish, promoteVersion } = await start();
    const first = versionOf(await publish(await houses()));
    const others: string[] = [];
    for (const times of [1, 2]) others.push(versionOf(await publish(await houses(times), { alias: "challenger" })));
    const promote = (version: string) =>
      promoteVersion({ model: "houses", version, reason: "better", expected: first, actor: "owner" });
    const done = await Promise.all(others.map(promote));
    const champion = done.find((each) => !("refused" in each));
    expect(done.map((each) => ("refused" in each ? each.refused : "done")).sort()).toEqual(["done", "stale"]);
    const late = await promote(others.find((version) => version !== versionOf(champion!))!);
    expect(late).toMatchObject({
      refused: "stale",
      detail: expect.stringContaining(`version ${versionOf(champion!)} is the champion now`),
    });
  });

  it("promoteVersion(promotion) passes a gate that does not hold with an override alone, which is written down", async () => {
    const { publish, promoteVersion } = await start();
    await publish(await houses());
    for (const [files, check, words] of [
      [worsen(await houses(1)), "accuracy", "more than chance explains"],
      [narrow(await houses(2)), "coverage", "less than chance explains"],
    ] as const) {
      const version = versionOf(await publish(files, { alias: "challenger" }));
      const promotion = { model: "houses", version, reason: "a trial", actor: "owner" };
      const refused = await promoteVersion(promotion);
      expect(refused).toMatchObject({ refused: "gate", detail: expect.stringContaining(words) });
      expect(
        (refused as { checks: { check: string; holds: boolean }[] }).checks.filter(({ holds }) => !holds),
      ).toMatchObject([{ check }]);
      if (check === "accuracy") continue;
      expect(await promoteVersion({ ...promotion, override: true })).toMatchObject({ version });
      const [row] = await listAudit(store, { limit: 1 });
      expect(JSON.parse(row!.detail)).toMatchObject({ override: true, reason: "a trial" });
    }
  });

  it("publishVersion(publication) as the champion of a model that has one passes the same gate, with the note as reason", async () => {
    const { publish } = await start();
    const first = versionOf(await publish(await houses()));
    expect(await publish(await houses(1))).toMatchObject({ refused: "invalid", field: "note" });
    expect(await publish(worsen(await houses(1)), { note: "worse" })).toMatchObject({ refused: "gate" });
    expect(await publish(await houses(2), { note: "as good" })).toMatchObject({ before: first });
    expect(await publish(worsen(await houses(3)), { note: "worse", override: true })).toMatchObject({
      alias: "champion",
    });
  });

  it("rollback(asked) goes back champion by champion, and says where there is none before", async () => {
    const { publish, rollback, findModel } = await start();
    const versions: string[] = [];
    for (const times of [0, 1, 2]) versions.push(versionOf(await publish(await houses(times), { note: "next" })));
    const back = () => rollback({ model: "houses", reason: "it is off", actor: "owner" });
    expect(await rollback({ model: "houses", reason: "x", expected: versions[0], actor: "owner" })).toMatchObject({
      refused: "stale",
    });
    for (const version of [versions[1], versions[0]]) {
      expect(await back()).toMatchObject({ version });
      expect((await findModel("houses"))!.version).toBe(version);
    }
    // Others were the champion before, and the way back leads to none of them.
    expect(await back()).toEqual({
      refused: "idle",
      detail: "there is no earlier champion to go back to; to use another version, promote it",
    });
    expect(await rollback({ model: "nowhere", reason: "x", actor: "owner" })).toMatchObject({ refused: "unknown" });
    expect(await rollback({ model: "salary", reason: "x", actor: "owner" })).toMatchObject({ refused: "taken" });
    expect((await listAudit(store, { limit: 9 })).map(({ action }) => action)).toEqual([
      ...["rollback", "rollback", "publish", "publish", "publish"],
    ]);
  });

  it("publishVersion(publication) and promoteVersion(promotion) keep what can be read of a note and a reason", async () => {
    const { publish, promoteVersion } = await start();
    await publish(await houses(), { note: " first\u0000\r\nof \ud800\u202eall " });
    const [first] = await listVersions(store, "houses");
    expect(first!.note).toBe("first\nof \ufffdall");
    const files = await houses(1);
    const empty = await publish(files, { alias: "challenger", note: "\u0000\u0007" });
    expect(empty).toMatchObject({ refused: "invalid", field: "note" });
    const version = versionOf(await publish(files, { alias: "challenger" }));
    await promoteVersion({ model: "houses", version, reason: "clo\u0000ser", actor: "owner", override: true });
    const [row] = await listAudit(store, { limit: 1 });
    expect(row).toMatchObject({ action: "promote" });
    expect(JSON.parse(row!.detail!)).toMatchObject({ reason: "closer" });
  });

  it("keys and logins are in the audit log, each with who did it", async () => {
    const { DATABASE_URL = "", DATA_DIR = "none" } = tested.place;
    startProcess({ DATABASE_URL, DATA_DIR, ADMIN_PASSWORD: "correct horse battery" });
    const { login, logout } = await import("./admin-session");
    await login(new Headers(), "wrong");
    const given = await login(new Headers(), "correct horse battery");
    await logout((given as { session: string }).session);
    const { changeKeyRule, endApiKey, makeApiKey, readApiKeys } = await import("./api-keys");
    await makeApiKey("ci", ["publish"]);
    await endApiKey((await readApiKeys())[0]!.id);
    await changeKeyRule(true);
    const rows = await listAudit(store, { limit: 9 });
    expect(rows.map(({ actor, action }) => `${actor}: ${action}`).reverse()).toEqual([
      ...["unknown: login failed", "owner: login", "owner: logout"],
      ...["owner: key created", "owner: key revoked", "owner: key rule changed"],
    ]);
    expect(rows.map(({ detail }) => detail).join()).not.toMatch(/gh_|wrong|horse/);
  });
});
