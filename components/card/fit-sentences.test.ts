import { publishedModel } from "@/lib/testing/models";
import { expect, test } from "vitest";
import { coefficientRangesInWords, lackOfFitInWords, searchInWords } from "./sentences";

const { spec } = await publishedModel("house-price");
const term = { columns: ["area"], f: 60, t: 7.5, df: 90, p: 1e-8, share: 0.1 };

test("lackOfFitInWords(spec, misfit) names the term that would help most, where there is one", () => {
  expect(lackOfFitInWords(spec, null, null)).toMatch(/^No test finds a pattern that the model misses\./);
  expect(lackOfFitInWords(spec, { p: 0.012, share: 0.1, by: "term", term }, null)).toBe(
    "The model misses a pattern (p\u00a0=\u00a00.012 for all tests together). The term that would help most is the square of lot area: it would explain 10% of the variance that is left unexplained.",
  );
  expect(lackOfFitInWords(spec, { p: 0.012, share: 0.3, by: "pureError", term: null }, null)).toContain(
    "It makes up about 30% of the variance that is left unexplained, and no single square or product",
  );
});

test("searchInWords(lackOfFit, rows) says whether all rows and all terms were looked at", () => {
  const tests = { reset: null, pureError: null, terms: [term] };
  expect(searchInWords({ ...tests, rows: 546, candidates: 26, screened: 26, tested: 26 }, 546)).toMatch(
    /^In all 546 rows, all 26 squares and products of inputs were tested as one more term;/,
  );
  expect(searchInWords({ ...tests, rows: 20_000, candidates: 20_100, screened: 20_100, tested: 25 }, 45_000)).toMatch(
    /^In 20,000 of the 45,000 rows, of 20,100 squares and products of inputs, 20,100 were compared with the residuals and the 25 most correlated were tested/,
  );
});

test("coefficientRangesInWords(unequalVariance) names HC3 only where the intervals use it", () => {
  expect(coefficientRangesInWords(true)).toContain("HC3");
  expect(coefficientRangesInWords(false)).not.toContain("HC3");
});
