import { backgroundRows } from "./comparables";
import type { Model } from "./model";
import { computeRow, toScale, toUnit } from "./row";

/** What a model says of a training row, with the row and without it. */
export interface RowError {
  /** Raw inputs as numbers, in the order of the spec. */
  encoded: Float64Array;
  /** In the target's unit. */
  actual: number;
  /** By the model fitted without the row, in the target's unit. */
  estimate: number;
  /** x′β and what the response has beyond it, on the scale of the fit: the logarithm for a log target. */
  fitted: number;
  residual: number;
}

/**
 * The errors on the background rows, which are the whole table where it is small. Without row i, the residual e
 * becomes e / (1 − h); see `leaveOneOut`. A row that no other row supports is left out.
 */
export function errorsOfRows(model: Model): RowError[] {
  return backgroundRows(model).flatMap((encoded, index) => {
    const actual = model.artifact.background.actual[index]!;
    const { center: fitted, leverage } = computeRow(model, encoded);
    if (leverage > 1 - 1e-10) return [];
    const response = toScale(model, actual);
    const residual = response - fitted;
    return [{ encoded, actual, fitted, residual, estimate: toUnit(model, response - residual / (1 - leverage)) }];
  });
}
