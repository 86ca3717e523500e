import { expect, test } from "vitest";
import { brokenInWords, coverageByEstimateInWords, kindOfRangeInWords, levelsInWords } from "./range-sentences";

const FITTED = { measured: 200 };

test("kindOfRangeInWords(locale, kind, compared, evidence) says of calibration rows how much chance matters", () => {
  const calibrated = { measured: 150, calibration: true } as const;
  const words = kindOfRangeInWords("en", "conformal", true, calibrated);
  expect(words).toContain("Ranges are as wide as the model’s errors on the calibration rows");
  // scipy.stats.beta.ppf([.05, .95], 121, 30) is 0.7459, 0.8522
  expect(words).toContain(
    "With 9 out of 10 such tables of 150 rows, ranges for 80% of new actual values contain between 75% and 85% of them.",
  );
  expect(kindOfRangeInWords("de", "conformal", true, calibrated)).toContain(
    "Bei 9 von 10 solchen Tabellen mit 150 Zeilen enthalten Bereiche für 80 % der neuen tatsächlichen Werte zwischen 75 % und 85 % davon.",
  );
});

test("kindOfRangeInWords(locale, kind, compared, evidence) says that conformal coverage is an average, and what t-ranges assume", () => {
  expect(kindOfRangeInWords("en", "conformal", true, FITTED)).toContain("On average over rows like those of the table");
  expect(kindOfRangeInWords("en", "t", false, FITTED)).toBe(
    "Ranges assume normal errors of the same size everywhere (prediction intervals by Student’s t). There are too few rows for ranges as wide as the measured errors (conformal).",
  );
  expect(kindOfRangeInWords("en", "t", true, FITTED)).toMatch(
    / Hollow dots: ranges as wide as the measured errors \(conformal\)\.$/,
  );
});

test("levelsInWords(locale, claims, off, rows) counts what is not calibrated, and judges nothing by few rows", () => {
  expect(levelsInWords("en", 4, 0, 30)).toBe(
    "At all 4 levels, ranges contain the actual value as often as claimed, within sampling error.",
  );
  expect(levelsInWords("en", 4, 1, 546)).toBe(
    "At 1 of the 4 levels, ranges do not contain the actual value as often as claimed: the difference is larger than sampling error.",
  );
  expect(levelsInWords("en", 4, 4, 546)).toMatch(/^Ranges do not contain .* at any of the 4 levels: /);
  expect(levelsInWords("en", 4, 2, 546)).toMatch(/^At 2 of the 4 levels, ranges do not contain/);
  expect(levelsInWords("en", 4, 4, 29)).toMatch(/^29 rows are too few to check how often/);
  expect(levelsInWords("de", 4, 1, 546)).toMatch(/^Bei 1 der 4 Niveaus enthalten die Bereiche .* nicht so oft/);
  expect(levelsInWords("de", 4, 4, 1)).toMatch(/^1 Zeile ist zu wenig/);
});

test("coverageByEstimateInWords(locale, groups, off) says whether coverage is the same along the estimates", () => {
  expect(coverageByEstimateInWords("en", 5, 0)).toContain("They do, within sampling error.");
  expect(coverageByEstimateInWords("en", 5, 2)).toContain(
    "In 2 of 5 groups of estimates, the share differs from the claimed",
  );
  expect(coverageByEstimateInWords("en", 5, 5)).toContain(
    "In all 5 groups of estimates, the share differs from the claimed",
  );
  // One group of estimates cannot tell low ones from high ones.
  for (const groups of [0, 1]) {
    expect(coverageByEstimateInWords("en", groups, 0)).toContain("too few rows to check this: at least 60 are needed.");
  }
});

test("brokenInWords(locale, off) counts the groups whose shares differ by more than chance", () => {
  expect(brokenInWords("en", 0)).toBe("Claimed and measured shares agree within sampling error.");
  expect(brokenInWords("en", 1)).toMatch(/^In 1 group, the measured share differs/);
  expect(brokenInWords("de", 2)).toMatch(/^In 2 Gruppen weicht der gemessene Anteil stärker/);
});
