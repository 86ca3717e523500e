import { leverage } from "../math/triangle";
import type { Model } from "./model";

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
export function computeRow(model: Model, encoded: ArrayLike<number>): Row {
  const p = model.coefficients.length;
  const design = new Float64Array(p);
  model.design.writeRow(encoded, design);
  let center = 0;
  for (let index = 0; index < p; index++) center += design[index]! * model.coefficients[index]!;
  return { design, center, leverage: leverage(model.r, p, design) };
}

/** From the scale of the fit to the target's unit. */
export function toUnit(model: Model, value: number): number {
  return model.spec.target.transform === "log" ? Math.exp(value) : value;
}

/** From the target's unit to the scale of the fit. */
export function toScale(model: Model, value: number): number {
  return model.spec.target.transform === "log" ? Math.log(value) : value;
}
