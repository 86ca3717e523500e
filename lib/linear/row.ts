import { leverage } from "../math/triangle";
import type { Estimator } from "./estimator";

/** A row of inputs seen by the model, on the scale of the fit. */
export interface Row {
  /** The row of the design matrix, intercept first. */
  design: Float64Array;
  /** x′β, the estimate before any transformation back. */
  center: number;
  /** h = x′(X′X)⁻¹x. */
  leverage: number;
}

/** Compute the design row, the estimate on the scale of the fit and the leverage of encoded inputs. */
export function computeRow(model: Estimator, encoded: ArrayLike<number>): Row {
  const row = { design: new Float64Array(model.coefficients.length), center: 0, leverage: 0 };
  model.design.writeRow(encoded, row.design);
  return completeRow(model, row);
}

/**
 * Compute estimate and leverage of a row from its design.
 *
 * @param scratch p numbers to work in, for callers that ask often
 */
export function completeRow(model: Estimator, row: Row, scratch?: Float64Array): Row {
  const { coefficients, r } = model;
  const { design } = row;
  let center = 0;
  for (let index = 0; index < coefficients.length; index++) center += design[index]! * coefficients[index]!;
  row.center = center;
  row.leverage = leverage(r, coefficients.length, design, scratch);
  return row;
}

/** From the scale of the fit to the target's unit. */
export function toUnit(model: Estimator, value: number): number {
  return model.spec.target.transform === "log" ? Math.exp(value) : value;
}

/** From the target's unit to the scale of the fit. */
export function toScale(model: Estimator, value: number): number {
  return model.spec.target.transform === "log" ? Math.log(value) : value;
}
