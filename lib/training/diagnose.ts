import { quantileSorted } from "simple-statistics";
import { chiSquaredUpperTail, studentTQuantile, studentTTwoSided } from "../math/distributions";
import { leastSquares, RankDeficientError, TooFewRowsError, type LeastSquares } from "../math/least-squares";
import { solveLower, solveUpper, unscaledCovariance } from "../math/triangle";
import type { InferenceData } from "../linear/predictor";
import { hasUnequalVariance } from "../model/predictor";
import type { LeaveOneOut } from "./leave-one-out";
import { timesRootWeight, type Weighting } from "./weights";

const MOST_INFLUENTIAL = 10;
/** Points of the Q–Q plot. */
const MOST_QUANTILES = 99;

/**
 * The coefficients with what can be said of them, as in R's `summary(lm)`, and beyond:
 * - robustStandardError: HC3, which holds under unequal variance: (X′X)⁻¹ X′ diag(e² / (1 − h)²) X (X′X)⁻¹
 *   (MacKinnon and White 1985, Journal of Econometrics 29, 305–325);
 * - vif: variance inflation factor 1 / (1 − R²) of the column on all others, null for the intercept; above 10 the
 *   columns say nearly the same and a single coefficient means little. Without an intercept, R² is about 0.
 *
 * @param robust see `robustCovariance`
 */
export function describeCoefficients(fit: LeastSquares, robust: Float64Array): InferenceData["errors"] {
  const { p, df, r, coefficients, intercept } = fit;
  const sigma = Math.sqrt(fit.residualSumOfSquares / df);
  const covariance = unscaledCovariance(r, p);
  const quantile = studentTQuantile(0.975, df);
  return Array.from(coefficients, (estimate, j) => {
    const variance = covariance[j * p + j]!;
    const standardError = sigma * Math.sqrt(variance);
    const t = estimate / standardError;
    // Row 0 of R belongs to the intercept: what is below it in a column is the column about its mean.
    let aboutMean = 0;
    for (let i = Number(intercept); i <= j; i++) aboutMean += r[i * p + j]! ** 2;
    return {
      standardError,
      robustStandardError: Math.sqrt(robust[j * p + j]!),
      t,
      p: studentTTwoSided(t, df),
      low: estimate - quantile * standardError,
      high: estimate + quantile * standardError,
      vif: intercept && j === 0 ? null : variance * aboutMean,
    };
  });
}

/**
 * The HC3 covariance of the coefficients, row-major, p × p: the sum over rows of (e / (1 − h))² uu′, u = (X′X)⁻¹x.
 *
 * @param rows all rows of the fit, or a sample of them, from which it is then scaled up
 */
export function robustCovariance({ n, p, r }: LeastSquares, rows: LeaveOneOut): Float64Array {
  const residuals = timesRootWeight(rows.residual, rows.weight);
  const design = timesRootWeight(rows.design, rows.weight, p);
  const count = rows.residual.length;
  const covariance = new Float64Array(p * p);
  for (let index = 0; index < count; index++) {
    const error = residuals[index]! / (1 - rows.leverage[index]!);
    const influence = design.slice(index * p, (index + 1) * p);
    solveUpper(r, p, solveLower(r, p, influence));
    for (let i = 0; i < p; i++) {
      const weighted = error ** 2 * influence[i]! * (n / count);
      for (let j = 0; j <= i; j++) covariance[i * p + j]! += weighted * influence[j]!;
    }
  }
  for (let i = 0; i < p; i++) for (let j = 0; j < i; j++) covariance[j * p + i] = covariance[i * p + j]!;
  return covariance;
}

/** More coefficients than this would take more room in the bundle than their covariances are worth. */
const MOST_COVARIANCES = 150;

/** Rows of the lower triangle of the covariance that the intervals of effects rest on; null where they need none, or too much. */
export function describeCovariance(
  { p }: LeastSquares,
  robust: Float64Array,
  fit: InferenceData["fit"],
): InferenceData["covariance"] {
  if (p > MOST_COVARIANCES || !hasUnequalVariance(fit)) return null;
  return Array.from({ length: p }, (_, i) => Array.from(robust.subarray(i * p, i * p + i + 1)));
}

/**
 * Whether the spread of the errors changes with the inputs: n · R² of the squared residuals on the terms, which is
 * χ² on p − 1 degrees of freedom where it does not. Null where rows that fit themselves leave too little to test.
 *
 * `spread` is the 90th percentile of the sizes over the 10th. The squared residuals would not do for it: their regression
 * comes near to 0, or below, where errors are small.
 *
 * Source: Breusch and Pagan (1979), Econometrica 47, 1287–1294, studentised as by Koenker (1981), Journal of
 * Econometrics 17, 107–112; the default of `lmtest::bptest`.
 *
 * @param sizes of the error of each row, by position; see `calibrate`
 */
export async function breuschPagan(
  rows: LeaveOneOut,
  { p, intercept }: Pick<LeastSquares, "p" | "intercept">,
  sizes: Float64Array,
): Promise<InferenceData["fit"]["breuschPagan"]> {
  const count = rows.residual.length;
  // The squared residuals have a mean, whether the model has an intercept or not.
  const added = Number(!intercept);
  const columns = p + added;
  const table = new Float64Array(count * (columns + 1)).fill(1);
  for (let index = 0; index < count; index++) {
    const start = index * (columns + 1);
    table.set(rows.design.subarray(index * p, (index + 1) * p), start + added);
    table[start + columns] = rows.weight[index]! * rows.residual[index]! ** 2;
  }
  try {
    const fit = await leastSquares(() => [{ rows: table, count }], columns);
    const statistic = count * (1 - fit.residualSumOfSquares / fit.totalSumOfSquares);
    // Squared residuals that are all the same have nothing to be explained.
    if (!Number.isFinite(statistic)) return null;
    const ascending = Array.from(sizes.toSorted());
    const spread = quantileSorted(ascending, 0.9) / quantileSorted(ascending, 0.1);
    return { statistic, df: columns - 1, p: chiSquaredUpperTail(statistic, columns - 1), spread };
  } catch (error) {
    if (error instanceof RankDeficientError || error instanceof TooFewRowsError) return null;
    throw error;
  }
}

/**
 * Akaike's and Schwarz's criterion as R's `AIC` and `BIC` compute them: sigma counts as a parameter, and the
 * likelihood is that of the response on the scale of the fit.
 */
export function informationCriteria(
  { n, p, residualSumOfSquares }: LeastSquares,
  weighting: Weighting | null = null,
): { aic: number; bic: number } {
  const deviance = n * (Math.log((2 * Math.PI * residualSumOfSquares) / n) + 1) - (weighting?.logs ?? 0);
  return { aic: deviance + 2 * (p + 1), bic: deviance + Math.log(n) * (p + 1) };
}

/**
 * The rows that the fit leans on most, by Cook's distance D = e² h / (p s² (1 − h)²): how far all fitted values
 * move when the row is left out, in units of p s².
 */
export function influentialRows(
  { p, df, residualSumOfSquares }: LeastSquares,
  rows: LeaveOneOut,
): InferenceData["influential"] {
  const variance = residualSumOfSquares / df;
  const all = Array.from(rows.residual, (residual, index) => {
    const h = rows.leverage[index]!;
    const cooksDistance = (rows.weight[index]! * residual ** 2 * h) / (p * variance * (1 - h) ** 2);
    return {
      row: rows.examples[index]!.row,
      leverage: h,
      cooksDistance,
      studentisedResidual: rows.studentised[index]!,
    };
  });
  return all.sort((a, b) => b.cooksDistance - a.cooksDistance).slice(0, MOST_INFLUENTIAL);
}

/** Quantiles of the studentised residuals beside those of the t-distribution they have if the model is right. */
export function residualQuantiles({ studentised }: LeaveOneOut, df: number): InferenceData["residualQuantiles"] {
  const sorted = Array.from(studentised).sort((a, b) => a - b);
  const count = Math.min(MOST_QUANTILES, sorted.length);
  return Array.from({ length: count }, (_, index) => {
    const probability = (index + 0.5) / count;
    return {
      probability,
      expected: studentTQuantile(probability, df - 1),
      residual: quantileSorted(sorted, probability),
    };
  });
}
