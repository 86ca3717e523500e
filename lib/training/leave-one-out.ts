import type { LeastSquares } from "../math/least-squares";
import { leverage } from "../math/triangle";
import { compileDesign } from "../linear/columns";
import type { Coding } from "../model/predictor";
import { toScale } from "../model/model";
import type { Spec } from "../model/spec";

/** One row to learn from, with its number in the table, counted from 1 without the header. */
export interface NumberedExample {
  row: number;
  /** The raw inputs. */
  encoded: Float64Array;
  /** The outcome in its own unit. */
  actual: number;
  /** In units of the typical one, see `Weighting`; 1 where there is none. */
  weight?: number;
}

/**
 * What each row says about a fit, on the scale of the fit (the logarithm for a log target). All arrays have
 * one number for each row.
 */
export interface LeaveOneOut {
  examples: NumberedExample[];
  /** Of every example that was given, by position: where it stands in these arrays, or null where it fits itself. */
  positions: (number | null)[];
  /** Rows of the design matrix, row-major, rows × p. */
  design: Float64Array;
  response: Float64Array;
  /** Response − fitted. */
  residual: Float64Array;
  /** w, in units of the typical weight; 1 for every row where rows have no weights. */
  weight: Float64Array;
  /** h = w x′(X′WX)⁻¹x, between 0 and 1. */
  leverage: Float64Array;
  /** The estimate of the row by the model fitted without it. */
  guess: Float64Array;
  /** The residual over its standard error, both without the row: t-distributed on df − 1 degrees of freedom. */
  studentised: Float64Array;
  /** The error of the guess over the standard error of a new row of the typical weight: the same without weights. */
  standardised: Float64Array;
  /** The largest `reachWithout` of a row. */
  farthest: number;
}

/** A leverage this close to 1 means that the row fits itself: without it the model cannot be fitted. */
const SELF_FITTING = 1e-10;

/** Whether a row of the fit has no support from any other row, as the only row of a level has none. */
export function fitsItself(leverage: number): boolean {
  return leverage > 1 - SELF_FITTING;
}

/** The reach of a row of the fit, as it would be were the row new and of the typical weight: h / (1 − h) where it is 1. */
export function reachWithout(leverage: number, weight = 1): number {
  return leverage / weight / (1 - leverage);
}

/** 1 / (1 + reach) of the same row: 1 − h without weights. */
export function freeOf(leverage: number, weight: number): number {
  return (1 - leverage) / (1 + (leverage / weight - leverage));
}

/** What the square of a residual is over, for the variance of the error of the guess over 1 + reach: 1 − h without weights. */
export function shareLeft(leverage: number, weight: number): number {
  return (1 - leverage) * (1 + (leverage / weight - leverage));
}

/**
 * The estimate of a row by the model fitted without it, exactly and without refitting: without row i its residual e
 * becomes e / (1 − h).
 *
 * Source: Allen (1974), "The relationship between variable selection and data augmentation and a method for
 * prediction", Technometrics 16, 125–127.
 *
 * @param fitted x′β, the estimate by the model fitted with the row; all numbers are on the scale of the fit
 * @param leverage h = x′(X′X)⁻¹x of the row
 * @returns null for a row that fits itself: without it there is no model
 */
export function estimateWithout(response: number, fitted: number, leverage: number): number | null {
  return fitsItself(leverage) ? null : response - (response - fitted) / (1 - leverage);
}

/**
 * Leave every row out in turn; see `estimateWithout`. The residual sum of squares falls by w e² / (1 − h).
 *
 * Source: Cook and Weisberg (1982), "Residuals and Influence in Regression".
 *
 * @param examples the rows of the fit, or a sample of them; rows that fit themselves are left out
 */
export function leaveOneOut(spec: Spec, fit: LeastSquares, examples: NumberedExample[], coding?: Coding): LeaveOneOut {
  const { p, df, r, coefficients, residualSumOfSquares } = fit;
  const compiled = compileDesign(spec, coding);
  const row = new Float64Array(p);
  const scratch = new Float64Array(p);

  const leverages = examples.map(({ encoded, weight = 1 }) => {
    compiled.writeRow(encoded, row);
    return weight * leverage(r, p, row, scratch);
  });
  const kept = examples.flatMap((_, index) => (fitsItself(leverages[index]!) ? [] : [index]));
  const count = kept.length;
  const result: LeaveOneOut = {
    examples: kept.map((index) => examples[index]!),
    positions: examples.map(() => null),
    design: new Float64Array(count * p),
    response: new Float64Array(count),
    residual: new Float64Array(count),
    weight: Float64Array.from(kept, (index) => examples[index]!.weight ?? 1),
    leverage: Float64Array.from(kept, (index) => leverages[index]!),
    guess: new Float64Array(count),
    studentised: new Float64Array(count),
    standardised: new Float64Array(count),
    farthest: kept.reduce(
      (largest, index) => Math.max(largest, reachWithout(leverages[index]!, examples[index]!.weight)),
      0,
    ),
  };
  kept.forEach((from, index) => (result.positions[from] = index));
  result.examples.forEach(({ encoded, actual }, index) => {
    compiled.writeRow(encoded, result.design, index * p);
    const response = toScale(spec, actual);
    let fitted = 0;
    for (let column = 0; column < p; column++) fitted += result.design[index * p + column]! * coefficients[column]!;
    const residual = response - fitted;
    const [h, weight] = [result.leverage[index]!, result.weight[index]!];
    const rest = 1 - h;
    const sigmaWithout = Math.sqrt(Math.max(0, residualSumOfSquares - (weight * residual ** 2) / rest) / (df - 1));
    result.response[index] = response;
    result.residual[index] = residual;
    result.guess[index] = estimateWithout(response, fitted, h)!;
    result.studentised[index] = (Math.sqrt(weight) * residual) / (sigmaWithout * Math.sqrt(rest));
    result.standardised[index] = residual / (sigmaWithout * Math.sqrt(shareLeft(h, weight)));
  });
  return result;
}
