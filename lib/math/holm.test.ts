import { expect, test } from "vitest";
import { adjustByHolm } from "./holm";

test("adjustByHolm(p) equals R's p.adjust, and counts tests that are not given", () => {
  // p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"), and with n = 10
  const p = [0.01, 0.04, 0.03, 0.005];
  const expectClose = (found: number[], expected: number[]) =>
    found.forEach((value, index) => expect(value).toBeCloseTo(expected[index]!, 12));
  expectClose(adjustByHolm(p), [0.03, 0.06, 0.06, 0.02]);
  expectClose(adjustByHolm(p, 10), [0.09, 0.28, 0.24, 0.05]);
  expect(adjustByHolm([])).toEqual([]);
});
