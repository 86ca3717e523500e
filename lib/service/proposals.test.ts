import { rm } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listAudit } from "../store/audit";
import { listVersions } from "../store/published-models";
import type { Store } from "../store/store";
import { startProcess, stopApp } from "../testing/app";
import { filesOf, makeModelDir, type ModelFiles } from "../testing/model-dir";
import { postgresRunsHere } from "../testing/postgres";
import { filesAs } from "../testing/published";
import { dialects, type TestedStore } from "../testing/store";
import type { Publication } from "./publishing";

/** The same with ranges that hold half of what they claim. */
function narrow({ spec, bundle }: ModelFiles): ModelFiles {
  const { accuracy } = bundle.evidence as { accuracy: { coverage: { measured: number }[] } };
  for (const each of accuracy.coverage) each.measured /= 2;
  return { spec, bundle };
}

describe.for(Object.entries(dialects))("proposals in %s", { timeout: 60_000 }, ([name, make]) => {
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
    for (const table of ["proposal", "alias", "version", "audit"] as const) await store.deleteFrom(table).execute();
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

  async function start(settings: Record<string, string> = {}) {
    const { DATABASE_URL = "", DATA_DIR = "none" } = tested.place;
    startProcess({ MODEL_DIR, DATABASE_URL, DATA_DIR, APPROVALS: "1", ...settings });
    const publishing = await import("./publishing");
    const proposals = await import("./proposals");
    const publish = async (files: ModelFiles, more: Partial<Publication> = {}) => {
      const sent = { ...files, alias: "champion" as const, actor: "owner", origin: "files" as const, note: "a trial" };
      const done = await publishing.publishVersion({ ...sent, ...more });
      if ("refused" in done) throw new Error(done.detail);
      return done;
    };
    const decide = (id: string, actor = "reviewer", reason = "looked at it") => ({
      model: "houses",
      id,
      reason,
      actor,
    });
    const confirm = (id: string, actor?: string, reason?: string) =>
      proposals.confirmProposal(decide(id, actor, reason));
    const decline = (id: string) => proposals.declineProposal(decide(id));
    /** A model with a champion that was confirmed. */
    const settle = async (files: ModelFiles) => {
      const { version, proposal } = await publish(files);
      expect(await confirm(proposal!.id)).toMatchObject({ version, alias: "champion" });
      return version;
    };
    const promote = (version: string, more = {}) =>
      publishing.promoteVersion({ model: "houses", version, reason: "better", actor: "owner", ...more });
    const { findModel } = await import("../registry/registry");
    return { ...publishing, ...proposals, publish, confirm, decline, settle, promote, findModel };
  }
  const houses = (times = 0) => filesAs("houses", times, "house-price");
  const actions = async () => (await listAudit(store, { limit: 20 })).map(({ action, actor }) => `${actor} ${action}`);

  it("publishVersion(publication) of a first champion stores it and proposes it; a second person's word makes it answer", async () => {
    const { publish, confirm, findModel } = await start();
    const { version, alias, proposal } = await publish(await houses());
    expect([alias, proposal]).toMatchObject([null, { status: "open", made_by: "owner", reason: "a trial" }]);
    expect(await findModel("houses")).toBeUndefined();
    expect(await listVersions(store, "houses")).toMatchObject([{ version, alias: null }]);
    expect(await confirm(proposal!.id, "owner")).toMatchObject({ refused: "self" });
    expect(await confirm(proposal!.id, "reviewer", " ")).toMatchObject({ refused: "invalid", field: "reason" });
    expect(await confirm("nothing")).toMatchObject({ refused: "unknown" });
    expect(await confirm(proposal!.id)).toMatchObject({ version, alias: "champion", before: null });
    expect((await findModel("houses"))!.version).toBe(version);
    expect(await confirm(proposal!.id)).toMatchObject({
      refused: "idle",
      detail: "this proposal is confirmed already, by reviewer",
    });
    expect(await actions()).toEqual(["reviewer confirm", "owner propose", "owner publish"]);
  });

  it("promoteVersion(promotion) proposes once for a version, and changes nothing until it is confirmed", async () => {
    const { publish, settle, promote, confirm, readProposals, rollback, findModel } = await start();
    const first = await settle(await houses());
    const { version, proposal: none } = await publish(await houses(1), { alias: "challenger" });
    expect(none).toBeUndefined();
    const done = await promote(version);
    expect(done).toMatchObject({ version, alias: null, before: first, proposal: { override: 0 } });
    expect((await findModel("houses"))!.version).toBe(first);
    expect(await promote(version)).toMatchObject({ refused: "idle" });
    const [open] = await readProposals();
    expect(open).toMatchObject({ version, stale: false, checks: Array(4).fill({ holds: true }) });
    expect(await confirm(open!.id)).toMatchObject({ version, before: first });
    expect(await listVersions(store, "houses")).toMatchObject([{ version, alias: "champion" }, { alias: null }]);
    expect(await readProposals()).toEqual([]);
    // The way back was confirmed before.
    expect(await rollback({ model: "houses", reason: "it is off", actor: "owner" })).toMatchObject({ version: first });
  });

  it("withdrawProposal(decision) takes a proposal back, by its maker alone, and the version can be proposed again", async () => {
    const { publish, settle, promote, confirm, findModel, withdrawProposal } = await start();
    const first = await settle(await houses());
    const { version, proposal } = await publish(await houses(1));
    const withdraw = (actor: string) =>
      withdrawProposal({ model: "houses", id: proposal!.id, reason: "wrong file", actor });
    expect(await withdraw("key somebody else")).toMatchObject({ refused: "self" });
    expect(await withdraw(proposal!.made_by)).toMatchObject({ proposal: { status: "withdrawn" } });
    expect(await withdraw(proposal!.made_by)).toMatchObject({ refused: "idle" });
    expect(await confirm(proposal!.id)).toMatchObject({ refused: "idle" });
    expect((await findModel("houses"))!.version).toBe(first);
    expect(await promote(version)).toMatchObject({ proposal: { status: "open" } });
    expect((await actions())[1]).toBe(`${proposal!.made_by} withdraw`);
  });

  it("declineProposal(decision) leaves the champion, once, and the version can be proposed again", async () => {
    const { publish, settle, promote, decline, confirm, findModel } = await start();
    const first = await settle(await houses());
    const { version, proposal } = await publish(await houses(1));
    expect(await decline(proposal!.id)).toMatchObject({ proposal: { status: "declined", decided_by: "reviewer" } });
    expect(await decline(proposal!.id)).toMatchObject({ refused: "idle" });
    expect(await confirm(proposal!.id)).toMatchObject({ refused: "idle" });
    expect((await findModel("houses"))!.version).toBe(first);
    expect(await promote(version)).toMatchObject({ proposal: { status: "open" } });
    expect((await actions())[1]).toBe("reviewer decline");
  });

  it("confirmProposal(decision) refuses one that rests on another champion, which stays open and can be made anew", async () => {
    const { publish, settle, promote, confirm, readProposals } = await start();
    await settle(await houses());
    const late = await publish(await houses(1));
    const second = await settle(await houses(2));
    expect(await confirm(late.proposal!.id)).toMatchObject({
      refused: "stale",
      detail: expect.stringContaining(`version ${second} is the champion now`),
    });
    expect(await readProposals()).toMatchObject([{ id: late.proposal!.id, stale: true }]);
    const again = await promote(late.version);
    expect(again).toMatchObject({ before: second, proposal: { status: "open" } });
    const all = await readProposals("houses");
    expect(all.find(({ id }) => id === late.proposal!.id)).toMatchObject({ status: "replaced", stale: false });
    expect(await confirm((again as { proposal: { id: string } }).proposal.id)).toMatchObject({ before: second });
  });

  it("confirmProposal(decision) by two at once is done once", async () => {
    const { publish, confirm } = await start();
    const { proposal } = await publish(await houses());
    const done = await Promise.all(["reviewer", "key second"].map((actor) => confirm(proposal!.id, actor)));
    const refused = done.map((each) => ("refused" in each ? each.refused : "done"));
    expect(refused.sort()[0]).toBe("done");
    expect(["idle", "stale"]).toContain(refused[1]);
    expect((await actions()).filter((action) => action.endsWith("confirm"))).toHaveLength(1);
  });

  it("promoteVersion(promotion) past a gate that does not hold takes the override through the proposal, in the open", async () => {
    const { publish, settle, promote, confirm } = await start();
    await settle(await houses());
    const { version } = await publish(narrow(await houses(1)), { alias: "challenger" });
    expect(await promote(version)).toMatchObject({ refused: "gate" });
    const done = (await promote(version, { override: true })) as { proposal: { id: string; override: number } };
    expect(done.proposal.override).toBe(1);
    expect(await confirm(done.proposal.id)).toMatchObject({ version });
    const [row] = await listAudit(store, { limit: 1 });
    expect(JSON.parse(row!.detail)).toMatchObject({ override: true, proposedBy: "owner", proposedFor: "better" });
  });

  it("describeReviewers() says that nobody can confirm, until there is a reviewer's password or key", async () => {
    const words = expect.stringContaining("set REVIEWER_PASSWORD");
    const { describeReviewers } = await start();
    expect(await describeReviewers()).toEqual(words);
    await (await import("./api-keys")).makeApiKey("second", ["review"], "reviewer");
    expect(await describeReviewers()).toBeUndefined();
    expect(await (await start({ APPROVALS: "0" })).describeReviewers()).toBeUndefined();
    expect(await (await start({ REVIEWER_PASSWORD: "another one" })).describeReviewers()).toBeUndefined();
  });
});
