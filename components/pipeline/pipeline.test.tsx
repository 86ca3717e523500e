import { modelIn } from "@/lib/model/translate";
import { NoStoreError } from "@/lib/store/faults";
import { englishLeft } from "@/lib/testing/english-left";
import { bareModel, publishedModel } from "@/lib/testing/models";
import { textOf } from "@/lib/testing/rendered";
import { expect, test } from "vitest";
import { LocaleProvider } from "#locale";
import { Pipeline } from "./pipeline";

test("Pipeline says of each model what is known of its table and its accuracy", async () => {
  const models = [await bareModel("house-price"), await publishedModel("house-price-hedonic")];
  const text = textOf(<Pipeline state={{ models, notServed: [], access: "out", inside: undefined }} />);
  expect(text).toContain("House price no rows came with it Detailed house price 546 rows");
  expect(text).toContain("House price accuracy unknown Detailed house price median error 13%");
  for (const { version } of models) expect(text).toContain(version);
  expect(text).toContain("2 models loaded and available.");
});

test("Pipeline is written in German, and says to the owner why there are no figures", async () => {
  const models = [modelIn(await publishedModel("house-price"), "de")];
  const text = textOf(
    <LocaleProvider locale="de">
      <Pipeline state={{ models, notServed: [], access: "in", inside: { fault: new NoStoreError() } }} />
    </LocaleProvider>,
  );
  expect(text).toContain("546 Zeilen");
  expect(text).toContain("Medianfehler 15 %");
  expect(text).toContain("1 Modell geladen und verfügbar.");
  expect(text).toContain("Setzen Sie DATABASE_URL");
});

test("Pipeline names models and alerts as the other pages do, in German", async () => {
  const models = [modelIn(await publishedModel("house-price"), "de")];
  const version = models[0]!.version;
  const studio = {
    drafts: [],
    published: [{ model: "house-price", versions: 2, champion: version, challenger: null }],
    proposals: [],
    actions: [],
  };
  const lastAlert = {
    ...{ id: "1", model: "house-price", rule: "drift", event: "fired" as const, version },
    ...{ at: Date.UTC(2026, 5, 29), detail: "", attempts: 0, next_at: null, told_at: null },
  };
  const inside = { predictionsToday: 3, outcomes: 0, standing: 1, lastAlert, studio };
  const notServed = [{ name: "old", reason: "it is not trained", command: "npm run train", answering: undefined }];
  const page = (
    <LocaleProvider locale="de">
      <Pipeline state={{ models, notServed, access: "in", inside }} />
    </LocaleProvider>
  );
  const text = textOf(page);
  expect(text).toContain("1 offener Alarm. Zuletzt: Eingabedrift (Hauspreis), am 29. Juni 2026 ausgelöst.");
  expect(text).toContain(`Hauspreis 2 Versionen; Champion ${version}`);
  expect(text).toContain("old ist nicht verfügbar: it is not trained.");
  expect(englishLeft(page)).toEqual([]);
});
