import { expect, test } from "vitest";
import { writeMeasure } from "./measure-words";
import { MEASURES, type MeasureName } from "./measures";

test.each<[MeasureName, number, string]>([
  ["mdape", 0.1449, "14%"],
  ["within10", 0.996, "more than 99%"],
  ["coverage", 0.834, "83%"],
  ["medianRatio", 1.0093, "1.01"],
  ["cod", 19.7142, "19.7"],
  ["prd", 1.05646, "1.056"],
  ["prd", 1, "1.000"],
  ["prb", -0.17375, "\u22120.174"],
])('writeMeasure("en", %s, %d) is %s, on every page and in every message', (name, value, written) => {
  expect(writeMeasure("en", name, value)).toBe(written);
});

test("writeMeasure(locale, measure, value, unit) writes in the language, and a median error in the unit", () => {
  expect(writeMeasure("de", "prd", 1.05646)).toBe("1,056");
  expect(writeMeasure("en", "mdae", 8_123.4, "CAD")).toBe("$8,120");
});

test("MEASURES[name].distance(value) is smallest at the ideal", () => {
  const ideal: Record<MeasureName, number> = {
    mdape: 0,
    mdae: 0,
    within10: 1,
    withinTolerance: 1,
    medianRatio: 1,
    coverage: 1,
    cod: 0,
    prd: 1,
    prb: 0,
  };
  for (const [name, value] of Object.entries(ideal) as [MeasureName, number][]) {
    expect(MEASURES[name].distance(value)).toBe(0);
    expect(MEASURES[name].distance(value === 1 ? 0.9 : 0.1)).toBeGreaterThan(0);
  }
});
