import { adjustByHolm, holmLevel } from "./holm";
import { expect, test } from "vitest";

test("adjustByHolm(p) equals R's p.adjust, and counts tests that are not given", () => {
  // p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"), and with n = 10
  const p = [0.01, 0.04, 0.03, 0.005];
  const expectClose = (found: number[], expected: number[]) =>
    found.forEach((value, index) => expect(value).toBeCloseTo(expected[index]!, 12));
  expectClose(adjustByHolm(p), [0.03, 0.06, 0.06, 0.02]);
  expectClose(adjustByHolm(p, 10), [0.09, 0.28, 0.24, 0.05]);
  expect(adjustByHolm([])).toEqual([]);
});

// statsmodels 0.14: multipletests(p, 0.05, "holm")[0] of statsmodels.stats.multitest, of the p-values beside each
test.each<[string, number[], boolean[]]>([
  ["none", [], []],
  ["0.05, 0.3", [0.05, 0.3], [false, false]],
  ["0.05 alone", [0.05], [true]],
  ["0.01, 0.04, 0.02, 0.005", [0.01, 0.04, 0.02, 0.005], [true, true, true, true]],
  ["0.04, 0.013, 0.03, 0.012", [0.04, 0.013, 0.03, 0.012], [false, true, false, true]],
  ["0.001, 0.03, 0.9, 1", [0.001, 0.03, 0.9, 1], [true, false, false, false]],
])("holmLevel of %s rejects what statsmodels rejects", (_, p, rejected) => {
  const level = holmLevel(p, 0.05);
  expect(p.map((each) => each <= level)).toEqual(rejected);
});
