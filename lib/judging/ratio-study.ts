import { quickselect } from "d3-array";
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
 * - prd: price-related differential, mean ratio over value-weighted mean ratio, above 1 where expensive ones are
 *   under-valued compared with cheap ones;
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
  return thirdsOfRatios(
    Float64Array.from(guesses, ({ estimate }) => estimate),
    Float64Array.from(guesses, ({ actual }) => actual),
  );
}

/** The same of two columns. */
export function thirdsOfRatios(estimates: Float64Array, actuals: Float64Array): Third[] {
  const n = actuals.length;
  if (n === 0) return [];
  const ordered = actuals.slice();
  const [first, second] = [1, 2].map((third) => Math.ceil((third * n) / 3) - 1) as [number, number];
  quickselect(ordered, second);
  quickselect(ordered, first, 0, second);
  const edges = [ordered[first]!, ordered[second]!] as const;
  const thirdOf = (actual: number) => (actual <= edges[0] ? 0 : actual <= edges[1] ? 1 : 2);
  const counts = [0, 0, 0];
  let [least, most] = [Infinity, -Infinity];
  for (const actual of actuals) {
    counts[thirdOf(actual)]!++;
    least = Math.min(least, actual);
    most = Math.max(most, actual);
  }
  if (counts.some((count) => count === 0)) return [];
  const ratios = counts.map((count) => new Float64Array(count));
  const filled = [0, 0, 0];
  for (let row = 0; row < n; row++) {
    const third = thirdOf(actuals[row]!);
    ratios[third]![filled[third]!++] = estimates[row]! / actuals[row]!;
  }
  const ends = [least, ...edges, most];
  return ratios.map((part, third) => ({
    low: ends[third]!,
    high: ends[third + 1]!,
    n: part.length,
    medianRatio: medianOf(part),
  }));
}

/** Sorting would take several times as long. */
function medianOf(values: Float64Array): number {
  const ordered = values.slice();
  const middle = ordered.length >> 1;
  quickselect(ordered, middle);
  if (ordered.length % 2 === 1) return ordered[middle]!;
  let below = -Infinity;
  for (let index = 0; index < middle; index++) below = Math.max(below, ordered[index]!);
  return (below + ordered[middle]!) / 2;
}
