import type { RatioFigures } from "../model/evidence";

/** An outcome and what was estimated for it, in the target's unit. */
export interface Guess {
  actual: number;
  estimate: number;
}

/** The rows of a third by their outcome. */
export interface Third {
  low: number;
  high: number;
  n: number;
  medianRatio: number;
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
export function ratioStudy(guesses: readonly Guess[]): RatioFigures | null {
  return ratioFigures(
    Float64Array.from(guesses, ({ estimate }) => estimate),
    Float64Array.from(guesses, ({ actual }) => actual),
  );
}

/** The same of two columns: simulations make thousands. */
export function ratioFigures(estimates: Float64Array, actuals: Float64Array): RatioFigures | null {
  const n = actuals.length;
  const ratios = new Float64Array(n);
  let [sumEstimates, sumActuals, sumRatios] = [0, 0, 0];
  for (let row = 0; row < n; row++) {
    const [estimate, actual] = [estimates[row]!, actuals[row]!];
    if (!(actual > 0 && estimate > 0)) return null;
    ratios[row] = estimate / actual;
    sumRatios += ratios[row]!;
    sumEstimates += estimate;
    sumActuals += actual;
  }
  const level = medianOf(ratios);
  const values = new Float64Array(n);
  let [sumDistances, sumValues] = [0, 0];
  for (let row = 0; row < n; row++) {
    values[row] = Math.log2((estimates[row]! / level + actuals[row]!) / 2);
    sumDistances += Math.abs(ratios[row]! - level);
    sumValues += values[row]!;
  }
  let [product, square] = [0, 0];
  for (let row = 0; row < n; row++) {
    const distance = values[row]! - sumValues / n;
    product += (distance * (ratios[row]! - level)) / level;
    square += distance ** 2;
  }
  return {
    median: level,
    cod: (100 * sumDistances) / n / level,
    prd: sumRatios / n / (sumEstimates / sumActuals),
    prb: square > 0 ? product / square : 0,
  };
}

/**
 * The median ratio of the lowest, middle and highest third of the outcomes. Outcomes that are equal stay together, so
 * that thirds of a table with few values differ in size.
 *
 * @returns none where a third is empty
 */
export function ratiosByThird(guesses: readonly Guess[]): Third[] {
  const sorted = Float64Array.from(guesses, ({ actual }) => actual).sort();
  const n = sorted.length;
  const edges = [1, 2].map((third) => sorted[Math.ceil((third * n) / 3) - 1]!);
  const parts: Guess[][] = [[], [], []];
  for (const guess of guesses) parts[guess.actual <= edges[0]! ? 0 : guess.actual <= edges[1]! ? 1 : 2]!.push(guess);
  if (parts.some((part) => part.length === 0)) return [];
  const ends = [sorted[0]!, ...edges, sorted[n - 1]!];
  return parts.map((part, third) => ({
    low: ends[third]!,
    high: ends[third + 1]!,
    n: part.length,
    medianRatio: medianOf(Float64Array.from(part, ({ actual, estimate }) => estimate / actual)),
  }));
}

function medianOf(values: Float64Array): number {
  const sorted = values.slice().sort();
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}
