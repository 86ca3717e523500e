import { median } from "simple-statistics";
import type { LeastSquares } from "../math/least-squares";
import type { NumberedExample } from "./leave-one-out";

/**
 * What the weights of rows come to. A weight w says that the error of a row has the variance σ² / w, as that of a mean of
 * w rows has: coefficients, their standard errors, R², leverages and leave-one-out errors are those of R's
 * `lm(weights = )`, and σ is the error of a row of weight 1.
 *
 * Whoever asks for an estimate names no weight. So after the fit every weight is divided by the typical one, the median:
 * estimates stay as they are, and reach, Student's t and the mean of a transformed target are those of a row of
 * the typical weight. Conformal intervals need no such choice: their scores are the errors of rows as they are, and so
 * hold on average over rows with the weights of the table.
 */
export interface Weighting {
  typical: number;
  /** The sum of the logarithms of weights over the typical one, which the likelihood of the response needs. */
  logs: number;
  /** Rows of weight 0, which are no part of the fit. */
  zero: number;
}

/**
 * A fit and a sample of its rows with weights in units of the typical one.
 *
 * @param logs the sum of the logarithms of all weights
 */
export function inTypicalWeights(
  fit: LeastSquares,
  sample: NumberedExample[],
  { logs, zero }: Omit<Weighting, "typical">,
): { fit: LeastSquares; sample: NumberedExample[]; weighting: Weighting | null } {
  if (sample[0]?.weight === undefined) return { fit, sample, weighting: null };
  const typical = median(sample.map(({ weight = 1 }) => weight));
  return {
    fit: {
      ...fit,
      r: fit.r.map((value) => value / Math.sqrt(typical)),
      residualSumOfSquares: fit.residualSumOfSquares / typical,
      totalSumOfSquares: fit.totalSumOfSquares / typical,
    },
    sample: sample.map((example) => ({ ...example, weight: example.weight! / typical })),
    weighting: { typical, logs: logs - fit.n * Math.log(typical), zero },
  };
}

/** Numbers of rows times the root of each row's weight, `width` of them a row: as they stand in the fit. */
export function timesRootWeight(values: Float64Array, weight: Float64Array, width = 1): Float64Array {
  if (weight.every((each) => each === 1)) return values;
  return values.map((value, at) => value * Math.sqrt(weight[Math.floor(at / width)]!));
}
