import { median, quantileSorted } from "simple-statistics";
import { seededRandom } from "../math/random";
import type { RatioBenchmark, RatioFigures } from "../model/evidence";
import { ratioStudy, ratiosByThird, type Guess } from "./ratio-study";

/** What a model says of rows left out; each array has one number for each row, on the scale of the fit. */
export interface LeftOut {
  /** The estimate by the model fitted without the row. */
  estimate: ArrayLike<number>;
  /** The outcome. */
  response: ArrayLike<number>;
  /** The typical size of the error of this row; only its proportion to that of other rows counts. */
  size: ArrayLike<number>;
  /** From the scale of the fit to the target's unit. */
  toUnit: (value: number) => number;
}

/** Simulated models; a probability is no finer than 2 / (SIMULATIONS + 1). */
const SIMULATIONS = 499;
/** How often noise that brings an outcome to 0 or below is drawn again before the simulation is given up. */
const MOST_DRAWS = 50;
const SEED = 11;

/**
 * What a model with the same estimates and the same noise, but without bias, would score in the ratio study: the
 * benchmark of `measured`. In each simulation the errors of the rows, each over its size, are dealt out to the rows in
 * a random order, so that no error has to do with the estimate that it is added to; the sums are the outcomes. Level and
 * slope of the estimates are fitted to these outcomes by least squares, as the model's were to the real ones.
 *
 * Every model that leaves part of the outcome unexplained scores a PRB below 0 and a PRD above 1: where the outcome is
 * high, part of that is luck which no estimate can know. The benchmark has the same part.
 *
 * @param measured the ratio study of the rows themselves
 * @returns of each figure the median of the simulations, the middle 95 % and the two-sided probability p of a figure as
 *   far from it as the measured one; of each third of the outcome the median of its median ratio, none where outcomes
 *   are too few to have thirds. Null where most simulations have outcomes or estimates that are not positive. The same
 *   rows give the same figures
 */
export function simulateOracle(
  rows: LeftOut,
  measured: RatioFigures,
): { figures: Record<keyof RatioFigures, RatioBenchmark>; thirds: number[] } | null {
  const random = seededRandom(SEED);
  const simulations = Array.from({ length: SIMULATIONS }, () => simulateGuesses(rows, random)).flatMap((guesses) => {
    const study = ratioStudy(guesses);
    return study ? [{ study, thirds: ratiosByThird(guesses) }] : [];
  });
  if (simulations.length < SIMULATIONS / 2) return null;
  const benchmark = (figure: keyof RatioFigures): RatioBenchmark => {
    const scores = simulations.map(({ study }) => study[figure]).sort((a, b) => a - b);
    const below = scores.filter((score) => score <= measured[figure]).length;
    const above = scores.filter((score) => score >= measured[figure]).length;
    return {
      median: quantileSorted(scores, 0.5),
      low: quantileSorted(scores, 0.025),
      high: quantileSorted(scores, 0.975),
      p: Math.min(1, (2 * (Math.min(below, above) + 1)) / (scores.length + 1)),
    };
  };
  return {
    figures: { median: benchmark("median"), cod: benchmark("cod"), prd: benchmark("prd"), prb: benchmark("prb") },
    thirds: [0, 1, 2].flatMap((third) => {
      const ratios = simulations.flatMap(({ thirds }) => thirds[third]?.medianRatio ?? []);
      return ratios.length > 0 ? [median(ratios)] : [];
    }),
  };
}

function simulateGuesses({ estimate, response, size, toUnit }: LeftOut, random: () => number): Guess[] {
  const n = estimate.length;
  const scores = Float64Array.from({ length: n }, (_, row) => (response[row]! - estimate[row]!) / size[row]!);
  // Fisher and Yates's shuffle.
  for (let row = n - 1; row > 0; row--) {
    const other = Math.floor(random() * (row + 1));
    [scores[row], scores[other]] = [scores[other]!, scores[row]!];
  }
  const noise = scores.map((score, row) => {
    let drawn = score * size[row]!;
    for (let draws = 0; draws < MOST_DRAWS && toUnit(estimate[row]! + drawn) <= 0; draws++) {
      drawn = scores[Math.floor(random() * n)]! * size[row]!;
    }
    return drawn;
  });
  let [meanNoise, meanEstimate] = [0, 0];
  for (let row = 0; row < n; row++) {
    meanNoise += noise[row]! / n;
    meanEstimate += estimate[row]! / n;
  }
  let [product, square] = [0, 0];
  for (let row = 0; row < n; row++) {
    const distance = estimate[row]! - meanEstimate;
    product += distance * noise[row]!;
    square += distance ** 2;
  }
  const slope = square > 0 ? product / square : 0;
  return Array.from(noise, (each, row) => ({
    actual: toUnit(estimate[row]! + each),
    estimate: toUnit(estimate[row]! + meanNoise + slope * (estimate[row]! - meanEstimate)),
  }));
}
