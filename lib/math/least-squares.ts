import { StreamingQr, type Chunk, type Factor, type RowSource } from "./qr";
import { findDependencies, type Dependency } from "./rank";
import { refine, type Fit } from "./refine";
import { conditionNumber, solveUpper } from "./triangle";

export type { Chunk, Factor, RowSource } from "./qr";
export type { Dependency } from "./rank";

/** Rounding errors amplified by less than this leave about thirteen digits certain, which is enough. */
const ENOUGH = 1000;
/** So many rows are not read again for the thirteenth digit, when the twelfth is certain. */
const MANY_ROWS = 100_000;

export interface LeastSquares {
  /** One for each column of the design. */
  coefficients: Float64Array;
  /** The R factor of the design: upper triangle, row-major, p × p, diagonal positive. */
  r: Float64Array;
  /** Rows. */
  n: number;
  /** Columns of the design. */
  p: number;
  /** n − p. */
  df: number;
  residualSumOfSquares: number;
  /** About the mean of the response, weighted as the rows are, or about 0 where there is no intercept. */
  totalSumOfSquares: number;
  /** Whether the first column is an intercept. */
  intercept: boolean;
  /** Of the design with columns of length 1, in the 2-norm: about 16 − log₁₀ of it digits are certain. */
  condition: number;
}

/** The design has columns that are combinations of others; the caller knows their names. */
export class RankDeficientError extends Error {
  override name = "RankDeficientError";
  constructor(readonly dependencies: Dependency[]) {
    super("every column of the design must be independent of the others");
  }
}

/** There are too few rows to estimate the coefficients and the spread around them. */
export class TooFewRowsError extends Error {
  override name = "TooFewRowsError";
  constructor(
    readonly n: number,
    readonly p: number,
  ) {
    super(`there must be at least ${p + 1} rows for ${p} coefficients`);
  }
}

/**
 * Fit y ≈ Xβ by least squares.
 *
 * The R factor of [X y] holds the answer: with its last column (c, ρ), R β = c and the residual sum of
 * squares is ρ². Where that could have lost digits, the rows are read again to refine it (see `refine`).
 * Memory does not grow with the number of rows.
 *
 * Householder QR itself does not care in which units a column stands; where sizes are compared, for rank and
 * condition, columns are compared at equal length.
 *
 * @param source the rows: the p columns of the design, of which the first is all ones unless there is no intercept, then the
 *   response; each row times the root of its weight where rows have weights
 * @param p columns of the design
 * @param parts the same rows, or the factors of parts of them, which are as good unless rows must be read again
 * @param options.intercept whether the first column is all ones
 * @throws TooFewRowsError unless there are more rows than columns
 * @throws RankDeficientError naming each column that depends on earlier ones
 * @throws RangeError if the table holds NaN, infinity or numbers whose squares overflow
 */
export async function leastSquares(
  source: RowSource,
  p: number,
  parts: Iterable<Chunk | Factor> | AsyncIterable<Chunk | Factor> = source(),
  { intercept = true } = {},
): Promise<LeastSquares> {
  const qr = new StreamingQr(p + 1);
  for await (const part of parts) {
    if ("r" in part) qr.addFactor(part);
    else qr.add(part);
  }
  const augmented = qr.finish();
  const n = qr.count;
  if (n <= p) throw new TooFewRowsError(n, p);
  if (!augmented.every(Number.isFinite)) throw new RangeError("every number of the table must be finite and not huge");

  const r = new Float64Array(p * p);
  for (let i = 0; i < p; i++) r.set(augmented.subarray(i * (p + 1), i * (p + 1) + p), i * p);
  const rotated = Float64Array.from({ length: p + 1 }, (_, i) => augmented[i * (p + 1) + p]!);
  const dependencies = findDependencies(r, p);
  if (dependencies.length > 0) throw new RankDeficientError(dependencies);

  const condition = conditionNumber(r, p);
  const explained = Math.hypot(...rotated.subarray(0, p));
  const residual = rotated[p]!;
  let fit: Fit = {
    coefficients: solveUpper(r, p, rotated.slice(0, p)),
    residualSumOfSquares: residual ** 2,
    // The reflection of the intercept takes the mean out of the response, all the others take nothing else out of it.
    totalSumOfSquares: rotated.subarray(Number(intercept)).reduce((sum, value) => sum + value ** 2, 0),
  };
  // The relative error of the coefficients is at most about ε κ (1 + κ tan θ), θ the angle between the response
  // and its fit (Golub & Van Loan, 4th ed., 5.3); that of the residual sum of squares ε / sin θ.
  const lost = Math.max(
    condition * (1 + (condition * residual) / explained),
    Math.hypot(explained, residual) / residual,
  );
  if (!(lost < (n < MANY_ROWS ? ENOUGH : 10 * ENOUGH))) {
    const mean = intercept ? rotated[0]! / r[0]! : 0;
    fit = await refine(source, { r, p, scale: qr.scale, condition, mean, intercept }, fit.coefficients);
  }

  const response = qr.scale[p]!;
  return {
    coefficients: fit.coefficients.map((value, j) => (value * qr.scale[j]!) / response),
    r: r.map((value, at) => value / qr.scale[at % p]!),
    n,
    p,
    df: n - p,
    residualSumOfSquares: fit.residualSumOfSquares / response ** 2,
    totalSumOfSquares: fit.totalSumOfSquares / response ** 2,
    intercept,
    condition,
  };
}
