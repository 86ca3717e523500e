import type { Model } from "@/lib/model/model";
import { modelIn } from "@/lib/model/translate";
import { bareModel, publishedModel } from "@/lib/testing/models";
import { renderPart, textOf } from "@/lib/testing/rendered";
import { Questionnaire } from "@/components/questionnaire";
import { findQuestions } from "@/components/compare/question";
import { expect, test, vi } from "vitest";
import { LocaleProvider } from "#locale";
import { accuracyLine } from "./accuracy-line";
import { FirstModel } from "./first-model";
import { ModelRows } from "./model-rows";
import { rankIn, rankModels } from "./rank-models";
import { Ways } from "./ways";

vi.mock("next/navigation", () => ({
  useRouter: () => ({ push: () => undefined }),
  useSearchParams: () => new URLSearchParams(),
}));

const [house, hedonic, salary] = await Promise.all(
  ["house-price", "house-price-hedonic", "salary"].map(publishedModel),
);
const UNKNOWN = "Its accuracy is not known: no rows with known outcomes came with this model.";
const titles = (models: Parameters<typeof rankModels>[1]) =>
  rankModels(models, models).map(({ model }) => model.spec.title);

test("rankModels(models) puts the better of two that answer one question first, at the place of the first of them", () => {
  expect(titles([salary!, house!, hedonic!])).toEqual(["Salary", "Detailed house price", "House price"]);
  expect(titles([house!, salary!, hedonic!])).toEqual(["Detailed house price", "House price", "Salary"]);
  expect(titles([])).toEqual([]);
});

test("rankModels(models) says that one is better only where the accuracy of both is known and clearly differs", async () => {
  const beaten = (models: Parameters<typeof rankModels>[1]) =>
    rankModels(models, models).map(({ beats }) => beats.length);
  expect(beaten([house!, hedonic!, salary!])).toEqual([1, 0, 0]);
  expect(beaten([house!, await bareModel("house-price-hedonic")])).toEqual([0, 0]);
  const twin = { ...house!, spec: { ...house!.spec, id: "twin", title: "Twin" } };
  expect(beaten([house!, twin])).toEqual([0, 0]);
});

test("rankIn(locale, listed, loaded) groups models by what their owners wrote, though only one has a translation", () => {
  const models = [house!, { ...hedonic!, spec: { ...hedonic!.spec, translations: undefined } }];
  const { ranked, questions } = rankIn("de", models, models);
  expect(ranked.map(({ model, beats }) => [model.spec.title, beats.map(({ spec }) => spec.title)])).toEqual([
    ["Detailed house price", ["Hauspreis"]],
    ["Hauspreis", []],
  ]);
  expect(questions.map(({ models }) => models.map(({ spec }) => spec.title))).toEqual([
    ["Hauspreis", "Detailed house price"],
  ]);
  const german = textOf(
    <LocaleProvider locale="de">
      <ModelRows {...rankIn("de", [house!, hedonic!], [house!, hedonic!])} />
    </LocaleProvider>,
  );
  expect(german).toContain("Das ist genauer als „Hauspreis“ (15 %)");
  expect(german).toContain("„Hauspreis“ und „Ausführlicher Hauspreis“ vergleichen");
});

test("accuracyLine(ranked) says how accurate a model is, and more than which other", async () => {
  const both = [house!, hedonic!];
  const [first] = rankModels(both, both);
  expect(accuracyLine(first!)).toBe(
    "Half of the estimates are within 13% of the actual sale price. That is more accurate than “House price” (15%). Trained on 546 cases.",
  );
  expect(accuracyLine({ model: await bareModel("house-price"), beats: [] })).toBe(UNKNOWN);
});

test("FirstModel is a plain form of typical values with the estimate and its range beside it", () => {
  const part = (
    <FirstModel model={house!} accuracy="" spec={house!.spec} query={new URLSearchParams("utm_source=mail")} token="" />
  );
  const text = textOf(part);
  expect(text).toMatch(
    /Sale price, Canadian dollars of 1987 \$61,600 8 out of 10 houses like this.* sold for \$41,900 to \$81,300/,
  );
  expect(text).toContain("Typical values are filled in. Replace them with your own.");
  expect(text).toContain("Calculated for you: area per bedroom 1,533 sq ft, bathrooms per bedroom 0.33");
  const markup = renderPart(part);
  expect(markup).toMatch(/<form [^>]*action="\/models\/house-price\/estimate" method="get"/);
  expect(markup).toMatch(/<input[^>]*id="area"[^>]*value="4600"/);
});

test("FirstModel of a model without rows shows the number to three digits, and that its accuracy is not known", async () => {
  const model = await bareModel("house-price");
  const text = textOf(
    <FirstModel
      model={model}
      accuracy={accuracyLine({ model, beats: [] })}
      spec={model.spec}
      query={new URLSearchParams()}
      token=""
    />,
  );
  expect(text).toContain("Sale price, Canadian dollars of 1987 $61,600");
  expect(text).toContain(UNKNOWN);
});

test("FirstModel answers what the address holds, and says what to do about what is wrong with it", () => {
  const ask = (query: string) =>
    textOf(<FirstModel model={salary!} accuracy="" spec={salary!.spec} query={new URLSearchParams(query)} token="" />);
  expect(ask("experience=2&test_score=9&interview_score=6")).toContain("Salary, US dollars a year $52,100");
  expect(ask("experience=2")).toContain("Salary, US dollars a year –");
});

test("ModelRows lists every model with its accuracy, and what can be compared", () => {
  const models = [house!, hedonic!, salary!];
  const text = textOf(<ModelRows ranked={rankModels(models, models)} questions={findQuestions(models)} />);
  for (const { spec } of models) expect(text).toContain(`${spec.title} ${spec.summary} Half of the estimates are`);
  expect(text).toContain("Compare “House price” and “Detailed house price”");
});

test("ModelRows says which dollars, where those of two countries meet, and in German is German", async () => {
  const inDollars = (unit: string): Model => ({
    ...salary!,
    spec: { ...salary!.spec, id: unit, target: { ...salary!.spec.target, unit } },
    evidence: { ...salary!.evidence!, tolerance: { absolute: 500 } },
  });
  const rows = (models: Model[]) => <ModelRows ranked={models.map((model) => ({ model, beats: [] }))} questions={[]} />;
  const both = [inDollars("USD"), inDollars("CAD")];
  const text = textOf(rows(both));
  for (const sign of ["US$", "CA$"]) expect(text).toContain(`within ${sign}`);
  expect(textOf(rows([inDollars("CAD")]))).toMatch(/within \$\d/);
  const german = textOf(<LocaleProvider locale="de">{rows(both.map((model) => modelIn(model, "de")))}</LocaleProvider>);
  expect(german).toMatch(/Die Hälfte der Schätzungen weicht um höchstens [\d.]+ CA\$ vom tatsächlichen Wert ab/);
  expect(german).toContain("Trainiert mit 8 Fällen.");
});

test("Ways has the call that a shell understands", () => {
  const text = textOf(<Ways spec={{ id: "x" }} inputs={{ a: 1, b: "d'été" }} origin="https://example.com" />);
  expect(text).toContain(
    `curl https://example.com/api/models/x/predict --header 'content-type: application/json' --data '{"a":1,"b":"d'\\''été"}'`,
  );
});

test("Questionnaire says how accurate the model is, or that it is not known", async () => {
  const bare = await bareModel("salary");
  const around = (model: typeof bare) => textOf(<Questionnaire model={model}>The form</Questionnaire>);
  expect(around(salary!)).toContain("Half of the estimates are within 7% of the actual salary.");
  expect(around(salary!)).toContain("Trained on 8 cases. Source of the data");
  const published = { ...salary!, publishedAt: "2026-11-26T10:00:00.000Z" };
  expect(around(published)).toContain("Trained on 8 cases. Published on 26 Nov 2026. Source of the data");
  expect(around({ ...bare, publishedAt: published.publishedAt })).toContain("Published on 26 Nov 2026.");
  expect(around(bare)).toContain(UNKNOWN);
  expect(around(bare)).not.toContain("Trained on");
});

test("Ways names the way to the studio where the owner can log in", () => {
  const text = (login: boolean) =>
    textOf(<Ways spec={{ id: "x" }} inputs={{ a: 1 }} origin="https://example.com" login={login} />);
  expect(text(true)).toContain("The owner of this server can also log in and use the studio.");
  expect(text(false)).not.toContain("studio");
});
