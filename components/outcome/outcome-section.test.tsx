import { exampleInputs } from "@/lib/model/inputs/example";
import { estimateStep } from "@/lib/model/format";
import { predict } from "@/lib/model/answer/predict";
import type { Model } from "@/lib/model/model";
import { bareModel, publishedModel } from "@/lib/testing/models";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { OutcomeSection } from "./outcome-section";
import type { State } from "./told";

const houses = await publishedModel("house-price");
const bare = await bareModel("house-price");

function section(model: Model, state?: State): string {
  const prediction = predict(model, exampleInputs(model));
  if (prediction.refusal) throw new Error(prediction.refusal.detail);
  const told = state && { state, receipt: "token", actual: "12" };
  return renderToStaticMarkup(
    <OutcomeSection
      step={estimateStep(prediction.estimate, prediction.interval)}
      path="/models/x/estimate"
      spec={model.spec}
      prediction={prediction}
      receipt="token"
      told={told}
      token=""
    />,
  );
}

test("OutcomeSection(props) takes an outcome of a model with a range and of one without", () => {
  for (const html of [section(houses), section(bare)]) {
    expect(html).toContain("The actual sale price");
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  }
});

test("OutcomeSection(props) says that no range was given where none was", () => {
  const sentence = "No range was given with the estimate; only its error counts.";
  expect(section(bare, "stored")).toContain(sentence);
  expect(section(bare, "corrected")).toContain(sentence);
  expect(section(houses, "stored")).not.toContain("No range");
  expect(section(bare, "opinion")).not.toContain("No range");
});

test("OutcomeSection(props) names an estimate by its range, or else in three significant digits", () => {
  expect(section(bare, "unlikely")).toContain("$12 is very far from the estimate of $61,600.");
  expect(section(houses, "unlikely")).toContain("$12 is very far from the estimate of $61,600.");
});
