import { publishedModel, trainModel } from "@/lib/testing/models";
import { findMisfit } from "@/lib/model/explain/lack-of-fit";
import { describe, expect, test } from "vitest";
import { effectConfidenceInWords, moreExamplesInWords, restInWords } from "./sentences";

const { spec } = await publishedModel("house-price");

describe("moreExamplesInWords(precision, driver, rows)", () => {
  test("names the input that is rare only where more examples would help", () => {
    const driver = { input: spec.inputs[0]!, value: 12_000 };
    expect(moreExamplesInWords({ noise: 0.98, model: 0.02, driver: null }, driver, 546)).toBe(
      "Little would. With endlessly more examples, the range would be only 1% narrower.",
    );
    expect(moreExamplesInWords({ noise: 0.81, model: 0.19, driver: null }, driver, 546)).toBe(
      "With endlessly more examples like this one, the range would be 10% narrower. Examples with lot area near 12,000 sq ft would help most; the model has learned from 546 in all.",
    );
    expect(moreExamplesInWords({ noise: 0.81, model: 0.19, driver: null }, null, 546)).not.toContain("help most");
  });
});

describe("restInWords(spec, misfit, faint, tested)", () => {
  const term = { columns: ["area", "basement"], f: 60, t: 7.5, df: 90, p: 1e-8, share: 0.1 };

  test("calls it noise only where lack of fit was looked for and not found", () => {
    expect(restInWords(spec, null, null, true)).toMatch(/^The rest looks like noise: .* no test finds a pattern/);
    expect(restInWords(spec, null, null, false)).toContain("too few examples to tell which");
    expect(restInWords(spec, { p: 1e-7, share: 0.1, by: "term", term }, null, true)).toBe(
      "The rest is not noise alone: the model misses a pattern. The term that would help most is the product of lot area and finished basement: it would explain 10% of the variance that is left.",
    );
    expect(restInWords(spec, { p: 1e-7, share: 0.2, by: "reset", term: null }, null, true)).toContain(
      "No single square or product of inputs explains it.",
    );
  });

  test("names the square of a where y = a² was fitted by a", async () => {
    const rows = Array.from({ length: 100 }, (_, i) => ({ inputs: { a: i / 10 }, actual: (i / 10) ** 2 }));
    const inputs = [{ name: "a", label: "Side", kind: "number" }];
    const model = await trainModel({ inputs, terms: ["a"] }, rows);
    const misfit = findMisfit(model.predictor.inference!.lackOfFit);
    expect(restInWords(model.spec, misfit, null, true)).toContain(
      "The term that would help most is the square of side: it would explain more than 99% of the variance",
    );
  });
});

describe("effectConfidenceInWords(errors)", () => {
  test("gives a confidence only where there is a range, and says when it allows for unequal variance", () => {
    expect(effectConfidenceInWords("equal variance")).not.toContain("HC3");
    expect(effectConfidenceInWords("HC3")).toContain(
      "95% confidence, if the model is right, for cases that differ in this alone",
    );
    expect(effectConfidenceInWords("HC3")).toContain("HC3");
    expect(effectConfidenceInWords("unknown")).toMatch(/^The amounts have no range: errors are not equally large/);
    expect(effectConfidenceInWords(null)).toMatch(/^The amounts have no range: the standard errors/);
  });
});
