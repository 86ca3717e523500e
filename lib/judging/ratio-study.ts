import { linearRegression, mean, median } from "simple-statistics";
import type { Accuracy } from "../model/evidence";

/** An outcome and what was estimated for it, in the target's unit. */
export interface Guess {
  actual: number;
  estimate: number;
}

/**
 * The ratio study of assessors, on ratio = estimate / outcome:
 * - median: the general level, 1 where neither too high nor too low;
 * - cod: coefficient of dispersion, the mean distance of ratios from their median in per cent of it;
 * - prd: price-related differential, mean ratio over value-weighted mean ratio, above 1 where dear ones are
 *   under-valued beside cheap ones;
 * - prb: price-related bias, the change of the ratio (in shares of the median) for a doubling of the value.
 *
 * Source: International Association of Assessing Officers (2013), "Standard on Ratio Studies".
 *
 * @returns null where an outcome or an estimate is not positive, since ratios then mean nothing
 */
export function ratioStudy(guesses: Guess[]): Accuracy["ratio"] {
  if (guesses.some(({ actual, estimate }) => actual <= 0 || estimate <= 0)) return null;
  const ratios = guesses.map(({ actual, estimate }) => estimate / actual);
  const level = median(ratios);
  const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
  const weighted = total(guesses.map(({ estimate }) => estimate)) / total(guesses.map(({ actual }) => actual));
  const points = guesses.map(({ actual, estimate }, index) => {
    const value = (estimate / level + actual) / 2;
    return [Math.log2(value), (ratios[index]! - level) / level];
  });
  const prb = linearRegression(points).m;
  // Values that are all the same have no slope.
  if (!Number.isFinite(prb)) return null;
  return {
    median: level,
    cod: (100 * mean(ratios.map((ratio) => Math.abs(ratio - level)))) / level,
    prd: mean(ratios) / weighted,
    prb,
  };
}
