import { expect, test } from "vitest";
import { loadModel } from "../families";
import { modelIn } from "../model/translate";
import { bareModel, publishedModel, readModelFile } from "../testing/models";
import { changesBetween, otherScales } from "./version-changes";

interface Description {
  inputs: Record<string, unknown>[];
  [key: string]: unknown;
}

/** The house model with a description that is changed by `edit`, as far as its bundle allows. */
async function reworded(edit: (spec: Description) => void) {
  const spec = JSON.parse(await readModelFile("house-price", "model.json")) as Description;
  edit(spec);
  return loadModel(spec, JSON.parse(await readModelFile("house-price", "artifact.json")));
}

test("changesBetween(before, after) of the same version finds no difference", async () => {
  const model = await publishedModel("house-price");
  const { description, coefficients, figures } = changesBetween(model, model);
  expect(description).toEqual([]);
  expect(coefficients.every(({ before, after, errors }) => before === after && errors === 0)).toBe(true);
  expect(figures.map(({ subject }) => subject)).toEqual([
    ...["Rows", "Median error", "Within 10%", "RMSE", "Coverage of the 80% range"],
  ]);
  expect(figures.every(({ before, after, better }) => before === after && before !== null && better === null)).toBe(
    true,
  );
});

test("changesBetween(before, after) names what a description says otherwise, in words", async () => {
  const model = await publishedModel("house-price");
  const after = await reworded((spec) => {
    spec.title = "Price of a house";
    Object.assign(spec.inputs[0]!, { label: "Lot size", max: 60_000, help: undefined });
  });
  const { description } = changesBetween(model, after);
  expect(description).toMatchObject([
    { subject: "title", before: "House price", after: "Price of a house" },
    { subject: "lot size: label", before: "Lot area", after: "Lot size" },
    { subject: "lot size: help", before: expect.any(String), after: null },
    { subject: "lot size: maximum", after: "60,000 sq ft" },
  ]);
});

test("changesBetween(before, after) names inputs, derived features and terms that came and went, and the transform", async () => {
  const [one, other] = [await publishedModel("house-price"), await publishedModel("house-price-hedonic")];
  const { description, coefficients } = changesBetween(one, other);
  const of = (subject: string) => description.find((change) => change.subject === subject);
  expect(of("target: what is fitted")).toMatchObject({ before: "the target itself", after: "its logarithm" });
  expect(description.filter(({ subject, before }) => subject.startsWith("input ") && before === null)).not.toEqual([]);
  expect(description.filter(({ subject, after }) => subject.startsWith("term ") && after === null)).not.toEqual([]);
  // Coefficients on different scales are shown and not compared.
  expect(coefficients.every(({ errors }) => errors === null)).toBe(true);
  expect(coefficients.some(({ before, after }) => before === null || after === null)).toBe(true);
});

test("changesBetween(before, after) gives what is not known of a version as null", async () => {
  const { coefficients, figures } = changesBetween(await bareModel("house-price"), await publishedModel("house-price"));
  expect(coefficients.every(({ before, after, errors }) => before === after && errors === null)).toBe(true);
  expect(figures.every(({ before, after, better }) => before === null && after !== null && better === null)).toBe(true);
});

test("changesBetween(before, after) gives a coefficient's difference in standard errors, and which figure is better", async () => {
  const before = await publishedModel("house-price");
  const spec = JSON.parse(await readModelFile("house-price", "model.json"));
  const bundle = JSON.parse(await readModelFile("house-price", "artifact.json"));
  bundle.golden = [];
  bundle.predictor.coefficients[1] += 5;
  bundle.evidence.accuracy.rmse *= 2;
  const { coefficients, figures } = changesBetween(before, loadModel(spec, bundle));
  const moved = coefficients.filter((each) => each.before !== each.after);
  expect(moved).toHaveLength(1);
  expect(Math.abs(moved[0]!.errors!)).toBeGreaterThan(0);
  expect(figures.filter(({ better }) => better !== null)).toMatchObject([{ subject: "RMSE", better: "before" }]);
});

test("changesBetween(before, after) names parts and figures in the language of the descriptions", async () => {
  const model = await publishedModel("house-price");
  const after = await reworded((spec) => Object.assign(spec.inputs[0]!, { max: 60_000 }));
  const { description, figures } = changesBetween(modelIn(model, "de"), modelIn(after, "de"));
  expect(description).toMatchObject([
    { subject: expect.stringMatching(/: Maximum$/), after: expect.stringMatching(/^60\.000 /) },
  ]);
  expect(figures.map(({ subject }) => subject)).toEqual([
    ...["Zeilen", "Medianfehler", "Innerhalb von 10\u00a0%", "RMSE", "Abdeckung des 80-%-Bereichs"],
  ]);
});

test("otherScales(before, after) names both scales where they differ and there are coefficients", async () => {
  const [one, other] = [await publishedModel("house-price"), await publishedModel("house-price-hedonic")];
  expect(otherScales(one, other)).toEqual(["value", "logarithm"]);
  expect(otherScales(modelIn(other, "de"), modelIn(one, "de"))).toEqual(["Logarithmus", "Wert"]);
  expect(otherScales(one, one)).toBeNull();
  expect(otherScales({ ...one, predictor: { ...one.predictor, coefficients: null } }, other)).toBeNull();
});

test("changesBetween(before, after) finds the same number of changes in both languages", async () => {
  const [one, other] = await Promise.all(
    ["similar houses sold for", "houses like this sold for less than"].map((phrase) =>
      reworded((spec) => {
        spec.question = phrase;
        spec.translations = undefined;
        spec.target = { ...(spec.target as object), phrase };
      }),
    ),
  );
  const subjects = (locale: "en" | "de") =>
    changesBetween(modelIn(one!, locale), modelIn(other!, locale)).description.map(({ subject }) => subject);
  expect(subjects("en")).toEqual(["what is estimated (for comparisons)", "target: phrase"]);
  expect(subjects("de")).toEqual(["was geschätzt wird (für Vergleiche)", "Zielgröße: Satzanfang"]);
});
