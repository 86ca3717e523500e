import { bareModel, publishedModel } from "@/lib/testing/models";
import { headingsOf, textOf } from "@/lib/testing/rendered";
import { expect, test } from "vitest";
import { ModelCard } from "./model-card";
import { Questionnaire } from "./questionnaire";

const UNKNOWN = "Its accuracy is not known: no rows with known outcomes came with this model.";

test("ModelCard shows an example with its range and reasons, and the accuracy", async () => {
  const text = textOf(<ModelCard model={await publishedModel("house-price")} />);
  expect(text).toContain("Learned from 546 examples");
  expect(text).toContain("A number $61,600 for lot area 4,600 sq ft");
  expect(text).toContain("How far off it may be Houses like this one sold for between $41,900 and $81,300");
  expect(text).toContain("Why Full bathrooms −$4,100 Finished basement −$2,900 Lot area −$2,500");
  expect(text).toContain("against the average of $68,100");
  expect(text).toContain("Half of the estimates are within 15% of the true sale price.");
});

test("ModelCard of a model without rows shows the number to three digits, and that its accuracy is not known", async () => {
  const text = textOf(<ModelCard model={await bareModel("house-price")} />);
  expect(text).toContain("A number $61,600 for lot area 4,600 sq ft");
  expect(text).toContain(UNKNOWN);
  expect(text).not.toMatch(/Learned from|How far off it may be|Why|against the average|explained/);
});

test.each(["house-price", "house-price-hedonic", "salary"])("ModelCard of %s leads to what it is about", async (id) => {
  for (const model of [await publishedModel(id), await bareModel(id)]) {
    expect(headingsOf(<ModelCard model={model} />)).toEqual([model.spec.summary]);
  }
});

test("Questionnaire says how accurate the model is, or that it is not known", async () => {
  const [whole, bare] = [await publishedModel("salary"), await bareModel("salary")];
  const around = (model: typeof whole) => textOf(<Questionnaire model={model}>The form</Questionnaire>);
  expect(around(whole)).toContain("Learned from 8 examples. Half of the estimates are within");
  expect(around(bare)).toContain(UNKNOWN);
  expect(around(bare)).not.toContain("Learned from");
});
