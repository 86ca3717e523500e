import { publishedModel, trainModel } from "@/lib/testing/models";
import { findMisfit } from "@/lib/model/explain/lack-of-fit";
import { describe, expect, test } from "vitest";
import { effectConfidenceInWords, moreExamplesInWords, restInWords } from "./sentences";

const { spec } = await publishedModel("house-price");

describe("moreExamplesInWords(locale, precision, driver, rows)", () => {
  test("names the input that is rare only where more examples would help", () => {
    const driver = { input: spec.inputs[0]!, value: 12_000 };
    expect(moreExamplesInWords("en", { noise: 0.98, model: 0.02, driver: null }, driver, 546)).toBe(
      "Hardly. Even unlimited data would narrow it by only 1%.",
    );
    expect(moreExamplesInWords("en", { noise: 0.81, model: 0.19, driver: null }, driver, 546)).toBe(
      "Unlimited data on cases like this would narrow it by 10%. Rows with lot area near 12,000 sq ft would help most; the training data has 546 rows in all.",
    );
    expect(moreExamplesInWords("en", { noise: 0.81, model: 0.19, driver: null }, null, 546)).not.toContain("help most");
  });
});

const asked = { tested: true, complete: true };

describe("restInWords(spec, misfit, faint, asked)", () => {
  test("says what would help: an answer that is missing, or else facts that the form does not ask for", () => {
    expect(restInWords(spec, null, null, asked)).toMatch(/Only facts that the form does not ask for would help\.$/);
    expect(restInWords(spec, null, null, { ...asked, complete: false })).toMatch(
      /misses\. Knowing more about this case would help\.$/,
    );
  });

  const term = { columns: ["area", "basement"], f: 60, t: 7.5, df: 90, p: 1e-8, share: 0.1 };

  test("calls it noise only where lack of fit was looked for and not found", () => {
    expect(restInWords(spec, null, null, asked)).toMatch(/^The rest looks like noise: .* no test finds a pattern/);
    expect(restInWords(spec, null, null, { tested: false, complete: true })).toContain("too few to tell which");
    expect(restInWords(spec, { p: 1e-7, share: 0.1, by: "term", term }, null, asked)).toBe(
      "The rest is not only noise: the model misses a pattern. The term that would help most is the product of lot area and finished basement. It would explain 10% of the remaining variance.",
    );
    expect(restInWords(spec, { p: 1e-7, share: 0.2, by: "reset", term: null }, null, asked)).toContain(
      "No single square or product of inputs explains it.",
    );
  });

  test("names the square of a where y = a² was fitted by a", async () => {
    const rows = Array.from({ length: 100 }, (_, i) => ({ inputs: { a: i / 10 }, actual: (i / 10) ** 2 }));
    const inputs = [{ name: "a", label: "Side", kind: "number" }];
    const model = await trainModel({ inputs, terms: ["a"] }, rows);
    const misfit = findMisfit(model.predictor.inference!.lackOfFit);
    expect(restInWords(model.spec, misfit, null, asked)).toContain(
      "The term that would help most is the square of side. It would explain more than 99% of the remaining variance",
    );
  });
});

describe("effectConfidenceInWords(locale, errors)", () => {
  test("gives a confidence only where there is a range, and says when it allows for unequal variance", () => {
    expect(effectConfidenceInWords("en", "equal variance")).not.toContain("HC3");
    expect(effectConfidenceInWords("en", "HC3")).toContain(
      "for cases that differ only in this answer (95% confidence, if the model is right; the ranges allow for",
    );
    expect(effectConfidenceInWords("en", "HC3")).toContain("HC3");
    expect(effectConfidenceInWords("en", "unknown")).toMatch(
      /^The amounts have no range: the errors are of unequal size/,
    );
    expect(effectConfidenceInWords("en", null)).toMatch(/^The amounts have no range: the standard errors/);
  });
});
