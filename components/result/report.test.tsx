import { exampleInputs } from "@/lib/model/inputs/example";
import { predict } from "@/lib/model/answer/predict";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";
import { bareModel, publishedModel } from "@/lib/testing/models";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { RefusalReport } from "./refusal-report";
import { Report } from "./report";

const IDS = ["house-price", "salary", "house-price-hedonic"];
const NO_NUMBER = /NaN|undefined|Infinity|∞/;
const NO_RANGE =
  "There is no range: no rows with known outcomes came with this model, so how far off its estimates are is not known.";

const houses = await publishedModel("house-price");
const bareHouses = await bareModel("house-price");

function estimate(model: Model, inputs: Inputs = exampleInputs(model)) {
  const prediction = predict(model, inputs);
  if (prediction.refusal) throw new Error(prediction.refusal.detail);
  return { model, inputs, prediction };
}

function report(model: Model, inputs?: Inputs): string {
  return renderToStaticMarkup(<Report shown {...estimate(model, inputs)} origin="https://example.com" token="" />);
}

function refusal(model: Model, inputs: Inputs): string {
  const refused = predict(model, inputs);
  if (!refused.refusal) throw new Error("there is an estimate");
  return renderToStaticMarkup(<RefusalReport model={model} inputs={inputs} refused={refused} />);
}

/** The titles of the sections, in their order, with those that are folded in the last one. */
const titles = (html: string) =>
  [...html.matchAll(/<(?:h2|summary[^>]*><h3)[^>]*>([^<]+)</g)].map(([, title]) => title);

describe("Report(props)", () => {
  test.each(IDS)("shows every section of %s, which has rows", async (id) => {
    const html = report(await publishedModel(id));
    expect(html).not.toMatch(NO_NUMBER);
    expect(html).not.toContain("There is no range");
    expect(titles(html)).toEqual([
      ...["Why", "Similar cases", "What if", "More about this estimate", "How sure is it?"],
      ...["One answer at a time", "What each change is worth", "Limits of this model", "Get this from code"],
    ]);
  });

  test.each(IDS)("says of %s without rows why there is no range, and leaves out what needs rows", async (id) => {
    const html = report(await bareModel(id));
    expect(html).not.toMatch(NO_NUMBER);
    expect(html).toContain(`${NO_RANGE} The estimate is rounded to 3 significant digits.`);
    expect(html).toContain("This is not known, because no rows with known outcomes came with this model.");
    expect(titles(html)).toEqual([
      ...["What if", "More about this estimate", "How sure is it?", "One answer at a time"],
      ...["What each change is worth", "Limits of this model", "Get this from code"],
    ]);
    expect(html).not.toMatch(/the band its range|range in the training data|[+−]\$[\d,]+ to [+−]/);
  });

  test("rounds an estimate without a range to three significant digits", () => {
    const { estimate } = predict(bareHouses, exampleInputs(bareHouses));
    expect(estimate).toBeCloseTo(61606.03, 2);
    expect(report(bareHouses)).toContain(">$61,600</span>");
  });

  test("gives effects and curves of a model without rows as amounts and lines", () => {
    const html = report(bareHouses);
    expect(html).toContain("The amounts have no range: the standard errors of the fit did not come with the model.");
    expect(html).toMatch(/One more garage place<\/span>.*?\+\$5,300<\/span><\/span>/);
    expect(html).toContain("The line is the estimate. The ring is your answer.</figcaption>");
    expect(html).not.toContain(">Range</th>");
  });

  test("says which inputs have no chart, where neither rows nor bounds say how far they go", () => {
    const inputs = houses.spec.inputs.map((input) => ("min" in input ? { ...input, min: undefined } : input));
    const html = report({ ...bareHouses, spec: { ...houses.spec, inputs } });
    expect(html).not.toMatch(NO_NUMBER);
    expect(html).toContain("There is no chart for lot area, bedrooms, full bathrooms, stories, garage places: neither");
    expect(html).toContain(">Guest room</h4>");
    expect(html).not.toContain(">Lot area</h4>");
  });

  test("leaves out what would narrow the range where the fit is not known", () => {
    const html = report({ ...houses, predictor: { ...houses.predictor, inference: null } });
    expect(html).not.toMatch(NO_NUMBER);
    expect(html).toContain("How accurate similar estimates are");
    expect(html).not.toContain("Can the range be narrower?");
    expect(html).toContain("The amounts have no range: the standard errors of the fit did not come with the model.");
  });

  test("compares with real outcomes where rows are known and intervals are not", () => {
    const far = { ...exampleInputs(houses), area: 20_000 };
    const html = report({ ...houses, uncertainty: null }, far);
    expect(html).not.toMatch(NO_NUMBER);
    expect(titles(html)).toContain("Similar cases");
    expect(html).not.toMatch(/the range of this estimate|The bar shows|Can the range be narrower/);
    expect(html).toContain("the actual sale price may be far from the estimate below");
  });

  test("claims nothing outside the data, and warns before it gives the number", () => {
    for (const area of [20_000, 30_000]) {
      const html = report(houses, { ...exampleInputs(houses), area });
      expect(html).not.toMatch(NO_NUMBER);
      expect(html).not.toMatch(
        /out of 10|like this|share of cases|chance that the estimate|\(FSD\)|Can the range be narrower/,
      );
      expect(html).toContain("If the pattern continues, the range is $");
      expect(html).toContain("Too few training rows are similar to say how accurate this estimate is.");
      expect(html.indexOf("Take this estimate with care")).toBeLessThan(html.indexOf("We estimate"));
    }
    expect(report(houses)).toMatch(
      /chance that the estimate is within 10% of.*differs from the estimate by at most about \d+% \(forecast/,
    );
  });

  test("leaves out the breakdown where nothing explains an estimate", () => {
    const html = report({ ...houses, predictor: { ...houses.predictor, explain: null } });
    expect(html).not.toMatch(NO_NUMBER);
    expect(titles(html)).not.toContain("Why");
  });

  test("shows an interval of a model whose rows are not known without a figure of rows", () => {
    const html = report({ ...bareHouses, uncertainty: houses.uncertainty });
    expect(html).not.toMatch(NO_NUMBER);
    expect(html).toContain("8 out of 10");
    expect(html).toContain("the band its range");
    expect(html).not.toContain("3 significant digits");
  });

  test("leads to the form with the level of its range, and to no other address with the usual one", () => {
    const inputs = exampleInputs(houses);
    const at = (level: number) => {
      const prediction = predict(houses, inputs, { level });
      if (prediction.refusal) throw new Error(prediction.refusal.detail);
      const page = { origin: "https://example.com", token: "", shown: true, model: houses, inputs };
      return renderToStaticMarkup(<Report {...page} prediction={prediction} />);
    };
    const formOf = (html: string) => /href="([^"]*)"[^>]*>Change answers</.exec(html)![1]!;
    expect(formOf(at(0.95))).toMatch(/^\/models\/house-price\?area=4600&amp;.*&amp;level=0\.95$/);
    expect(formOf(at(0.8))).not.toContain("level");
    expect(at(0.95)).toContain(">Range for this share of cases:<");
  });

  test("keeps the rows of an owner who does not show them", () => {
    const training = { ...houses.spec.training!, showRows: false };
    const hidden = report({ ...houses, spec: { ...houses.spec, training } });
    expect(hidden).toContain("The owner of this model keeps the 546 rows");
    const elsewhere = report({ ...houses, spec: { ...houses.spec, training: undefined } });
    expect(elsewhere).toContain("The owner of this model keeps the 546 rows");
  });
});

describe("RefusalReport(props)", () => {
  const nothing = { experience: 0, test_score: 0, interview_score: 0 };

  test("leads to the form and to the nearest values with the level that was chosen", async () => {
    const tooFar = { ...exampleInputs(houses), area: 50_000, bedrooms: 1, bathrooms: 8 };
    const refused = predict(houses, tooFar);
    if (!refused.refusal) throw new Error("there is an estimate");
    const html = renderToStaticMarkup(<RefusalReport model={houses} inputs={tooFar} refused={refused} level={0.9} />);
    const links = [...html.matchAll(/href="(\/models\/house-price[^"]*\?[^"]*)"/g)].map(([, path]) => path!);
    expect(links).toHaveLength(2);
    for (const path of links) expect(path).toMatch(/&amp;level=0\.9$/);
  });

  test("shows what the rows hold, or says that they did not come with the model", async () => {
    const salary = await publishedModel("salary");
    expect(refusal(salary, nothing)).toContain("In the training data</th>");
    const evaluate: Model["predictor"]["evaluate"] = (_, out) => void (out.center = -1);
    const bare = await bareModel("salary");
    const html = refusal({ ...bare, predictor: { ...bare.predictor, evaluate } }, nothing);
    expect(html).not.toMatch(NO_NUMBER);
    expect(html).toContain("The training rows did not come with this model");
  });
});
