import { backgroundRows } from "../evidence";
import { toScale, type Model } from "../model";
import { emptyPoint } from "../predictor";

/** What a model says of a background row, with the row and without it. */
export interface RowError {
  /** Raw inputs as numbers, in the order of the spec. */
  encoded: Float64Array;
  /** In the target's unit. */
  actual: number;
  /** By the model fitted without the row, in the target's unit. */
  estimate: number;
  /** The estimate and what the response has beyond it, on the scale of the fit. */
  fitted: number;
  residual: number;
}

/**
 * The errors on the background rows, which are the whole table where it is small. A row that fits itself is left out;
 * there are none of a model without evidence.
 */
export function errorsOfRows({ spec, predictor, evidence }: Model): RowError[] {
  if (evidence === null) return [];
  const { actual: outcomes, unseen } = evidence.background;
  const point = emptyPoint();
  return backgroundRows(spec, evidence).flatMap((encoded, index) => {
    const estimate = unseen[index]!;
    if (estimate === null) return [];
    const actual = outcomes[index]!;
    predictor.evaluate(encoded, point);
    const fitted = point.center;
    return [{ encoded, actual, estimate, fitted, residual: toScale(spec, actual) - fitted }];
  });
}
