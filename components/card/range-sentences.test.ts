import { expect, test } from "vitest";
import { brokenInWords, coverageByEstimateInWords, kindOfRangeInWords, levelsInWords } from "./range-sentences";

const FITTED = { measured: 200 };

test("kindOfRangeInWords(locale, kind, compared, evidence) says of calibration rows how much chance matters", () => {
  const calibrated = { measured: 150, calibration: true } as const;
  const words = kindOfRangeInWords("en", "conformal", true, calibrated);
  expect(words).toContain(
    "split conformal prediction intervals: they are as wide as its errors on the calibration rows",
  );
  // scipy.stats.beta.ppf([.05, .95], 121, 30) is 0.7459, 0.8522
  expect(words).toContain(
    "For 9 out of 10 such tables of 150 rows, ranges at 80% cover between 75% and 85% of new rows.",
  );
  expect(kindOfRangeInWords("de", "conformal", true, calibrated)).toContain(
    "Bei 9 von 10 solchen Tabellen mit 150 Zeilen enthalten Bereiche zum Niveau 80 % zwischen 75 % und 85 % neuer Zeilen.",
  );
});

test("kindOfRangeInWords(locale, kind, compared, evidence) says that conformal coverage is an average, and what t-ranges assume", () => {
  expect(kindOfRangeInWords("en", "conformal", true, FITTED)).toContain("On average over rows like those of the table");
  expect(kindOfRangeInWords("en", "t", false, FITTED)).toBe(
    "This model uses prediction intervals by Student’s t, which assume normal errors of the same size everywhere. There are too few rows for conformal intervals.",
  );
  expect(kindOfRangeInWords("en", "t", true, FITTED)).toMatch(/ Hollow dots: conformal intervals\.$/);
});

test("levelsInWords(locale, claims, off, rows) counts what is not calibrated, and judges nothing by few rows", () => {
  expect(levelsInWords("en", 4, 0, 30)).toBe("All 4 levels are calibrated within sampling error.");
  expect(levelsInWords("en", 4, 1, 546)).toBe(
    "1 of the 4 levels is not calibrated: coverage differs by more than sampling error.",
  );
  expect(levelsInWords("en", 4, 4, 546)).toMatch(/^None of the 4 levels is calibrated: /);
  expect(levelsInWords("en", 4, 2, 546)).toMatch(/^2 of the 4 levels are not calibrated: /);
  expect(levelsInWords("en", 4, 4, 29)).toMatch(/^29 rows are too few to check coverage/);
  expect(levelsInWords("de", 4, 1, 546)).toMatch(/^1 der 4 Niveaus ist nicht kalibriert: /);
  expect(levelsInWords("de", 4, 4, 1)).toMatch(/^1 Zeile ist zu wenig/);
});

test("coverageByEstimateInWords(locale, groups, off) says whether coverage is the same along the estimates", () => {
  expect(coverageByEstimateInWords("en", 5, 0)).toContain("It is, within sampling error.");
  expect(coverageByEstimateInWords("en", 5, 2)).toContain("In 2 of 5 groups of estimates, it differs from the level");
  expect(coverageByEstimateInWords("en", 5, 5)).toContain("In all 5 groups of estimates, it differs from the level");
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
