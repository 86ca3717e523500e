import type { Model } from "@/lib/model/model";
import { bareModel, publishedModel } from "@/lib/testing/models";
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
  "The same example through both",
  "Why they differ",
  "How accurate they are",
  "The assessors’ test",
  "Do their ranges hold?",
  "Do their chances hold?",
  "What they are made of",
  "Ask both about another",
];

test("Comparison of models with rows says which to trust more, and why they differ", () => {
  const page = compare([house, hedonic]);
  expect(headingsOf(page)).toEqual(WHOLE);
  const text = textOf(page);
  expect(text).toContain(
    "On the whole, House price, detailed is more accurate. Half of the estimates of House price, detailed are within 13%",
  );
  expect(text).toContain("House price, detailed, the more accurate one");
  expect(text).toContain("They part most over air conditioning (no)");
  expect(text).not.toContain("not known");
});

describe("Comparison of a model without rows beside one with rows", () => {
  test("says whose accuracy is known, and trusts neither more", () => {
    const page = compare([bareHouse, hedonic]);
    expect(headingsOf(page)).toEqual(WHOLE);
    const text = textOf(page);
    expect(text).toContain(
      "Which one is more accurate cannot be said. The accuracy of House price is not known: no rows with known outcomes came with it. Half of the estimates of House price, detailed are within 13% of the true sale price.",
    );
    expect(text).toContain("House price Its accuracy is not known. It asks for 7 things.");
    expect(text).not.toMatch(/more accurate one|is the better one|came closer to the truth|same examples/);
  });

  test("gives both answers, one without a range, and draws a range for the other alone", () => {
    const page = compare([bareHouse, hedonic]);
    const text = textOf(page);
    expect(text).toContain("House price $61,600 There is no range: no rows with known outcomes came with this model");
    expect(text).toMatch(/House price, detailed \$55,800 8 out of 10 houses like this.* sold for \$40,900 to \$76,100/);
    expect(text).toContain(
      "House price answers $5,800 more than House price, detailed, which is 10%. Without a range of House price, whether they can all be right is not known.",
    );
    expect(renderPart(page).match(/stroke-width="5"/g)).toHaveLength(1);
  });

  test("says in each section what the rows would say, and compares no input", () => {
    const text = textOf(compare([bareHouse, hedonic]));
    expect(text).toContain(
      "Without rows with known outcomes, what each input adds to the answer of House price is not known.",
    );
    expect(text).not.toContain("They part most over");
    expect(text).toContain("Estimates House price, detailed The mean Median error 13% 27%");
    expect(text).toContain("House price cannot be tested without rows with known outcomes.");
    expect(text.match(/No rows with known outcomes came with it, so this is not known\./g)).toHaveLength(2);
  });

  test("says so when an answer lies outside of the range of the other", () => {
    const query =
      "area=40000&bedrooms=3&bathrooms=1&stories=2&guest_rooms=no&basement=no&parking=1&driveway=yes&gas_heating=no&air_conditioning=no&preferred_area=no";
    expect(textOf(compare([bareHouse, hedonic], query))).toContain(
      "The answer of House price lies outside of the range of House price, detailed.",
    );
  });
});

test("Comparison of models without rows gives their answers and their terms, and claims nothing", () => {
  const page = compare([bareHouse, bareHedonic]);
  expect(headingsOf(page)).toEqual([...WHOLE.slice(0, 2), ...WHOLE.slice(-2)]);
  const text = textOf(page);
  expect(text).toContain(
    "Which one is more accurate cannot be said. The accuracy of House price and House price, detailed is not known: no rows with known outcomes came with them.",
  );
  expect(text).toContain("A sum: each of nine terms adds to the sale price.");
  expect(renderPart(page)).not.toContain('stroke-width="5"');
});

test("Comparison of three ranks those with rows among themselves, and explains them", () => {
  const text = textOf(compare([house, renamed(bareHouse, "bare", "Bare"), hedonic]));
  expect(text).toContain("Which one is more accurate cannot be said. The accuracy of Bare is not known");
  expect(text).toContain("House price, detailed came closer to the truth in 322, House price in 224.");
  expect(text).toContain("House price, detailed is the better one in all of these figures.");
  expect(text).not.toContain("more accurate one");
  expect(text).toContain("what each input adds to the answer of Bare is not known. What each input adds by each model");
  expect(text).toContain("What was entered House price House price, detailed Nothing yet: the average $68,100 $66,700");
});

test("Comparison of a model that is not made of terms says so", () => {
  const { predictor } = bareHouse;
  const other = { ...bareHouse, predictor: { ...predictor, coefficients: null } };
  expect(textOf(compare([other, hedonic]))).toContain("House price It is not made of terms with a coefficient each.");
});
