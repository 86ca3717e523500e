import * as z from "zod";
import { leverage, solveLower } from "../math/triangle";
import { BundleError } from "../model/bundle";
import { backgroundRows, largestReach, type Evidence } from "../model/evidence";
import type { Explanation, LinearInference, Predictor, PredictorPlan } from "../model/predictor";
import type { Spec } from "../model/spec";
import { compileDesign } from "./columns";
import { checkExplainable, compileExplanation } from "./explain";
import { planLinear } from "./plan";

const number = z.number();
const count = z.int().nonnegative();

/** A weighted sum of the columns of a design: on the scale of the fit, the logarithm for a log target. */
export const linearSchema = z.strictObject({
  family: z.literal("linear"),
  /** Names of the columns, intercept first, and the weight of each. */
  terms: z.array(z.string()),
  coefficients: z.array(number),
  /** Rows of the upper triangle of R in X = QR, from the diagonal on, which give the leverage; null where unknown. */
  r: z.array(z.array(number)).nullable(),
  /** The typical size of an error: max(intercept + slope · centre, floor); null where there are too few rows to know. */
  size: z.strictObject({ intercept: number, slope: number, floor: number }).nullable(),
});
export type LinearData = z.infer<typeof linearSchema>;

/** What is known of a least-squares fit; see `LinearInference`. */
export const inferenceSchema = z.strictObject({
  /** Of each coefficient, in their order. */
  errors: z.array(
    z.strictObject({
      standardError: number,
      robustStandardError: number,
      t: number,
      p: number,
      low: number,
      high: number,
      vif: number.nullable(),
    }),
  ),
  fit: z.strictObject({
    n: count,
    p: count,
    df: count,
    sigma: number,
    r2: number,
    adjustedR2: number,
    f: number,
    fP: number,
    aic: number,
    bic: number,
    condition: number,
    breuschPagan: z.strictObject({ statistic: number, df: count, p: number }).nullable(),
  }),
  influential: z.array(
    z.strictObject({ row: count, leverage: number, cooksDistance: number, studentisedResidual: number }),
  ),
  residualQuantiles: z.array(z.strictObject({ probability: number, expected: number, residual: number })),
});
export type InferenceData = z.infer<typeof inferenceSchema>;

/** The typical size of an error at a centre; 1 where it is not known to differ. */
export function sizeAt(size: LinearData["size"], center: number): number {
  return size === null ? 1 : Math.max(size.intercept + size.slope * center, size.floor);
}

/**
 * Compile a linear model.
 *
 * @throws BundleError naming the first thing that does not match the description
 */
export function compileLinear(
  spec: Spec,
  data: LinearData,
  known: InferenceData | null,
  evidence: Evidence | null,
): Predictor {
  checkExplainable(spec);
  const design = compileDesign(spec);
  checkLinear(design.names, data, known);
  const p = data.coefficients.length;
  const coefficients = Float64Array.from(data.coefficients);
  const r = data.r && unfold(data.r);
  const row = new Float64Array(p);
  const scratch = new Float64Array(p);
  const { size } = data;
  const named = data.terms.map((term, index) => ({ term, estimate: data.coefficients[index]! }));

  // Explanation and plan take longer to make than a whole file of predictions that needs neither.
  let explanation: Explanation | undefined;
  let plan: PredictorPlan | undefined;
  return {
    family: "linear",
    evaluate(encoded, out) {
      design.writeRow(encoded, row);
      let center = 0;
      for (let index = 0; index < p; index++) center += row[index]! * coefficients[index]!;
      out.center = center;
      out.reach = r ? leverage(r, p, row, scratch) : 0;
      out.size = sizeAt(size, center);
    },
    coefficients: named,
    get explain() {
      if (evidence === null) return null;
      return (explanation ??= compileExplanation(spec, backgroundRows(spec, evidence), coefficients));
    },
    inference: known && r && makeInference(spec, { named, coefficients, r, known }),
    get plan() {
      return (plan ??= planLinear(spec, { coefficients, r, size, largest: largestReach(evidence) }));
    },
  };
}

function unfold(rows: number[][]): Float64Array {
  const p = rows.length;
  const r = new Float64Array(p * p);
  rows.forEach((row, index) => r.set(row, index * p + index));
  return r;
}

function makeInference(
  spec: Spec,
  {
    named,
    coefficients,
    r,
    known,
  }: { named: Predictor["coefficients"] & object; coefficients: Float64Array; r: Float64Array; known: InferenceData },
): LinearInference {
  const { fit, influential, residualQuantiles, errors } = known;
  const design = compileDesign(spec);
  const p = coefficients.length;
  const rowOf = (encoded: ArrayLike<number>) => {
    const row = new Float64Array(p);
    design.writeRow(encoded, row);
    return row;
  };
  return {
    coefficients: named.map((coefficient, index) => ({ ...coefficient, ...errors[index]! })),
    fit,
    influential,
    residualQuantiles,
    row: rowOf,
    // The difference of two estimates is c′β with c the difference of their rows; its variance is s² c′(X′X)⁻¹c.
    contrast(from, to) {
      const base = rowOf(from);
      const contrast = rowOf(to).map((value, index) => value - base[index]!);
      const difference = contrast.reduce((sum, value, index) => sum + value * coefficients[index]!, 0);
      return { difference, standardError: fit.sigma * Math.hypot(...solveLower(r, p, contrast)) };
    },
  };
}

function checkLinear(names: string[], { terms, coefficients, r }: LinearData, known: InferenceData | null): void {
  const refuse = (matches: boolean, message: string) => {
    if (!matches) throw new BundleError(message);
  };
  const p = names.length;
  refuse(terms.length === p, `predictor.terms: there must be ${p}`);
  names.forEach((name, index) => refuse(terms[index] === name, `predictor.terms.${index}: must be ${name}`));
  refuse(coefficients.length === p, `predictor.coefficients: there must be ${p}`);
  if (r) {
    refuse(r.length === p, `predictor.r: must have ${p} rows`);
    r.forEach((row, index) => {
      refuse(row.length === p - index, `predictor.r.${index}: must have ${p - index} numbers`);
      refuse(row[0] !== 0, `predictor.r.${index}.0: must not be 0`);
    });
  }
  if (!known) return;
  const { errors, fit } = known;
  refuse(r !== null, "predictor.r: must be there beside an inference");
  refuse(errors.length === p, `inference.errors: there must be ${p}`);
  refuse(fit.p === p, `inference.fit.p: must be ${p}`);
  refuse(fit.df >= 1 && fit.df === fit.n - p, "inference.fit.df: must be n − p and at least 1");
  refuse(fit.sigma >= 0, "inference.fit.sigma: must not be negative");
}
