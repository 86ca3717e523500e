import { LocaleProvider } from "#locale";
import { readFiles } from "@/lib/import/read-files";
import { predict } from "@/lib/model/answer/predict";
import { modelIn } from "@/lib/model/translate";
import { importFixture } from "@/lib/testing/import-fixtures";
import { renderPart, textOf } from "@/lib/testing/rendered";
import type { ReactNode } from "react";
import { FormProvider } from "react-hook-form";
import { expect, test } from "vitest";
import { emptyAsked } from "./asked";
import { checkRows, makeDraft, readTexts, type DraftModel } from "./draft-model";
import { GoldenRows } from "./golden-rows";
import { ImportPage } from "./import-page";
import { TryIt } from "./try-it";
import { useTrial, type Tried } from "./use-trial";
import { Workbench } from "./workbench";

const file = readFiles([importFixture("no-names.pkl")]);
const asked = { id: "autos", target: "Preis (EUR)", names: ["Alter", "Kilometer", "Leistung (PS)"], files: ["m.pkl"] };
const { model: plain } = makeDraft(file.description, asked) as DraftModel;
const model = modelIn(plain, "de");

const inGerman = (part: ReactNode) => <LocaleProvider locale="de">{part}</LocaleProvider>;

/** The text without code and what is marked as English; none of these elements contains another of its kind. */
function germanOf(part: ReactNode): string {
  const markup = renderPart(inGerman(part)).replace(/<(\w+)[^>]* (lang="en"|class="font-mono\b)[^>]*>.*?<\/\1>/gs, " ");
  return markup.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

const ENGLISH = /\b(the|is|are|of|with|your|file|row|rows|input|inputs|what|not|estimate|publish)\b/i;

function tryWith(texts: string[]): Tried {
  const read = readTexts(model, texts);
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return { texts, inputs: read.inputs, prediction: predict(model, read.inputs) };
}

function Trial({ tried }: { tried: Tried }) {
  const { form } = useTrial(model, {});
  return (
    <FormProvider {...form}>
      <TryIt model={model} folded={{}} tried={tried} />
    </FormProvider>
  );
}

test("<ImportPage> in German shows English only where it is marked as such", () => {
  expect(germanOf(<ImportPage />)).not.toMatch(ENGLISH);
  expect(textOf(inGerman(<ImportPage />))).toContain("26 Modelle von scikit-learn");
});

test("<Workbench> in German shows English only where it is marked as such, before and after inputs are named", () => {
  const show = (names: string[]) => {
    const added = { asked: { ...emptyAsked(file.description), ...asked, names }, typed: [], table: undefined };
    return <Workbench model={file} files={["m.pkl"]} added={added} onChange={() => undefined} />;
  };
  const unnamed = germanOf(show(["", "", ""]));
  expect(unnamed).not.toMatch(ENGLISH);
  expect(unnamed).toContain("Benennen Sie Eingabe 2.");
  expect(unnamed).toContain("In der Datei fehlen die Namen der 3 Eingaben; sie enthält nur die Reihenfolge.");
  const named = germanOf(show(asked.names));
  expect(named).not.toMatch(ENGLISH);
  expect(named).toContain("Modell herunterladen");
});

test("<TryIt> in German writes the estimate as a German reader does, and why it has no range", () => {
  const tried = tryWith(["5,5", "60", "120"]);
  const text = textOf(inGerman(<Trial tried={tried} />));
  expect(text).toMatch(/Wir schätzen \d+,\d\d?\s€ Es gibt keinen Bereich: .*3 signifikante Stellen gerundet\./);
  expect(text).toContain(`Die API gibt alle Ziffern an: ${tried.prediction.estimate}`);
});

test("<GoldenRows> in German counts rows that differ and says what to do", () => {
  const typed = ["1", "2"].map((age) => ({ texts: [age, "60", "120"], printed: "15.2" }));
  const text = germanOf(
    <GoldenRows
      model={model}
      tried={tryWith(["5,5", "60", "120"])}
      typed={typed}
      onTyped={() => undefined}
      table={undefined}
      onTable={() => undefined}
      checked={checkRows(plain, "de", typed, undefined, [])}
    />,
  );
  expect(text).not.toMatch(ENGLISH);
  expect(text).toContain("2 von 2 Prüfzeilen weichen ab, deshalb lässt sich das Modell nicht veröffentlichen.");
  expect(text).toContain("Prüfen Sie die Eingaben und ihre Reihenfolge.");
});
