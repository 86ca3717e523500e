/**
 * What can be read off the R factor of a design matrix X = QR, since XᵀX = RᵀR.
 *
 * R is the upper triangle, row-major, p × p. All of it costs p³ operations or fewer, whatever the rows.
 */

/** The x of R x = b, by back substitution, in place of b. */
export function solveUpper(r: Float64Array, p: number, b: Float64Array): Float64Array {
  for (let i = p - 1; i >= 0; i--) {
    let sum = b[i]!;
    for (let j = i + 1; j < p; j++) sum -= r[i * p + j]! * b[j]!;
    b[i] = sum / r[i * p + i]!;
  }
  return b;
}

/** The x of Rᵀ x = b, by forward substitution, in place of b. */
export function solveLower(r: Float64Array, p: number, b: Float64Array): Float64Array {
  for (let i = 0; i < p; i++) {
    const solved = (b[i]! /= r[i * p + i]!);
    for (let j = i + 1; j < p; j++) b[j]! -= r[i * p + j]! * solved;
  }
  return b;
}

/**
 * The leverage xᵀ(XᵀX)⁻¹x = ‖R⁻ᵀx‖² of a row x: how far it lies from the rows of X, in the metric of their
 * scatter. For rows of X it is between 1/n and 1; σ² times it is the variance of the fitted value at x.
 *
 * @param row the p numbers of the row, the intercept's 1 included
 * @param scratch p numbers to work in, for callers that ask often
 */
export function leverage(
  r: Float64Array,
  p: number,
  row: ArrayLike<number>,
  scratch: Float64Array = new Float64Array(p),
): number {
  for (let i = 0; i < p; i++) scratch[i] = row[i]!;
  solveLower(r, p, scratch);
  let sum = 0;
  for (let i = 0; i < p; i++) sum += scratch[i]! * scratch[i]!;
  return sum;
}

/**
 * (XᵀX)⁻¹ = R⁻¹R⁻ᵀ, row-major, p × p. Times σ² it is the covariance matrix of the coefficients, so a
 * standard error is σ times the root of a diagonal element.
 */
export function unscaledCovariance(r: Float64Array, p: number): Float64Array {
  const inverse = new Float64Array(p * p);
  for (let j = 0; j < p; j++) {
    const column = new Float64Array(p);
    column[j] = 1;
    solveUpper(r, p, column);
    for (let i = 0; i <= j; i++) inverse[i * p + j] = column[i]!;
  }
  const covariance = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    for (let j = i; j < p; j++) {
      let sum = 0;
      for (let k = j; k < p; k++) sum += inverse[i * p + k]! * inverse[j * p + k]!;
      covariance[i * p + j] = covariance[j * p + i] = sum;
    }
  }
  return covariance;
}

/** The columns of R at length 1, or 0 for a column of zeros. The lengths they had are those of X's columns. */
export function unitColumns(r: Float64Array, p: number): Float64Array[] {
  return Array.from({ length: p }, (_, j) => {
    const column = Float64Array.from({ length: p }, (_, i) => r[i * p + j]!);
    const length = Math.hypot(...column);
    return length === 0 ? column : column.map((value) => value / length);
  });
}

/**
 * The 2-norm condition number of X with its columns scaled to length 1, which is within √p of the smallest
 * that any scaling of the columns gives (van der Sluis 1969). Infinity where X is singular.
 *
 * One-sided Jacobi: planes of two columns are rotated until all columns are orthogonal; their lengths are
 * then the singular values, each to high relative accuracy. Source: Golub & Van Loan, 4th ed., 8.6.
 */
export function conditionNumber(r: Float64Array, p: number): number {
  const columns = unitColumns(r, p);
  for (let sweep = 0, rotated = true; rotated && sweep < 60; sweep++) {
    rotated = false;
    for (let i = 0; i < p; i++) {
      for (let j = i + 1; j < p; j++) rotated = orthogonalise(columns[i]!, columns[j]!) || rotated;
    }
  }
  const values = columns.map((column) => Math.hypot(...column));
  return Math.max(...values) / Math.min(...values);
}

/** Rotate two vectors in their plane until they are orthogonal; false if they were, to rounding error. */
function orthogonalise(x: Float64Array, y: Float64Array): boolean {
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < x.length; i++) {
    xx += x[i]! * x[i]!;
    yy += y[i]! * y[i]!;
    xy += x[i]! * y[i]!;
  }
  if (Math.abs(xy) <= 1e-15 * Math.sqrt(xx * yy)) return false;
  const zeta = (yy - xx) / (2 * xy);
  const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = cosine * tangent;
  for (let i = 0; i < x.length; i++) {
    const first = x[i]!;
    x[i] = cosine * first - sine * y[i]!;
    y[i] = sine * first + cosine * y[i]!;
  }
  return true;
}
