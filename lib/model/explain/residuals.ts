import { backgroundRows } from "./comparables";
import { estimateWithout } from "../../training/leave-one-out";
import type { Model } from "../model";
import { computeRow, toScale, toUnit } from "../../linear/row";

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
 * The errors on the background rows, which are the whole table where it is small; see `estimateWithout`. A row that
 * fits itself is left out.
 */
export function errorsOfRows(model: Model): RowError[] {
  return backgroundRows(model).flatMap((encoded, index) => {
    const actual = model.artifact.background.actual[index]!;
    const { center: fitted, leverage } = computeRow(model, encoded);
    const response = toScale(model, actual);
    const without = estimateWithout(response, fitted, leverage);
    if (without === null) return [];
    return [{ encoded, actual, fitted, residual: response - fitted, estimate: toUnit(model, without) }];
  });
}
