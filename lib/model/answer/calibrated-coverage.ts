import { betaQuantile } from "../../math/binomial-interval";

/**
 * What share of new rows the ranges of a level hold, from one calibration table of m rows to another: with k =
 * ⌈(m + 1) · level⌉ that share is Beta(k, m + 1 − k) distributed where errors have no ties.
 *
 * Source: Vovk (2012), "Conditional validity of inductive conformal predictors", ACML, 475–490.
 *
 * @returns the middle 90% of that distribution; null where no finite range has the level
 */
export function calibratedCoverage(m: number, level: number): { low: number; high: number } | null {
  const k = Math.ceil((m + 1) * level - 1e-9);
  if (k > m) return null;
  return { low: betaQuantile(0.05, k, m + 1 - k), high: betaQuantile(0.95, k, m + 1 - k) };
}
