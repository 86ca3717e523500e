import type { Model } from "../model/model";
import { compileDesign } from "./columns";

/** What a term adds to an estimate, on the scale of the fit. */
export interface TermAmount {
  /** The column's name: "(intercept)", a term's text, or a level of a category. */
  term: string;
  coefficient: number;
  /** What the column holds for the row. */
  value: number;
}

/**
 * What each term adds to the estimate of encoded inputs: coefficient times value. Together they are the estimate on the
 * scale of the fit.
 */
export function termAmounts({ spec, predictor }: Model, encoded: ArrayLike<number>): TermAmount[] {
  const coefficients = predictor.coefficients ?? [];
  const row = new Float64Array(coefficients.length);
  compileDesign(spec, predictor.coding ?? undefined).writeRow(encoded, row);
  return coefficients.map(({ term, estimate }, index) => ({ term, coefficient: estimate, value: row[index]! }));
}
