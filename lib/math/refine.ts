import { CompensatedSum } from "./compensated-sum";
import type { RowSource } from "./qr";
import { solveLower, solveUpper } from "./triangle";

/** What the first reading of the rows found, in scaled units (see StreamingQr). */
export interface Design {
  r: Float64Array;
  p: number;
  /** A power of two for each column and, last, the response. */
  scale: Float64Array;
  condition: number;
  /** Of the response, approximately; 0 where there is no intercept. */
  mean: number;
  intercept: boolean;
}

export interface Fit {
  coefficients: Float64Array;
  residualSumOfSquares: number;
  /** About the mean of the response, or about 0 where there is no intercept. */
  totalSumOfSquares: number;
}

const MOST_PASSES = 3;

/**
 * Refine a least-squares fit by reading its rows again, in scaled units.
 *
 * Each pass computes the residuals y − Xβ and the gradient Xᵀ(y − Xβ), which vanishes at the solution, in
 * twice the working precision, and corrects β by the seminormal equations RᵀR δ = Xᵀ(y − Xβ). A correction
 * leaves at most about ε κ² of itself to correct, so one or two passes settle it. The sums of squares come
 * from the same pass and are as exact as the residuals, where those of the first reading have an error that
 * grows with the response.
 *
 * Source: Björck, "Stability analysis of the method of seminormal equations for linear least squares
 * problems", Linear Algebra Appl. 88/89 (1987).
 */
export async function refine(source: RowSource, design: Design, start: Float64Array): Promise<Fit> {
  const { r, p, condition } = design;
  const coefficients = start.slice();
  let previous = Infinity;
  for (let pass = 1; ; pass++) {
    const { gradient, ...sums } = await readResiduals(source, design, coefficients);
    const halfway = solveLower(r, p, gradient);
    // ‖Xδ‖², by which the correction lowers the residual sum of squares; it must shrink from pass to pass.
    const gain = halfway.reduce((sum, value) => sum + value * value, 0);
    if (!(gain < previous)) return { coefficients, ...sums };
    previous = gain;

    const correction = solveUpper(r, p, halfway);
    const settled = correction.every((change, j) => Math.abs(change) * condition ** 2 <= Math.abs(coefficients[j]!));
    correction.forEach((change, j) => (coefficients[j]! += change));
    if (pass === MOST_PASSES || (settled && gain <= Number.EPSILON * sums.residualSumOfSquares)) {
      return { coefficients, ...sums };
    }
  }
}

/** The gradient and the sums of squares at some coefficients, each as if in twice the precision. */
async function readResiduals(source: RowSource, { p, scale, mean, intercept }: Design, coefficients: Float64Array) {
  const residual = new CompensatedSum();
  const gradient = Array.from({ length: p }, () => new CompensatedSum());
  const squares = new CompensatedSum();
  const deviations = new CompensatedSum();
  const constants = new CompensatedSum();
  const squaredDeviations = new CompensatedSum();
  const row = new Float64Array(p);
  for await (const { rows, count } of source()) {
    for (let start = 0; start < count * (p + 1); start += p + 1) {
      const response = rows[start + p]! * scale[p]!;
      residual.set(response);
      for (let j = 0; j < p; j++) {
        row[j] = rows[start + j]! * scale[j]!;
        residual.addProduct(-coefficients[j]!, row[j]!);
      }
      const rest = residual.value;
      for (let j = 0; j < p; j++) gradient[j]!.addProduct(row[j]!, rest);
      squares.addProduct(rest, rest);
      // The first column is the constant, or the root of each row's weight.
      const deviation = response - mean * row[0]!;
      deviations.addProduct(row[0]!, deviation);
      constants.addProduct(row[0]!, row[0]!);
      squaredDeviations.addProduct(deviation, deviation);
    }
  }
  return {
    gradient: Float64Array.from(gradient, (sum) => sum.value),
    residualSumOfSquares: squares.value,
    // The mean is rounded, so the deviations do not quite sum to zero.
    totalSumOfSquares: squaredDeviations.value - (intercept ? deviations.value ** 2 / constants.value : 0),
  };
}
