import { median, quantileSorted } from "simple-statistics";
import { seededRandom } from "../math/random";
import type { RatioBenchmark, RatioFigures } from "../model/evidence";
import { ratioFigures, thirdsOfRatios, type Third } from "./ratio-study";

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
/** Of them, those that thirds are made of: a median needs fewer than the ends of a range. */
const OF_THIRDS = 99;
/** How often noise that brings an outcome to 0 or below is drawn again before the simulation is given up. */
const MOST_DRAWS = 50;
const SEED = 11;

/**
 * What a model with the same estimates and the same noise, but without bias, would score in the ratio study: the
 * benchmark of `measured`. In each simulation every row draws one of the errors of all rows, each over its size, at
 * random and with replacement, so that no error has to do with the estimate that it is added to; the sums are the
 * outcomes.
 *
 * Every model that leaves part of the outcome unexplained scores a PRB below 0 and a PRD above 1: where the outcome is
 * high, part of that is luck which no estimate can know. The benchmark has the same part.
 *
 * @param measured the ratio study of the rows themselves
 * @returns of each figure the median of the simulations, the middle 95% and the two-sided probability p of a figure as
 *   far from it as the measured one; of each third of the outcome the median of its median ratio, none where outcomes
 *   are too few to have thirds. Null where most simulations have outcomes or estimates that are not positive. The same
 *   rows give the same figures
 */
export function simulateOracle(
  rows: LeftOut,
  measured: RatioFigures,
): { figures: Record<keyof RatioFigures, RatioBenchmark>; thirds: number[] } | null {
  const random = seededRandom(SEED);
  const simulate = simulator(rows, random);
  const simulations: { study: RatioFigures; thirds: Third[] }[] = [];
  for (let index = 0; index < SIMULATIONS; index++) {
    const { estimates, actuals } = simulate();
    const study = ratioFigures(estimates, actuals);
    if (study) simulations.push({ study, thirds: index < OF_THIRDS ? thirdsOfRatios(estimates, actuals) : [] });
  }
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

/** One simulation after the other, into the same two arrays. */
function simulator({ estimate, response, size, toUnit }: LeftOut, random: () => number) {
  const n = estimate.length;
  const scores = Float64Array.from({ length: n }, (_, row) => (response[row]! - estimate[row]!) / size[row]!);
  const estimates = Float64Array.from(estimate, toUnit);
  const actuals = new Float64Array(n);
  return () => {
    for (let row = 0; row < n; row++) {
      for (let draws = 0; draws < MOST_DRAWS; draws++) {
        actuals[row] = toUnit(estimate[row]! + scores[Math.floor(random() * n)]! * size[row]!);
        if (actuals[row]! > 0) break;
      }
    }
    return { estimates, actuals };
  };
}
