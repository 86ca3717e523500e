import type { DraftAnswer } from "@/lib/api/resources/drafts/schema";
import { modelIn } from "@/lib/model/translate";
import { expectGerman } from "@/lib/testing/german";
import { publishedModel, readModelFile } from "@/lib/testing/models";
import { renderPart, textOf } from "@/lib/testing/rendered";
import { ErrorSummary } from "@/components/form/error-summary";
import { expect, test, vi } from "vitest";
import type { Caller } from "./api";
import { DeleteDraft } from "./delete-draft";
import { Description } from "./edit/description";
import type { Described } from "./edit/use-description";
import { MissingNames } from "./missing-names";
import { Publish } from "./publish";
import { PublishedDraft } from "./published";
import { Studio } from "./start/studio";
import { Guesses, State } from "./state";
import { Trouble } from "./trouble";
import { TryDraft } from "./try-draft";
import { Verdict } from "./verdict";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn(), refresh: vi.fn() }) }));

const caller: Caller = { call: () => Promise.resolve({ failed: "away" }), send: () => Promise.resolve(null) };
const model = modelIn(await publishedModel("house-price"), "de");
const spec = JSON.parse(await readModelFile("house-price", "model.json")) as Described["spec"];
const draft: Described = {
  ...{ id: "d4Tz0vGq81Lb", status: "ready", progress: 1, fault: null, revision: 3, owner: "owner" },
  ...{ madeAt: "2026-02-03T10:00:00.000Z", changedAt: "2026-02-03T10:04:00.000Z" },
  file: { name: "houses.csv", kind: "table", size: 12_000 },
  options: { id: "houses", target: "price" },
  spec,
  guesses: {
    rows: 546,
    columns: [
      { name: "row", input: null, reason: "it counts the rows", offered: { input: { name: "row" }, terms: [] } },
      { name: "price", input: null, reason: "it is what is estimated", offered: null },
    ],
    notes: ["The unit of price seems to be CAD."],
    decisions: ["row has 3 cells that are no numbers."],
  },
  ...{ preview: null, base: { model: "houses", version: "0123456789ab", outcomes: 5 } },
  model: { version: model.version, revision: model.revision, summary: "546 rows", findings: [] },
};

test("the studio begins in German", () => {
  const text = expectGerman(<Studio token="t" />, []);
  expect(text).toContain("Tabelle oder Modell auswählen");
  expect(text).toContain("Die Entwürfe werden geladen…");
});

test("a draft that is ready is in German, but for what is marked as English and what the owner has written", () => {
  const nothing = () => undefined;
  const parts = {
    state: (
      <State draft={draft} verdict={<Verdict model={model} />} busy={false} onCancel={nothing} onTrain={nothing} />
    ),
    guesses: <Guesses draft={draft} guesses={draft.guesses!} />,
    description: <Description draft={draft} caller={caller} onSaved={nothing} onChanged={nothing} />,
    trial: <TryDraft draft={draft} caller={caller} isChanged />,
    publish: (
      <Publish
        draft={draft}
        caller={caller}
        approvals
        champions={{}}
        isChanged
        onSaved={nothing}
        onPublished={nothing}
      />
    ),
    delete: <DeleteDraft draft={draft} caller={caller} />,
  };
  const own = [spec, model.spec, "houses.csv"];
  expect(expectGerman(parts.state, own)).toMatch(
    /^Bereit Auf ausgelassenen Zeilen weicht die Hälfte der Schätzungen um höchstens \d+\s% vom tatsächlichen Wert ab; die Bereiche \(80\s%\) enthalten \d+\s%/,
  );
  expect(expectGerman(parts.guesses, own)).toContain("Diese Hinweise sind auf Englisch.");
  const description = expectGerman(parts.description, own);
  expect(description).toMatch(/1\s*Spalte ausgelassen/);
  expect(description).toContain("500 bis 50.000");
  expect(expectGerman(parts.trial, own)).toContain("Änderungen, die noch nicht trainiert sind");
  expect(expectGerman(parts.publish, own)).toContain("Sie wird als Champion vorgeschlagen");
  expect(expectGerman(parts.delete, own)).toContain("Diesen Entwurf löschen");
});

test("the guesses of a German draft are in its language, and marked for a reader of another", () => {
  const own = { ...draft, options: { ...draft.options, language: "de" as const } };
  const guesses = { ...draft.guesses!, notes: ["Die Einheit von Preis ist wohl EUR."], decisions: [] };
  const part = <Guesses draft={own} guesses={guesses} />;
  expect(expectGerman(part, [])).toMatch(/Vermutungen .* Die Einheit von Preis ist wohl EUR\.$/);
  expect(renderPart(part)).toContain('<ul lang="de"');
  expect(textOf(part)).toContain("These notes are in German.");
});

test("the summary of what is wrong names each field with its reason, whose language is marked", () => {
  const faults = [
    { name: "id", about: "ID", detail: "geben Sie einen Text ein" },
    { name: "terms.0.text", about: "Term 1", detail: "x is no input", lang: "en" },
  ];
  const part = <ErrorSummary faults={faults} />;
  expect(expectGerman(part, [])).toContain("ID: geben Sie einen Text ein.");
  expect(renderPart(part)).toContain('Term 1: <span lang="en">X is no input.</span>');
});

test("a draft at work or failed, and what the API refuses, is in German by its code", () => {
  const nothing = () => undefined;
  const at = (changes: Partial<DraftAnswer>) => (
    <State draft={{ ...draft, ...changes }} verdict={null} busy={false} onCancel={nothing} onTrain={nothing} />
  );
  expect(expectGerman(at({ status: "training", progress: 0.4 }), [])).toMatch(/Der Server trainiert das Modell, 40\s%/);
  const fault = { pointer: "#/options/names", detail: "the file names no inputs" };
  expect(expectGerman(at({ status: "failed", fault }), [])).toContain("Noch einmal trainieren");
  expectGerman(<MissingNames draft={{ ...draft, fault }} busy={false} onNames={nothing} />, []);
  const problem = { type: "/docs#draft-conflict", title: "the draft does not allow it now", status: 409 } as const;
  const busy = { ...problem, detail: "it is being trained", code: "busy" } as const;
  expect(expectGerman(<Trouble failed={{ failed: "refused", problem: busy }} />, [])).toBe(
    "Warten Sie, bis der Entwurf bereit ist.",
  );
  const other = { ...problem, detail: "the file has no column price" };
  expect(expectGerman(<Trouble failed={{ failed: "refused", problem: other }} />, [])).toBe("");
});

test.each(["champion", "challenger", null] as const)("a draft that is published as %s is in German", (alias) => {
  const published = { model: "houses", version: "0123456789ab", alias };
  expectGerman(<PublishedDraft title="Houses" published={published} />, ["Houses"]);
});
