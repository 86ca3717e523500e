import { expect, test } from "vitest";
import { spread } from "./spread";

test("spread(values, k) keeps k of ascending values with the quantiles of all", () => {
  const values = Array.from({ length: 12_345 }, (_, index) => index + 1);
  const kept = spread(values, 2_000);
  expect(kept).toHaveLength(2_000);
  kept.forEach((value, index) => {
    expect(Math.abs(value / values.length - (index + 0.5) / 2_000)).toBeLessThan(1 / 12_345);
  });
  expect(spread([1, 2, 3], 3)).toEqual([1, 2, 3]);
});
