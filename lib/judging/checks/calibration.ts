import { chiSquaredUpperTail } from "../../math/distributions";
import { toleranceInWords, toleranceOf } from "../../model/answer/confidence";
import { formatQuantity, formatShare } from "../../model/format";
import { SIGNIFICANCE, type Check } from "./check";

/**
 * Hosmer and Lemeshow's idea: the squared distances of the shares that held from the shares that were claimed, each
 * over its variance, are χ² with a degree of freedom for each group of rows the model was not fitted to.
 */
export const findMiscalibration: Check = (model) => {
  const { evidence, spec } = model;
  const groups = evidence?.accuracy.calibration ?? [];
  const statistic = groups.reduce(
    (sum, { claimed, measured, n }) => sum + (n * (measured - claimed) ** 2) / (claimed * (1 - claimed)),
    0,
  );
  if (groups.length === 0 || chiSquaredUpperTail(statistic, groups.length) >= SIGNIFICANCE) return null;
  const worst = groups.reduce((a, b) => (Math.abs(b.measured - b.claimed) > Math.abs(a.measured - a.claimed) ? b : a));
  return {
    title: "Its chance of being close is off",
    detail: `among ${formatQuantity(worst.n)} rows with a claimed chance of about ${formatShare(worst.claimed)} to be within ${toleranceInWords(toleranceOf(model), spec.target.unit)}, ${formatShare(worst.measured)} were`,
    meaning: "the chance that goes with an estimate tells little about this one: take it as a figure for all of them",
  };
};
