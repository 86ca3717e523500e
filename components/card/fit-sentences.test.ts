import { parseSpec } from "@/lib/model/spec";
import { modelIn, specIn } from "@/lib/model/translate";
import { makeSpec, publishedModel } from "@/lib/testing/models";
import { expect, test } from "vitest";
import { hollowInWords, scaleInWords } from "./coefficient-sentences";
import {
  coefficientRangesInWords,
  lackOfFitInWords,
  searchInWords,
  sigmaInWords,
  smearingInWords,
} from "./fit-sentences";

const houses = await publishedModel("house-price");
const { spec } = houses;
const term = { columns: ["area"], f: 60, t: 7.5, df: 90, p: 1e-8, share: 0.1 };

test("lackOfFitInWords(spec, misfit) names the term that would help most, where there is one", () => {
  expect(lackOfFitInWords(spec, null, null, 1)).toMatch(
    /^No test finds a pattern that the model misses, at a level of 5%\. /,
  );
  expect(lackOfFitInWords(spec, { p: 0.012, share: 0.1, by: "term", term }, null, 3)).toBe(
    "The model misses a pattern (p\u00a0=\u00a00.012 for all tests together). Adding the square of lot area would help most: it would explain 10% of the unexplained variance.",
  );
  expect(lackOfFitInWords(spec, { p: 0.012, share: 0.3, by: "pureError", term: null }, null, 3)).toContain(
    "The pattern is about 30% of the unexplained variance, and no single square or product",
  );
});

test("lackOfFitInWords(spec, null, null, questions) says which level the tests share, and what it leaves for a p-value", () => {
  expect(lackOfFitInWords(spec, null, null, 2)).toContain(
    "at a level of 5% shared by 2 kinds of tests: a p-value must be at most 0.025. The unexplained part",
  );
  expect(lackOfFitInWords(modelIn(houses, "de").spec, null, null, 3)).toMatch(
    /zum Niveau 5\s% für 3 Arten von Tests zusammen: Ein p-Wert muss höchstens 0,017 sein\. Der unerklärte Teil/,
  );
});

test("lackOfFitInWords(spec, null, faint) says that a pattern may be chance among all checks of the card", () => {
  const faint = { by: "these tests alone", p: 0.04, robustP: 0.04 } as const;
  expect(lackOfFitInWords(spec, null, faint, 3)).toBe(
    "The tests suggest a pattern that the model misses (p\u00a0=\u00a00.040 for all tests of lack of fit together). Among all checks on this page, chance alone can produce it.",
  );
  expect(lackOfFitInWords(modelIn(houses, "de").spec, null, faint, 3)).toMatch(
    /^Die Tests deuten auf ein Muster hin, das dem Modell fehlt \(p\u00a0=\u00a00,040 für alle Tests auf Fehlanpassung zusammen\)\./,
  );
});

test("searchInWords(locale, lackOfFit, rows) says whether all rows and all terms were looked at", () => {
  const tests = { reset: null, pureError: null, terms: [term] };
  expect(searchInWords("en", { ...tests, rows: 546, candidates: 26, screened: 26, tested: 26 }, 546)).toMatch(
    /^In all 546 rows, all 26 squares and products of inputs were tested as one more term;/,
  );
  expect(
    searchInWords("en", { ...tests, rows: 20_000, candidates: 20_100, screened: 20_100, tested: 25 }, 45_000),
  ).toMatch(
    /^In 20,000 of the 45,000 rows, 20,100 of 20,100 squares and products of inputs were compared with the residuals\. The 25 most correlated ones were tested/,
  );
});

test("coefficientRangesInWords(locale, unequalVariance) names HC3 only where the intervals use it", () => {
  expect(coefficientRangesInWords("en", true)).toContain("HC3");
  expect(coefficientRangesInWords("en", false)).not.toContain("HC3");
});

// R 4.2: exp(0.2) - 1; 1 - exp(-0.2)
test("sigmaInWords(spec, fit) gives σ of a logarithm up and down, and names what else is fitted", () => {
  const specOf = (transform: "identity" | "log" | "log1p" | "sqrt") =>
    parseSpec(makeSpec({ target: { name: "y", label: "Count", transform } }));
  const write = (transform: "identity" | "log" | "log1p" | "sqrt") =>
    sigmaInWords(specOf(transform), { sigma: 0.2, df: 1_534 });
  expect(write("log")).toBe(
    "of the logarithm: an error of this size is 22% up or 18% down, on 1,534 degrees of freedom",
  );
  expect(write("log1p")).toMatch(/^of the logarithm of 1 plus the count: .* 22% up or 18% down/);
  expect(write("sqrt")).toBe("of the square root, on 1,534 degrees of freedom");
  expect(write("identity")).toBe("of the fit, on 1,534 degrees of freedom");
  expect(sigmaInWords(specIn(specOf("log1p"), "de"), { sigma: 0.2, df: 1_534 })).toBe(
    "von log(1 + Count): Ein Fehler dieser Größe ist 22 % nach oben oder 18 % nach unten; 1.534 Freiheitsgrade",
  );
});

test("smearingInWords(locale, transform, kind) says what the factor assumes", () => {
  expect(smearingInWords("en", "log", "t")).toMatch(/It assumes errors of the same size everywhere$/);
  expect(smearingInWords("en", "log", "conformal")).toContain("uses the size of errors at its own inputs");
});

test("hollowInWords(locale, unsure, terms) counts the ranges that include 0", () => {
  expect(hollowInWords("en", 0, 3)).toBe("None of the intervals includes 0.");
  expect(hollowInWords("en", 1, 3)).toBe("1 of the 3 intervals includes 0: this effect may be zero (hollow dot).");
  expect(hollowInWords("en", 2, 3)).toBe("2 of the 3 intervals include 0: these effects may be zero (hollow dots).");
  expect(hollowInWords("en", 3, 3)).toMatch(/^All intervals include 0/);
  expect(hollowInWords("de", 2, 3)).toMatch(/^2 der 3 Intervalle enthalten 0: Diese Wirkungen/);
});

test("sentences about a fit in German have German numbers and name the terms in mathematics", () => {
  const german = modelIn(houses, "de").spec;
  expect(lackOfFitInWords(german, { p: 0.012, share: 0.1, by: "term", term }, null, 3)).toMatch(
    /^Dem Modell fehlt ein Muster \(p = 0,012 für alle Tests zusammen\)\. .*: Quadrat \(.+\) würde 10 % der/,
  );
  const sqrt = parseSpec(makeSpec({ target: { name: "y", label: "Zahl", transform: "sqrt" } }));
  expect(scaleInWords(specIn(sqrt, "de"))).toBe("Je Einheit des Terms, addiert zu √(Zahl).");
});
