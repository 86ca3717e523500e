import { predict } from "@/lib/model/answer/predict";
import { modelIn } from "@/lib/model/translate";
import type { Model } from "@/lib/model/model";
import { bareModel, publishedModel } from "@/lib/testing/models";
import { expect, test } from "vitest";
import { pictureOfModel, pictureOfResult } from "./picture";

const [house, salary] = (await Promise.all(["house-price", "salary"].map(publishedModel))) as [Model, Model];
const HOUSE = { area: 6000, bedrooms: 3, bathrooms: 2, stories: 2, guest_rooms: false, basement: true, parking: 1 };
const TOO_FAR = { ...HOUSE, area: 500, bedrooms: 10, bathrooms: 1, stories: 1, basement: false, parking: 0 };
const resultOf = (model: Model, inputs: Parameters<typeof predict>[1]) =>
  pictureOfResult(model, inputs, predict(model, inputs));
const first = (drawn: unknown) => [drawn].flat()[0];

test("pictureOfResult(model, inputs, prediction) shows the number, its range and the three largest contributions", () => {
  const { title, lead, headline, bar, warning, text, reasons, hasDisclaimer } = resultOf(house, HOUSE);
  expect([title, lead, headline].map(first)).toEqual(["House price", "Estimate: sale price", "$90,200"]);
  expect(first(text)).toContain("$61,900 to $118,600");
  expect(reasons.map(({ label, value, amount }) => [first(label), value, amount])).toEqual([
    ["Full bathrooms", "2", "+$9,600"],
    ["Finished basement", "yes", "+$5,300"],
    ["Lot area", "6,000 sq ft", "+$3,800"],
  ]);
  expect(bar!.low).toBeGreaterThan(0);
  expect(bar!.low).toBeLessThan(bar!.estimate);
  expect(bar!.estimate).toBeLessThan(bar!.high);
  expect({ warning, hasDisclaimer }).toEqual({ warning: null, hasDisclaimer: false });
});

test("pictureOfResult(model, inputs, prediction) is in the language of the model", () => {
  const { lead, headline, text, reasons } = resultOf(modelIn(house, "de"), HOUSE);
  expect(first(lead)).toMatch(/^Schätzung: /);
  expect(first(headline)).toMatch(/^90\.200/);
  expect(first(text)).toMatch(/8 von 10/);
  expect(reasons.map(({ value }) => value)).toEqual(["2", "ja", expect.stringMatching(/^6\.000 /)]);
});

test("pictureOfResult(model, inputs, prediction) of a refusal says so and shows no number", () => {
  const { headline, text, bar, reasons } = resultOf(house, TOO_FAR);
  expect({ headline, bar, reasons }).toEqual({ headline: "No estimate", bar: null, reasons: [] });
  expect(first(text)).toMatch(/^These values are too far from /);
  expect(first(resultOf(modelIn(house, "de"), TOO_FAR).headline)).toBe("Keine Schätzung");
});

test("pictureOfResult(model, inputs, prediction) of an extrapolation says what its level assumes", () => {
  const outside = resultOf(house, { ...HOUSE, area: 20_000 });
  expect(outside.warning).toBe("Outside the training data: the model only continues its pattern.");
  expect(first(outside.text)).toMatch(/^If the pattern continues, the range is /);
  expect(JSON.stringify(outside)).not.toMatch(/out of 10|80%/);
});

test("pictureOfResult(model, inputs, prediction) shows no bar and no reasons where no rows are known", async () => {
  const { bar, reasons, headline } = resultOf(await bareModel("house-price"), HOUSE);
  expect({ bar, reasons, headline: first(headline) }).toEqual({ bar: null, reasons: [], headline: "$90,200" });
});

test("pictureOfResult(model, inputs, prediction) leads with the disclaimer of a model that has one", () => {
  const { limit, hasDisclaimer } = resultOf(salary, { experience: 2, test_score: 9, interview_score: 6 });
  expect(hasDisclaimer).toBe(true);
  expect(first(limit)).toMatch(/^Never use it for hiring/);
});

test("pictureOfModel(model) says what it estimates, how accurate it is and on how many rows", async () => {
  const { headline, text, facts } = pictureOfModel(house);
  expect([first(headline), first(text)]).toEqual([house.spec.title, house.spec.summary]);
  expect(facts.map(first)).toEqual([expect.stringContaining("within 15%"), "546 training rows · 7 inputs"]);
  expect(pictureOfModel(modelIn(house, "de")).facts[1]).toBe("546 Trainingszeilen · 7 Eingaben");
  expect(pictureOfModel(await bareModel("salary")).facts[1]).toBe("3 inputs");
});

test("pictures name the model in plain letters and inputs by name for fonts that lack the letters", () => {
  const { title, reasons } = resultOf(house, HOUSE);
  expect(title).toEqual(["House price", "house-price"]);
  expect(reasons[0]!.label).toEqual(["Full bathrooms", "bathrooms"]);
});
