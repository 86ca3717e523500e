import { inputSchema } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";
import { specIn } from "@/lib/model/translate";
import { bareModel, publishedModel } from "@/lib/testing/models";
import { beforeAll, describe, expect, test } from "vitest";
import { inquire } from "./inquiry";
import { findQuestions, questionIn, whyAlone, type Question } from "./question";
import { judge } from "./verdict";

let house: Model, hedonic: Model, salary: Model;
beforeAll(async () => {
  [house, hedonic, salary] = (await Promise.all(
    ["house-price", "house-price-hedonic", "salary"].map(publishedModel),
  )) as [Model, Model, Model];
});

/** The model with its description changed, as if it had been trained like that. */
function change(model: Model, changes: Partial<Model["spec"]>): Model {
  return { ...model, spec: { ...model.spec, ...changes } };
}

function changeInput(model: Model, name: string, changes: object): Model {
  return change(model, {
    inputs: model.spec.inputs.map((input) => (input.name === name ? { ...input, ...changes } : input)),
  });
}

const onlyQuestion = () => findQuestions([house, hedonic, salary])[0]!;

describe("models share a question", () => {
  test("where they estimate the same in the same unit, and one that is alone with its target is left out", () => {
    const questions = findQuestions([house, salary, hedonic]);
    expect(questions.map(({ models }) => models.map(({ spec }) => spec.id))).toEqual([
      ["house-price", "house-price-hedonic"],
    ]);
  });

  test("each input is asked for once, those of the first model first", () => {
    const names = onlyQuestion().inputs.map(({ name }) => name);
    expect(names.slice(0, 7)).toEqual(house.spec.inputs.map(({ name }) => name));
    expect(new Set(names)).toEqual(new Set(hedonic.spec.inputs.map(({ name }) => name)));
    expect(names).toHaveLength(11);
  });

  test.each([
    ["another unit of the target", () => change(hedonic, { target: { ...hedonic.spec.target, unit: "USD" } })],
    ["another question", () => change(hedonic, { question: "rent of a house" })],
    [
      "another column of the same table, where none names a question",
      () => change(hedonic, { target: { ...hedonic.spec.target, name: "rent" }, question: undefined }),
    ],
    [
      "another table, where one names no question",
      () => ({ ...change(hedonic, { question: undefined }), provenance: { data: "0".repeat(64) } }),
    ],
    [
      "no table known, where one names no question",
      () => ({ ...change(hedonic, { question: undefined }), provenance: { data: null } }),
    ],
    ["an input of the same name in another unit", () => changeInput(hedonic, "area", { unit: "m²" })],
    ["an input of the same name of another kind", () => changeInput(hedonic, "basement", { kind: "integer" })],
  ])("but not with %s", (_, other) => {
    expect(findQuestions([house, other()])).toEqual([]);
  });

  test("where they name the same question, or neither does and their table is the same", () => {
    const elsewhere = { ...hedonic, provenance: { data: null } };
    expect(findQuestions([house, elsewhere])).toHaveLength(1);
    const unnamed = [house, hedonic].map((model) => change(model, { question: undefined }));
    expect(findQuestions(unnamed)).toHaveLength(1);
  });

  test("whyAlone(locale, model, models) says why a model is compared with none", () => {
    expect(whyAlone("en", salary, [house, salary])).toEqual([
      "“Salary” and “House price” were not trained on the same table.",
    ]);
    const rent = change(hedonic, { question: "rent of a house" });
    expect(whyAlone("en", rent, [house, rent])).toEqual([
      `“${rent.spec.title}” and “House price” name different questions.`,
    ]);
    const other = changeInput(hedonic, "area", { unit: "m²" });
    expect(whyAlone("en", other, [house, other])).toEqual([
      `“${other.spec.title}” and “House price” define the input “lot area” differently.`,
    ]);
    expect(whyAlone("de", salary, [house, salary])).toEqual([
      `„${specIn(salary.spec, "de").title}“ und „${specIn(house.spec, "de").title}“ sind nicht mit derselben Tabelle trainiert.`,
    ]);
  });

  test("questionIn(question, locale) has the models and their inputs in the language of the reader", () => {
    const translations = { de: { title: "Hauspreis", inputs: { area: { label: "Grundstücksfläche" } } } };
    const [question] = findQuestions([change(house, { translations }), hedonic]);
    const { models, inputs } = questionIn(question!, "de");
    expect(models.map(({ spec }) => [spec.title, spec.locale])).toEqual([
      ["Hauspreis", "de"],
      [specIn(hedonic.spec, "de").title, "de"],
    ]);
    expect(inputs[0]).toMatchObject({ name: "area", label: "Grundstücksfläche", locale: "de" });
    expect(inputs).toHaveLength(question!.inputs.length);
  });

  test("an input is asked for within the bounds of all", () => {
    const [question] = findQuestions([house, changeInput(hedonic, "area", { min: 100, max: 9000, typical: 5000 })]);
    expect(question!.inputs[0]).toMatchObject({ name: "area", min: 500, max: 9000, typical: 4600 });
  });
});

describe("an inquiry", () => {
  const ask = (query: string, question: Question = onlyQuestion()) => inquire(question, new URLSearchParams(query));

  test("without any answer is about a typical example, with the estimates that R gives", () => {
    const { example, faults, answers, text } = ask("utm_source=mail");
    expect(example).toBe(true);
    expect(faults).toEqual([]);
    expect(answers.map(({ prediction }) => Math.round(prediction.estimate!))).toEqual([61606, 55832]);
    expect(text).toMatchObject({ area: "4600", driveway: "yes" });
  });

  test("without any answer takes what is common among the training rows where no typical value is stated", () => {
    const [question] = findQuestions([house, changeInput(hedonic, "driveway", { typical: undefined })]);
    expect(ask("", question)).toEqual({ ...ask(""), answers: expect.any(Array) });
    expect(ask("", question).answers).toHaveLength(2);
  });

  test("without any answer shows no estimate where the example of one model is no input of another", () => {
    const small = changeInput(hedonic, "area", { max: 4000, typical: 3000 });
    const [question] = findQuestions([house, { ...small, schema: inputSchema(small.spec) }]);
    const { example, faults, answers } = ask("", question);
    expect({ example, faults, answers }).toEqual({ example: false, faults: [], answers: [] });
  });

  test("is put to no model while an answer of any is missing or wrong, and says which in the order of the fields", () => {
    const { faults, answers } = ask("driveway=maybe&bedrooms=20&area=6000");
    expect(answers).toEqual([]);
    expect(faults.map(({ name }) => name).slice(0, 2)).toEqual(["bedrooms", "bathrooms"]);
    expect(faults).toContainEqual({ name: "driveway", detail: "Select yes if the house has a driveway" });
    expect(faults.map(({ name }) => name)).not.toContain("area");
  });
});

describe("the verdict", () => {
  test("trusts the model whose median error on rows left out is smaller, whatever the order", () => {
    for (const models of [
      [house, hedonic],
      [hedonic, house],
    ]) {
      const { ranking, best, sameRows } = judge(findQuestions(models)[0]!);
      expect(ranking.map(({ model }) => model)).toEqual([hedonic, house]);
      expect(best).toBe(hedonic);
      expect(sameRows).toBe(true);
    }
  });

  test("counts the rows on which the first came closer; R gives 322 of 546 and a sign test far from chance", () => {
    expect(judge(onlyQuestion()).closer).toEqual({ count: 322, ties: 0, rows: 546, chance: false });
  });

  test("calls a model no closer than itself", () => {
    const question: Question = { ...onlyQuestion(), models: [house, { ...house }] };
    expect(judge(question).closer).toMatchObject({ count: 0 });
  });

  test("counts nothing where the tables differ", () => {
    const other = { ...hedonic, provenance: { data: "0".repeat(64) } };
    expect(judge({ ...onlyQuestion(), models: [house, other] })).toMatchObject({ sameRows: false, closer: null });
  });

  test("counts nothing where a table is not known, though neither is", () => {
    const models = [house, hedonic].map((model) => ({ ...model, provenance: { data: null } })) as [Model, Model];
    expect(judge({ ...onlyQuestion(), models })).toMatchObject({ sameRows: false, closer: null });
  });

  test("names no best where the accuracy of one is not known", async () => {
    const bare = await bareModel("house-price");
    const { ranking, unknown, best, closer } = judge({ ...onlyQuestion(), models: [bare, hedonic] });
    expect(ranking.map(({ model }) => model)).toEqual([hedonic]);
    expect(unknown).toEqual([bare]);
    expect([best, closer]).toEqual([null, null]);
  });
});
