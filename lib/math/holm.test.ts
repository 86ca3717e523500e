import { expect, test } from "vitest";
import { holmLevel } from "./holm";

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
