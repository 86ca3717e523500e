import type { Model } from "@/lib/model/model";
import { bareModel, publishedModel, readModelFile } from "@/lib/testing/models";
import { headingsOf, renderPart, textOf } from "@/lib/testing/rendered";
import { beforeAll, describe, expect, test } from "vitest";
import { Comparison } from "./comparison";
import { inquire } from "./inquiry";
import { findQuestions } from "./question";

let house: Model, hedonic: Model, bareHouse: Model, bareHedonic: Model;
beforeAll(async () => {
  [house, hedonic] = [await publishedModel("house-price"), await publishedModel("house-price-hedonic")];
  [bareHouse, bareHedonic] = [await bareModel("house-price"), await bareModel("house-price-hedonic")];
});

/** The title of the second model. */
const HEDONIC = JSON.parse(await readModelFile("house-price-hedonic", "model.json")).title as string;

/** A small house, for which the more accurate model is also the likelier to be near. */
const SMALL =
  "area=3000&bedrooms=2&bathrooms=1&stories=1&guest_rooms=no&basement=no&parking=0&driveway=no&gas_heating=no&air_conditioning=no&preferred_area=no";

/** The page of models that answer one question, about the typical example where nothing is entered. */
function compare(models: Model[], query = "") {
  const [question] = findQuestions(models);
  const inquiry = inquire(question!, new URLSearchParams(query));
  return <Comparison shown question={question!} inquiry={inquiry} path="/compare" />;
}

function renamed(model: Model, id: string, title: string): Model {
  return { ...model, spec: { ...model.spec, id, title } };
}

const WHOLE = [
  "One example, both models",
  "Why the estimates differ",
  "Accuracy",
  "Ratio study",
  "Are the ranges calibrated?",
  "Are the probabilities calibrated?",
  "Inputs and terms",
  "Change the answers",
];

test("Comparison of models with rows says which is more accurate, and why they differ", () => {
  const page = compare([house, hedonic]);
  expect(headingsOf(page)).toEqual(WHOLE);
  const text = textOf(page);
  expect(text).toContain(
    `Overall, “${HEDONIC}” is more accurate. Half of the estimates of “${HEDONIC}” are within 13% of the actual sale price. For “House price”, half are within 15%.`,
  );
  expect(text).toContain(`${HEDONIC}, the more accurate model`);
  expect(text).toContain("The biggest difference is air conditioning (no): “House price” does not use it");
  expect(text).not.toContain("not known");
});

test("Comparison says that a lower probability of the more accurate model is for this case alone", () => {
  const note = "(For this case; over all cases, this model is more accurate.)";
  const [before, after] = textOf(compare([house, hedonic])).split(note);
  expect(before).toMatch(/There is a 34% chance .* There is a 33% chance [^.]*\. $/);
  expect(after).not.toContain("% chance");
  const likely = textOf(compare([house, hedonic], SMALL));
  expect(likely).toMatch(/% chance/);
  expect(likely).not.toContain("For this case");
});

describe("Comparison of a model without rows beside one with rows", () => {
  test("says whose accuracy is known, and calls neither more accurate", () => {
    const page = compare([bareHouse, hedonic]);
    expect(headingsOf(page)).toEqual(WHOLE);
    const text = textOf(page);
    expect(text).toContain(
      `Which model is more accurate is not known. The accuracy of “House price” is not known: no rows with known outcomes came with it. Half of the estimates of “${HEDONIC}” are within 13% of the actual sale price.`,
    );
    expect(text).toContain("House price Its accuracy is not known. 7 inputs.");
    expect(text).not.toMatch(/more accurate model|is better in|was closer to/);
  });

  test("gives both estimates, one without a range, and draws a range for the other alone", () => {
    const page = compare([bareHouse, hedonic]);
    const text = textOf(page);
    expect(text).toContain("House price $61,600 There is no range: no rows with known outcomes came with this model");
    expect(text).toMatch(new RegExp(`${HEDONIC} \\$55,800 [^$]*\\$40,900 (and|to) \\$76,100`));
    expect(text).toContain(
      `“House price” estimates $5,800 (10%) more than “${HEDONIC}”. Whether the estimates agree is not known, because “House price” has no range.`,
    );
    expect(renderPart(page).match(/stroke-width="5"/g)).toHaveLength(1);
  });

  test("says in each section what the rows would say, and compares no input", () => {
    const text = textOf(compare([bareHouse, hedonic]));
    expect(text).toContain(
      "The contributions of the inputs to the estimate of “House price” are not known, because no rows with known outcomes came with that model.",
    );
    expect(text).not.toContain("The biggest difference");
    expect(text).toMatch(new RegExp(`Estimates ${HEDONIC} Guessing the average [^%]* 13% 27%`));
    expect(text).toContain("“House price” cannot be tested without rows with known outcomes.");
    expect(text.match(/Not known, because no rows with known outcomes came with this model\./g)).toHaveLength(2);
  });

  test("says so when an estimate is outside the range of the other", () => {
    const query =
      "area=40000&bedrooms=3&bathrooms=1&stories=2&guest_rooms=no&basement=no&parking=1&driveway=yes&gas_heating=no&air_conditioning=no&preferred_area=no";
    expect(textOf(compare([bareHouse, hedonic], query))).toContain(
      `The estimate of “House price” is outside the range of “${HEDONIC}”.`,
    );
  });
});

test("Comparison of models without rows gives their estimates and their terms, and claims nothing", () => {
  const page = compare([bareHouse, bareHedonic]);
  expect(headingsOf(page)).toEqual([...WHOLE.slice(0, 2), ...WHOLE.slice(-2)]);
  const text = textOf(page);
  expect(text).toContain(
    `Which model is more accurate is not known. The accuracy of “House price” and “${HEDONIC}” is not known: no rows with known outcomes came with them.`,
  );
  expect(text).toContain("A sum: each of 9 terms adds to the sale price.");
  expect(renderPart(page)).not.toContain('stroke-width="5"');
});

test("Comparison of three ranks the models with rows among themselves, and explains them", () => {
  const text = textOf(compare([house, renamed(bareHouse, "bare", "Bare"), hedonic]));
  expect(text).toContain("Which model is more accurate is not known. The accuracy of “Bare” is not known");
  expect(text).toContain(`“${HEDONIC}” was closer to the actual value for 322 of them, “House price” for 224.`);
  expect(text).toContain(`“${HEDONIC}” is better in all of these figures.`);
  expect(text).not.toContain("more accurate model");
  expect(text).toContain(
    "to the estimate of “Bare” are not known, because no rows with known outcomes came with that model. Contribution of each input, by model",
  );
  expect(text).toContain(`Input House price ${HEDONIC} Average estimate $68,100 $66,700`);
});

test("Comparison of equal models says for how many rows both are equally close, and highlights no term", () => {
  const text = textOf(compare([house, renamed(house, "twin", "Twin")]));
  expect(text).toContain(
    "“House price” was closer to the actual value for 0 of them, “Twin” for 0. For 546 rows, both were equally close.",
  );
  expect(text).toContain("No model is clearly more accurate.");
  expect(text).not.toContain("Terms that no other model has");
});

test("Comparison heads a term with a function as the function is written, and any other with a capital", () => {
  const text = textOf(compare([house, hedonic]));
  expect(text).toContain("Preferred neighbourhood log(lot area) log(bedrooms) log(full bathrooms) log(stories)");
  expect(text).toContain("Area per bedroom Bathrooms per bedroom");
});

test("Comparison of a model that is not made of terms says so", () => {
  const { predictor } = bareHouse;
  const other = { ...bareHouse, predictor: { ...predictor, coefficients: null } };
  expect(textOf(compare([other, hedonic]))).toContain(
    "House price This model does not consist of terms with coefficients.",
  );
});
