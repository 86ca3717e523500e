import { figuresOf } from "@/lib/registry/outline";
import type { Proposal } from "@/lib/service/proposals";
import { bareModel, publishedModel } from "@/lib/testing/models";
import { renderPart, textOf } from "@/lib/testing/rendered";
import { expect, test } from "vitest";
import type { VersionEntry, VersionsState } from "./state";
import { VersionsPage } from "./versions-page";
import { doneInWords, faultInWords, figuresInWords, problemsInWords } from "./sentences";

const [FIRST, SECOND] = ["aaaaaaaaaaaa", "bbbbbbbbbbbb"];
const HOLDS = [{ check: "golden" as const, holds: true, detail: "its 3 golden rows hold" }];
const FAILS = [{ check: "coverage" as const, holds: false, detail: "its ranges hold less than they claim" }];
const alias = { model: "houses", alias: "champion" as const, number: 1, revision: "r", set_by: "owner", set_at: 0 };

const proposal: Proposal = {
  ...{ id: "p1", model: "houses", version: SECOND!, revision: "r", reason: "closer", override: false, before: FIRST! },
  ...{ checks: HOLDS, made_at: 0, made_by: "owner", status: "open", stale: false },
  ...{ decided_at: null, decided_by: null, decision: null },
};

async function stateWith(
  second: Partial<VersionEntry> = {},
  more: Partial<VersionsState> = {},
): Promise<VersionsState> {
  const model = await publishedModel("house-price");
  const entry = (version: string): VersionEntry => ({
    ...{ version, revision: "r", alias: null, target: model.spec.target, figures: figuresOf(model) },
    published: { origin: "files", author: "key ci", note: `note of ${version}`, at: 0 },
    proposal: undefined,
  });
  return {
    ...{ id: "houses", title: "Houses", isOfFolder: false, approvals: false, lack: false },
    versions: [
      { ...entry(SECOND!), ...second },
      { ...entry(FIRST!), alias: "champion" },
    ],
    champion: { ...alias, version: FIRST! },
    former: undefined,
    ...more,
  };
}

const page = (state: VersionsState, more: Partial<Parameters<typeof VersionsPage>[0]> = {}) => (
  <VersionsPage state={state} role="owner" gates={new Map()} query={new URLSearchParams()} token="t" {...more} />
);

test("VersionsPage lists each version with its figures and lets the owner alone promote those that do not answer", async () => {
  const state = await stateWith();
  const text = textOf(page(state));
  expect(text).toContain("Version aaaaaaaaaaaa answers. The owner made it the champion on 1 Jan 1970, 00:00 UTC.");
  expect(text).toMatch(
    /bbbbbbbbbbbb On left-out rows, half of the estimates are within \d+% of the actual value; the 80% ranges cover \d+% of actual values/,
  );
  expect(text).toContain("note of bbbbbbbbbbbb Published by the key ci from files,");
  expect(renderPart(page(state)).match(/\?promote=\w+/g)).toEqual([`?promote=${SECOND}`]);
  expect(renderPart(page(state, { role: "reviewer" }))).not.toMatch(/promote=|<form/);
  expect(text).not.toContain("Roll back");
  const back = await stateWith({}, { former: { ...alias, version: SECOND!, number: 0 } });
  expect(textOf(page(back))).toContain(`Roll back to ${SECOND}`);
  expect(renderPart(page(back, { role: "reviewer" }))).not.toContain("Roll back");
});

test("VersionsPage without a champion says what it waits for", async () => {
  const none = { champion: undefined };
  expect(textOf(page(await stateWith({}, none)))).toContain("No version answers yet: promote one.");
  const approved = { ...none, approvals: true };
  expect(textOf(page(await stateWith({}, approved)))).toContain("propose one, and a second person confirms it.");
  expect(textOf(page(await stateWith({ proposal }, approved)))).toContain(
    "a proposed version waits for a second person.",
  );
});

test("VersionsPage shows what the gate finds before a promotion, with an override where it does not hold", async () => {
  const query = new URLSearchParams({ promote: SECOND!, reason: "typed before" });
  const ask = async (checks: typeof HOLDS | typeof FAILS, approvals = false) =>
    renderPart(page(await stateWith({}, { approvals }), { query, gates: new Map([[SECOND!, checks]]) }));
  const holding = await ask(HOLDS);
  expect(holding).toContain("typed before");
  expect(holding).toContain("Make it the champion");
  expect(holding).toContain(`name="expected" value="${FIRST}"`);
  expect(holding).not.toContain('name="override"');
  expect(await ask(FAILS)).toContain('name="override"');
  expect(await ask(HOLDS, true)).toContain("It answers once a second person confirms it");
});

test("VersionsPage lets the reviewer confirm or decline, plainly past a gate, and only decline what is stale", async () => {
  const of = async (changes: Partial<Proposal>, role: "owner" | "reviewer" = "reviewer") =>
    page(await stateWith({ proposal: { ...proposal, ...changes } }), { role, gates: new Map([[SECOND!, FAILS]]) });
  const plain = await of({});
  expect(textOf(plain)).toContain(`The owner proposes version ${SECOND} as champion in place of ${FIRST}.`);
  expect(renderPart(plain)).toMatch(/value="confirm"[^]*value="decline"/);
  expect(textOf(await of({ override: true }))).toContain(
    "A check fails, and the owner proposes the version all the same.",
  );
  const stale = await of({ stale: true });
  expect(textOf(stale)).toContain("This proposal is stale");
  expect(renderPart(stale)).not.toContain('value="confirm"');
  expect(renderPart(await of({}, "owner"))).not.toMatch(/value="(confirm|decline)"|promote=/);
});

test("VersionsPage lets the owner withdraw what the owner has proposed, and nothing else", async () => {
  const of = async (made_by: string, role: "owner" | "reviewer") =>
    renderPart(page(await stateWith({ proposal: { ...proposal, made_by } }), { role }));
  expect(await of("owner", "owner")).toMatch(/value="withdraw"[^>]*>Withdraw the proposal/);
  expect(await of("key ci", "owner")).not.toContain('value="withdraw"');
  expect(await of("owner", "reviewer")).not.toContain('value="withdraw"');
});

test("VersionsPage lets the owner alone delete what does not answer, and the model, after a form that says what goes", async () => {
  const state = await stateWith();
  expect(renderPart(page(state)).match(/\?delete=\w+/g)).toEqual([`?delete=${SECOND}`, "?delete=all"]);
  expect(renderPart(page(state, { role: "reviewer" }))).not.toContain("delete=");
  const ask = (deleted: string, role: "owner" | "reviewer" = "owner") =>
    page(state, { role, query: new URLSearchParams({ delete: deleted, reason: "typed before" }) });
  expect(renderPart(ask(SECOND!))).toMatch(/typed before[^]*Delete the version/);
  expect(textOf(ask(SECOND!))).toContain(
    "The predictions, outcomes, alerts and training rows of this version are deleted too.",
  );
  expect(textOf(ask("all"))).toContain("Houses stops answering at once, and all its versions are deleted.");
  for (const part of [ask(FIRST!), ask("cccccccccccc"), ask(SECOND!, "reviewer"), ask("all", "reviewer")])
    expect(renderPart(part)).not.toContain("<form");
});

test("VersionsPage of a folder says that it is read-only, and how to replace it", async () => {
  const state = await stateWith({}, { isOfFolder: true, champion: undefined });
  expect(textOf(page(state))).toContain("read-only here. To replace it, retrain it in its folder");
  expect(renderPart(page(state))).not.toMatch(/promote=|delete=|<form/);
});

test("VersionsPage says that nobody can confirm, and what became of a form", async () => {
  const state = await stateWith({}, { lack: true });
  expect(textOf(page(state))).toContain("nobody can confirm: set REVIEWER_PASSWORD.");
  const query = new URLSearchParams({ done: "promoted", version: FIRST! });
  expect(textOf(page(state, { query }))).toContain("Version aaaaaaaaaaaa is the champion now.");
  expect(textOf(page(state, { query: new URLSearchParams({ fault: "stale" }) }))).toContain(
    "Nothing was changed: the champion has changed since you opened the page. Version aaaaaaaaaaaa answers",
  );
  expect(textOf(page(state, { query: new URLSearchParams({ fault: "taken" }) }))).toContain(
    "that version is the champion, which cannot be deleted alone.",
  );
  const deleted = new URLSearchParams({ done: "deleted", version: SECOND! });
  expect(textOf(page(state, { query: deleted }))).toContain("The version is deleted, with its predictions");
});

test("doneInWords(locale, done, version) and faultInWords(locale, fault, state) say nothing that an address makes up", async () => {
  const state = await stateWith();
  expect([doneInWords("en", "constructor", FIRST!), doneInWords("en", null, FIRST!)]).toEqual([undefined, undefined]);
  for (const fault of ["toString", "", null]) expect(faultInWords("en", fault, state)).toBeUndefined();
  for (const fault of ["invalid", "unknown", "taken", "gate", "idle", "self"])
    expect(faultInWords("en", fault, state)).toMatch(/\.$/);
});

test("figuresInWords(locale, entry) and problemsInWords(locale, figures) of a model without rows, in each language", async () => {
  const model = await bareModel("house-price");
  const figures = figuresOf(model);
  const entry = { target: model.spec.target, figures };
  expect(figuresInWords("en", entry)).toBe("Accuracy not known: no rows came with this version.");
  expect(figuresInWords("de", entry)).toBe("Genauigkeit nicht bekannt: Zu dieser Version gibt es keine Zeilen.");
  expect(problemsInWords("en", figures)).toBe("1 problem: accuracy not known.");
  expect(problemsInWords("de", { findings: ["coverage", "collinear_terms"] })).toBe(
    "2 Probleme: Bereiche nicht kalibriert und überschneidende Eingaben.",
  );
  expect(problemsInWords("en", { findings: [] })).toBe("No problem found.");
});
