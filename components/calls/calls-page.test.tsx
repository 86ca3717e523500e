import { exampleInputs } from "@/lib/model/inputs/example";
import { formatsOf } from "@/lib/export/export";
import type { Model } from "@/lib/model/model";
import { bareModel, publishedModel } from "@/lib/testing/models";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Calls } from "./calls";

const NO_NUMBER = /NaN|undefined|Infinity/;
const houses = await publishedModel("house-price");
const withoutPlan = (model: Model): Model => ({ ...model, predictor: { ...model.predictor, plan: null } });
const hidden = (model: Model): Model => {
  const training = { ...model.spec.training!, showRows: false };
  return { ...model, spec: { ...model.spec, training } };
};

function page(model: Model): string {
  const question = { inputs: exampleInputs(model), typical: true, faults: [] };
  return renderToStaticMarkup(
    <Calls
      takeAway="open"
      model={model}
      query={new URLSearchParams()}
      question={question}
      origin="https://example.com"
      token=""
    />,
  );
}

describe("Calls(props)", () => {
  test.each(["house-price", "salary", "house-price-hedonic"])("shows %s, which has everything", async (id) => {
    const html = page(await publishedModel(id));
    expect(html).not.toMatch(NO_NUMBER);
    expect(html).toContain("one answer with the estimate, how far off it may be, and why.");
    expect(html).toContain("the same estimate and the same range");
    expect(html).not.toContain("There is no range");
  });

  test.each(["house-price", "salary", "house-price-hedonic"])("says why %s without rows has no range", async (id) => {
    const html = page(await bareModel(id));
    expect(html).not.toMatch(NO_NUMBER);
    expect(html).toContain("one answer with the estimate.");
    expect(html).toContain("There is no range: no rows with known outcomes came with this model,");
    expect(html).toContain("&quot;interval&quot;: null");
    expect(html).toContain("  interval: null;\n");
    expect(html).toContain("Low and high are always null, as the model gives no range.");
    expect(html).not.toContain("the same range");
  });

  test("offers a model without a plan as JSON alone", () => {
    const html = page(withoutPlan(houses));
    expect(html).not.toMatch(NO_NUMBER);
    expect(html).toContain("The whole model as JSON, which no other language can compute.");
    expect(html).toContain("--format json");
    expect(html).not.toMatch(/<option value="(sql|typescript|python)"/);
  });

  test("says of a model whose rows are private that its JSON explains nothing", () => {
    expect(page(hidden(houses))).toContain("the JSON comes without them, and so explains nothing.");
    expect(page(houses)).not.toContain("explains nothing");
  });
});

test("formatsOf(model) are all, or JSON alone without a plan", () => {
  expect(formatsOf(houses)).toEqual(["sql", "typescript", "python", "json"]);
  expect(formatsOf(withoutPlan(houses))).toEqual(["json"]);
});
