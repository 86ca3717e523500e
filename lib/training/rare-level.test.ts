import { describe, expect, test } from "vitest";
import { findComparables } from "../model/explain/comparables";
import { estimateWithout } from "./leave-one-out";
import { predict } from "../model/answer/predict";
import { errorsOfRows } from "../model/explain/residuals";
import { trainModel } from "../testing/models";

/** Sixty rows with two numbers that go together and a category whose last level occurs once, in row 31. */
const rows = Array.from({ length: 60 }, (_, index) => {
  const a = index % 10;
  const b = a + ((index * 7) % 5) / 2;
  const heating = index === 30 ? "steam" : index % 2 === 0 ? "gas" : "oil";
  const noise = (((index * 37) % 11) - 5) / 5;
  return { inputs: { a, b, heating }, actual: 50 + 3 * a + 2 * b + (heating === "gas" ? 4 : 0) + noise };
});
const rareLevel = {
  inputs: [
    { name: "a", label: "First", kind: "number" },
    { name: "b", label: "Second", kind: "number" },
    { name: "heating", label: "Heating", kind: "category", levels: ["gas", "oil", "steam"] },
  ],
  terms: ["a", "b", "heating"],
};
const model = await trainModel(rareLevel, rows);
const only = rows[30]!.inputs;

describe("estimateWithout(response, fitted, leverage)", () => {
  test("divides the residual by 1 − h", () => {
    expect(estimateWithout(10, 8, 0.5)).toBe(6);
  });

  test("gives null for a row that fits itself", () => {
    expect(estimateWithout(10, 10, 1)).toBeNull();
    expect(estimateWithout(10, 10, 1 - 1e-14)).toBeNull();
  });
});

test("findComparables(model, inputs) has no estimate for the only row of a level, and a finite one for every other", () => {
  const found = findComparables(model, only, rows.length);
  expect(found[0]).toMatchObject({ distance: 0, actual: rows[30]!.actual, estimate: null });
  expect(found.slice(1).every(({ estimate }) => Number.isFinite(estimate))).toBe(true);
});

test("errorsOfRows(model) leaves out the only row of a level and no other", () => {
  expect(errorsOfRows(model)).toHaveLength(rows.length - 1);
});

test("predict(model, inputs) warns of an unusual combination although one level occurs once", async () => {
  // numpy, X the design matrix of the rows above: sorted(numpy.diag(X @ numpy.linalg.pinv(X)))[-2:]
  // gives 0.09489051094890509 and 0.9999999999999994, the row of steam; h / (1 - h) of the first is 0.1048387096774194.
  expect(model.evidence!.farthest).toBeCloseTo(0.1048387096774194, 12);
  const codes = (inputs: Record<string, number | string>) => predict(model, inputs).warnings.map(({ code }) => code);
  expect(codes({ a: 6, b: 4, heating: "gas" })).toEqual(["unusual_combination"]);
  expect(codes({ a: 5, b: 6, heating: "gas" })).toEqual([]);
  // The row of steam itself, and one near it: both rest on that row alone, and both are answered.
  expect(codes(only)).toEqual(["seen_once"]);
  expect(predict(model, { ...only, a: Number(only.a) + 1 })).toMatchObject({ refusal: null, confidence: null });
});
