import { expect, test } from "vitest";
import { parseSpec } from "@/lib/model/spec";
import { makeSpec } from "@/lib/testing/models";
import {
  coverageByEstimateInWords,
  kindOfRangeInWords,
  levelsInWords,
  sigmaInWords,
  smearingInWords,
} from "./sentences";

const FITTED = { measured: 200 };

test("kindOfRangeInWords(kind, compared, evidence) says of calibration rows how much their luck matters", () => {
  const words = kindOfRangeInWords("conformal", true, { measured: 150, calibration: true });
  expect(words).toContain("split conformal: as wide as its errors on the calibration rows");
  // scipy.stats.beta.ppf([.05, .95], 121, 30) is 0.7459, 0.8522
  expect(words).toContain("ranges at 80% hold between 75% and 85% of new rows");
});

test("kindOfRangeInWords(kind, compared, evidence) says that conformal ranges hold on average, and what t-ranges rest on", () => {
  expect(kindOfRangeInWords("conformal", true, FITTED)).toContain("on average over rows like those of the table");
  expect(kindOfRangeInWords("t", false, FITTED)).toBe(
    "The ranges of this model are by Student’s t, which rests on normal errors that are equally large everywhere; for conformal ranges there are too few rows.",
  );
  expect(kindOfRangeInWords("t", true, FITTED)).toContain("the hollow dots are what conformal ranges would have held");
});

test("levelsInWords(claims, off, rows) counts what does not hold, and judges nothing by few rows", () => {
  expect(levelsInWords(4, 0, 30)).toBe("All four hold what they claim, within sampling error.");
  expect(levelsInWords(4, 1, 546)).toBe("One of the four does not hold what it claims, by more than chance makes.");
  expect(levelsInWords(4, 4, 546)).toBe("None of the four holds what it claims, by more than chance makes.");
  expect(levelsInWords(4, 2, 546)).toBe("Two of the four do not hold what they claim, by more than chance makes.");
  expect(levelsInWords(4, 4, 29)).toMatch(/^29 rows are too few to say/);
});

test("coverageByEstimateInWords(groups, off) says whether ranges hold along the estimates", () => {
  expect(coverageByEstimateInWords(5, 0)).toContain("It does here, within sampling error.");
  expect(coverageByEstimateInWords(5, 2)).toContain("In two of five groups of estimates it does not");
  expect(coverageByEstimateInWords(5, 5)).toContain("In all five groups of estimates it does not");
  // One group of estimates cannot tell low ones from high ones.
  for (const groups of [0, 1]) {
    expect(coverageByEstimateInWords(groups, 0)).toContain("There are too few rows to say: that takes at least 60.");
  }
});

// R 4.2: exp(0.2) - 1; 1 - exp(-0.2)
test("sigmaInWords(spec, fit) gives σ of a logarithm up and down, and names what else is fitted", () => {
  const say = (transform: "identity" | "log" | "log1p" | "sqrt") =>
    sigmaInWords(parseSpec(makeSpec({ target: { name: "y", label: "Count", transform } })), { sigma: 0.2, df: 534 });
  expect(say("log")).toBe("of the logarithm: an error of this size is 22% up or 18% down, on 534 degrees of freedom");
  expect(say("log1p")).toMatch(/^of the logarithm of 1 plus the count: .* 22% up or 18% down/);
  expect(say("sqrt")).toBe("the size of an error of the square root, on 534 degrees of freedom");
  expect(say("identity")).toBe("the size of an error, on 534 degrees of freedom");
});

test("smearingInWords(transform, kind) says what the factor supposes", () => {
  expect(smearingInWords("log", "t")).toMatch(/if errors are equally large everywhere$/);
  expect(smearingInWords("log", "conformal")).toContain("for errors as large as at their own inputs");
});
