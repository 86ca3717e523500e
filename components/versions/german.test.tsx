import { judgeChallenge, type Contest } from "@/lib/judging/challenge";
import { judgeGate } from "@/lib/judging/gate";
import { summariseShadow } from "@/lib/judging/shadow-summary";
import { loadModel } from "@/lib/families";
import { modelIn } from "@/lib/model/translate";
import { figuresOf } from "@/lib/registry/outline";
import type { Proposal } from "@/lib/service/proposals";
import { expectGerman } from "@/lib/testing/german";
import { filesAs } from "@/lib/testing/published";
import { expect, test, vi } from "vitest";
import { ChampionPage } from "./comparison/champion-page";
import { ComparisonPage } from "./comparison/comparison-page";
import type { VersionEntry, VersionsState } from "./state";
import { VersionsPage } from "./versions-page";

vi.mock("next/form", () => ({ default: (props: object) => <form {...props} /> }));

const [one, other] = await Promise.all([
  filesAs("houses", 0, "house-price"),
  filesAs("houses", 2_000_000, "house-price"),
]);
const [champion, challenger] = [one, other].map(({ spec, bundle }) => modelIn(loadModel(spec, bundle), "de"));
const since = 1_700_000_000_000;
const own = [one.spec, champion!.spec, "trained on newer sales", "closer on 70 of 109"];

function compare(outcomes: number) {
  const contests = Array.from({ length: outcomes }, (_, index): Contest => {
    const actual = 60_000 + 1_000 * index;
    const at = (estimate: number) => ({
      estimate,
      range: { level: 0.8, low: estimate - 2_000, high: estimate + 2_000 },
    });
    return { actual, champion: at(actual - 8_000), challenger: at(actual - 6_000 + 100 * (index % 5)) };
  });
  const shadowed = { id: "a", at: since, champion: 90_000, challenger: 92_000, range: { low: 80_000, high: 91_000 } };
  const rows = outcomes === 0 ? [] : [shadowed, { ...shadowed, challenger: null }];
  const judged = judgeChallenge(contests, true, "CAD", "de");
  return {
    outcomes: { ...judged, since, fromInputs: outcomes, fromShadow: 0, without: 3 },
    ...{ contests, shadow: summariseShadow(rows, "CAD", "de"), inputs: new Map([["a", { area: 6_000 }]]) },
  };
}

test.each([0, 5, 20])("the comparison of a version on %i outcomes is in German", (outcomes) => {
  const text = expectGerman(
    <ComparisonPage
      facts={{ alias: null, author: "owner", note: "trained on newer sales", madeAt: since }}
      champion={champion!}
      challenger={challenger!}
      compared={compare(outcomes)}
      promotion="propose"
      query={new URLSearchParams()}
      path="/models/houses/versions/0123456789ab"
    />,
    own,
  );
  expect(text).toContain("Als Champion vorschlagen");
  expect(text).toContain("Diese Version ist zurzeit nicht der Challenger.");
  if (outcomes < 20) return;
  expect(text).toContain(
    "Bei 20 von 20 Ergebnissen, bei denen sich beide unterscheiden, liegt der Challenger näher, mehr, als",
  );
  expect(text).toMatch(/Im Durchschnitt liegt der Challenger um [\d,]+\sProzentpunkte näher\./);
  expect(text).toMatch(
    /Bei 20 Ergebnissen sind die Fehler des Challengers im Durchschnitt um \d,\d\sProzentpunkte kleiner/,
  );
  expect(text).toMatch(/Die Abdeckung weicht vom Niveau der Bereiche ab: Champion \(0\s%/);
  expect(text).toMatch(/höchstens 2\.000\sCA\$ \(2,2\s%\)/);
});

test("the page of the champion is in German", () => {
  const facts = { alias: "champion" as const, author: null, note: null, madeAt: null };
  expectGerman(<ChampionPage facts={facts} model={champion!} challenger="0123456789ab" />, own);
});

test("the versions of a model, with a proposal and each decision, are in German", () => {
  const version = challenger!.version;
  const checks = judgeGate(challenger!, champion, compare(20).outcomes).map((each) => ({ ...each, holds: false }));
  const proposal: Proposal = {
    ...{ id: "p1", model: "houses", version, revision: "r", reason: "closer on 70 of 109", override: true },
    ...{ before: champion!.version, checks, made_at: 0, made_by: "key ci", status: "open", stale: true },
    ...{ decided_at: null, decided_by: null, decision: null },
  };
  const entry = (changes: Partial<VersionEntry>): VersionEntry => ({
    ...{ version, revision: "r", alias: null, target: champion!.spec.target, figures: figuresOf(champion!) },
    published: { origin: "retrain", author: "key ci", note: "trained on newer sales", at: 0 },
    proposal,
    ...changes,
  });
  const alias = { model: "houses", alias: "champion" as const, number: 1, revision: "r", set_by: "owner", set_at: 0 };
  const state: VersionsState = {
    ...{ id: "houses", title: "House price", isOfFolder: false, approvals: true, lack: true },
    versions: [entry({}), entry({ version: champion!.version, alias: "champion", proposal: undefined })],
    champion: { ...alias, version: champion!.version },
    former: { ...alias, version, number: 0 },
  };
  const page = (query: Record<string, string>, role: "owner" | "reviewer" = "owner", of = state) => {
    const gates = new Map([[version, checks]]);
    return <VersionsPage state={of} role={role} gates={gates} query={new URLSearchParams(query)} token="t" />;
  };
  expect(expectGerman(page({ promote: version, fault: "stale" }), own)).toMatch(
    /antwortet\. Zum Champion gemacht hat sie der Betreiber am 1\.\sJan\.\s1970,\s00:00\sUTC\./,
  );
  expect(expectGerman(page({}, "reviewer"), own)).toContain("Der Schlüssel ci schlägt Version");
  for (const deleted of ["all", version]) expectGerman(page({ delete: deleted, done: "deleted" }), own);
  for (const done of ["promoted", "proposed", "back", "confirmed", "declined"])
    expectGerman(page({ done, version }), own);
  for (const fault of ["invalid", "unknown", "taken", "gate", "idle", "self"]) expectGerman(page({ fault }), own);
  expectGerman(page({}, "owner", { ...state, isOfFolder: true, champion: undefined }), own);
});
