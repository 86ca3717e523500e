import { expect, test } from "vitest";
import { estimateStep, formatQuantity, listInWords } from "./format";

test("estimateStep(estimate, range) is the third digit of the range's width", () => {
  expect(estimateStep(90242.54, { low: 68295.16, high: 112190.22 })).toBe(100);
  expect(estimateStep(90242.54, { low: 90242, high: 90243 })).toBe(0.01);
});

test("estimateStep(estimate, null) is the third digit of the estimate", () => {
  const written = (estimate: number) => formatQuantity(estimate, undefined, estimateStep(estimate, null));
  expect([90242.54, 99960, 52.06, 1, 0, 0.004567, -61606].map(written)).toEqual([
    ...["90,200", "100,000", "52.1", "1.00", "0", "0.00457", "\u221261,600"],
  ]);
});

test("estimateStep(estimate, null) is a step that can be written, however small the estimate", () => {
  expect(() => formatQuantity(1e-300, undefined, estimateStep(1e-300, null))).not.toThrow();
});

test("listInWords(items) puts commas between items, and a word before the last one", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listInWords)).toEqual(["", "a", "a and b", "a, b and c"]);
});
