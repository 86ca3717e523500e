import { KeyField } from "./key-field";
import { Preview } from "./preview";
import { matchColumns } from "@/lib/model/inputs/columns";
import type { Model } from "@/lib/model/model";
import { modelIn } from "@/lib/model/translate";
import { englishLeft } from "@/lib/testing/german";
import { bareModel, publishedModel } from "@/lib/testing/models";
import { textOf } from "@/lib/testing/rendered";
import { LocaleProvider } from "#locale";
import type { ReactNode } from "react";
import { describe, expect, test } from "vitest";
import { BatchPage } from "./batch-page";
import { BatchResult } from "./batch-result";
import type { Halted, RunState } from "./batch-run";
import { ColumnFields } from "./column-fields";
import { DecimalField } from "./decimal-field";
import { guessColumns } from "./guess-columns";
import { Halt } from "./halt";
import { labelsOf } from "./labels";
import { LevelField } from "./level-field";
import { PreviewTable } from "./preview-table";
import type { RowAnswer } from "./read-answer";
import { ReceiptField } from "./receipt-field";
import { RunProgress } from "./run-progress";
import { RunSection } from "./run-section";
import { Summarizer } from "./summary";

const houses = await publishedModel("house-price");
const german = modelIn(houses, "de");
const { spec } = german;
const labels = labelsOf(houses.spec);
const [AREA, BEDROOMS] = spec.inputs.map(({ label }) => label);
const inGerman = (part: ReactNode) => <LocaleProvider locale="de">{part}</LocaleProvider>;

/** The texts of the owner, who writes in one language. */
const ownOf = ({ spec: { title, target, inputs, derived } }: Model) => [
  ...[title, target.label, target.help ?? "", ...[...inputs, ...derived].map(({ label }) => label)],
  ...inputs.flatMap((input) => ("unit" in input && input.unit ? [input.unit] : [])),
];

/** Holds that a part is German but for the texts of the owner and of the server. */
function expectGerman(part: ReactNode, model: Model = german): string {
  expect(englishLeft(inGerman(part), ownOf(model))).toEqual([]);
  return textOf(inGerman(part));
}

const good: RowAnswer = { estimate: 90242.5, low: 68295.1, high: 112190.2, within: 0.41, warnings: "", error: "" };
const far = {
  ...good,
  within: NaN,
  warnings: "lot area: 20,000 sq ft is more than the largest value in the training data, 16,200 sq ft",
};
const none = (error: string): RowAnswer => ({ ...good, estimate: NaN, low: NaN, high: NaN, within: NaN, error });

function resultOf(answers: RowAnswer[]) {
  const summarizer = new Summarizer();
  for (const answer of answers) summarizer.add(answer);
  return { file: new Blob(["x".repeat(48_575)]), summary: summarizer.summary() };
}

describe("the page of CSV files in German", () => {
  test.each([
    ["house-price", publishedModel("house-price")],
    ["salary", publishedModel("salary")],
    ["house-price-hedonic", publishedModel("house-price-hedonic")],
    ["a model without rows", bareModel("house-price")],
  ])("BatchPage(props) of %s says what a file needs and what comes back", async (_, promise) => {
    const model = modelIn(await promise, "de");
    for (const kept of [null, { days: 90, inputs: true, sampled: false }]) {
      const page = <BatchPage model={model} labels={labels} origin="https://example.com" receipts kept={kept} />;
      expect(expectGerman(page, model)).toContain("Laden Sie eine CSV-Datei hoch.");
    }
  });

  test("ColumnFields(props) asks for the columns that have no match", () => {
    const header = ["surface", "bedroom_count", "bathrooms", "stories", "guest_rooms", "basement", "parking"];
    const guesses = guessColumns(spec, header, labels);
    const fields = (choice: Record<string, string>) => (
      <ColumnFields
        header={header}
        columns={matchColumns(spec, header, choice)}
        guesses={choice}
        changed={[]}
        onChange={() => undefined}
      />
    );
    expect(expectGerman(fields(guesses))).toContain(`Keine Spalte gefunden für: ${AREA}.`);
    expect(expectGerman(fields({ ...guesses, area: "surface" }))).toContain("Bitte prüfen Sie die geratenen Spalten:");
  });

  test("the questions about a file are German", () => {
    const text = expectGerman(
      <>
        <DecimalField example="1,250" mark={undefined} onChange={() => undefined} />
        <LevelField levels={[0.5, 0.8]} level={0.8} onChange={() => undefined} />
        <ReceiptField wanted onChange={() => undefined} />
      </>,
    );
    expect(text).toContain("Bereiche für 80 % der Fälle");
  });

  test("KeyField(props) leads the owner to the page of keys where there is one", () => {
    const field = (created: boolean) => expectGerman(<KeyField keys={{ created }} onKey={() => undefined} />);
    expect(field(true)).toContain("Als Betreiber erstellen Sie einen unter Schlüssel.");
    expect(field(false)).not.toContain("Betreiber");
  });

  test("Preview(props) sends nothing where a key is needed and none is entered", () => {
    const preview = (needed: boolean) => (
      <Preview
        {...{ spec, labels, columns: matchColumns(spec, []), level: 0.8, url: "/x", apiKey: "" }}
        {...({ start: {}, dialect: {} } as Pick<Parameters<typeof Preview>[0], "start" | "dialect">)}
        keys={{ needed, created: true }}
        onKey={() => undefined}
      >
        {null}
      </Preview>
    );
    expect(expectGerman(preview(true))).toContain("Ihr API-Schlüssel");
    expect(expectGerman(preview(false))).toContain("Die ersten Zeilen werden geschätzt");
  });

  test("PreviewTable(props) has German figures, and marks what the server writes as English", () => {
    const rows = [good, far, none("bedrooms must be between 1 and 10"), none("these values are too far from all rows")];
    const table = (level: number | null) => (
      <PreviewTable
        spec={spec}
        labels={labels}
        columns={matchColumns(spec, [])}
        level={level}
        rows={rows.map((answer, index) => ({
          ...{ row: index + 2, cells: [], answer },
          fault: index === 2 ? "Geben Sie die Anzahl an." : "",
        }))}
      />
    );
    const text = expectGerman(table(0.8)).replaceAll("\u00a0", " ");
    expect(text).toContain("68.300 CA$ bis 112.200 CA$");
    expect(text).toContain(`Außerhalb der Trainingsdaten: ${AREA}. Lot area: 20,000 sq ft`);
    expect(text).toContain("2 der ersten 4 Zeilen haben keine Schätzung.");
    expectGerman(table(null));
  });
});

describe("a run in German", () => {
  const progress = { rows: 250_000, share: 0.25, seconds: 10 };
  const result = resultOf([good, good, far, none("bedrooms must be between 1 and 10")]);

  test("RunProgress(props) says how far it is, and that the server is away", () => {
    const states: Extract<RunState, { phase: "scoring" | "waiting" }>[] = [
      { phase: "scoring", progress },
      { phase: "waiting", progress, seconds: 30, trouble: { text: "Der Server antwortet nicht." } },
    ];
    for (const state of states) {
      expectGerman(<RunProgress state={state} onStop={() => undefined} onWake={() => undefined} />);
    }
    expectGerman(
      <RunSection
        {...{ spec, labels, level: 0.8, url: "/", firstKey: "" }}
        file={new File([], "häuser.csv")}
        onLeave={() => undefined}
      />,
    );
  });

  test.each<[Halted["cause"], Halted["trouble"]]>([
    ["person", {}],
    ["key", { text: "Dieser Server verlangt einen API-Schlüssel." }],
    ["server", { text: "Der Server antwortet auf Englisch:", detail: "there must be a column", lang: "en" }],
    ["file", { detail: "eine Zeile ist zu lang" }],
  ])("Halt(props) because of a %s says what to do", (cause, trouble) => {
    for (const rows of [0, 1, 2]) {
      const state: Halted = { phase: "halted", cause, trouble, progress: { ...progress, rows }, result };
      expectGerman(<Halt state={state} onGoOn={() => undefined} />);
    }
  });

  test.each([
    ["a mixed file", [good, good, far, none("bedrooms must be between 1 and 10")]],
    ["a file without estimates", [none("bedrooms must be between 1 and 10"), none("bedrooms must be between 2 and 9")]],
    ["one row", [good]],
    [
      "extremes",
      [...Array.from({ length: 300 }, (_, row) => ({ ...good, estimate: 100 + row / 9 })), { ...good, estimate: 1e9 }],
    ],
  ])("BatchResult(props) of %s says what became of the rows", (_, answers) => {
    for (const [level, partial] of [
      [0.8, false],
      [null, true],
    ] as const) {
      const text = expectGerman(
        <BatchResult
          {...{ spec, labels, level, partial }}
          file={new File([], "häuser.csv")}
          result={resultOf(answers)}
        />,
      );
      expect(text).toContain("häuser-estimates.csv, 48,6 kB");
    }
  });

  test("BatchResult(props) names what a reason of the server is about", () => {
    const text = textOf(
      inGerman(<BatchResult {...{ spec, labels, level: 0.8 }} file={new File([], "h.csv")} result={result} />),
    );
    expect(text).toContain(`Es geht um: ${BEDROOMS}. Bedrooms must be between 1 and 10.`);
    expect(text).toContain("3 von 4 Zeilen haben eine Schätzung.");
  });
});
