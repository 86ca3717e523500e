import * as z from "zod";
import { leverage, solveLower } from "../math/triangle";
import { BundleError } from "../model/bundle";
import { backgroundRows, hasBackground, largestReach, type Evidence } from "../model/evidence";
import {
  hasUnequalVariance,
  type ContrastErrors,
  type Explanation,
  type LinearInference,
  type Predictor,
  type PredictorPlan,
} from "../model/predictor";
import type { Spec } from "../model/spec";
import { compileDesign } from "./columns";
import type { Design } from "./design";
import { checkExplainable, compileExplanation, isExplainable } from "./explain";
import { planLinear } from "./plan";

const number = z.number();
const count = z.int().nonnegative();

/** A weighted sum of the columns of a design: on the scale of the fit. */
export const linearSchema = z.strictObject({
  family: z.literal("linear"),
  /** Names of the columns, intercept first, and the weight of each. */
  terms: z.array(z.string()),
  coefficients: z.array(number),
  /** Rows of the upper triangle of R in X = QR, from the diagonal on, which give the leverage; null where unknown. */
  r: z.array(z.array(number)).nullable(),
  /**
   * The typical size of an error: the larger of a weighted sum of the columns and the floor; null where it is not known to
   * differ between rows.
   */
  size: z.strictObject({ coefficients: z.array(number), floor: number.positive() }).nullable(),
  /** Where a level has no column of its own, or the columns are not those of terms; see `Coding`. */
  coding: z
    .strictObject({
      pooled: z.record(z.string(), z.array(count)),
      dropped: z.array(z.string()),
      own: z
        .strictObject({
          readings: z.array(z.strictObject({ name: z.string(), input: z.string(), values: z.array(number) })),
          columns: z.array(z.strictObject({ name: z.string().min(1), formula: z.string() })),
        })
        .optional(),
    })
    .optional(),
});
export type LinearData = z.infer<typeof linearSchema>;

const robustTest = z.strictObject({ f: number, df1: number, df2: number, p: number, robustP: number, share: number });

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
    breuschPagan: z.strictObject({ statistic: number, df: count, p: number, spread: number }).nullable(),
  }),
  influential: z.array(
    z.strictObject({ row: count, leverage: number, cooksDistance: number, studentisedResidual: number }),
  ),
  residualQuantiles: z.array(z.strictObject({ probability: number, expected: number, residual: number })),
  /** Rows of the lower triangle of the HC3 covariance of the coefficients; null where variance is equal or it is too large. */
  covariance: z.array(z.array(number)).nullable(),
  lackOfFit: z
    .strictObject({
      rows: count,
      reset: robustTest.nullable(),
      pureError: robustTest.nullable(),
      candidates: count,
      screened: count,
      tested: count,
      terms: z.array(
        z.strictObject({ columns: z.array(z.string()), f: number, t: number, df: number, p: number, share: number }),
      ),
    })
    .nullable(),
  /** Of each input, in their order. */
  inflation: z.array(z.strictObject({ input: z.string(), gvif: number, df: count })),
  /** Where rows have weights: the typical one, of which reach and t-intervals are, and the rows of weight 0, left out. */
  weights: z.strictObject({ typical: number.positive(), zero: count }).optional(),
});
export type InferenceData = z.infer<typeof inferenceSchema>;

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
  const { coding } = data;
  if (!coding?.own) checkExplainable(spec);
  checkCoding(spec, coding);
  const design = compileDesign(spec, coding);
  checkLinear(design.names, data, known);
  const p = data.coefficients.length;
  const coefficients = Float64Array.from(data.coefficients);
  const r = data.r && unfold(data.r);
  const row = new Float64Array(p);
  const scratch = new Float64Array(p);
  const size = data.size && { coefficients: Float64Array.from(data.size.coefficients), floor: data.size.floor };
  const named = data.terms.map((term, index) => ({ term, estimate: data.coefficients[index]! }));

  // Explanation and plan take longer to make than a whole file of predictions that needs neither.
  let explanation: Explanation | undefined;
  let plan: PredictorPlan | undefined;
  return {
    family: "linear",
    evaluate(encoded, out) {
      design.writeRow(encoded, row);
      let center = 0;
      if (size === null) {
        for (let index = 0; index < p; index++) center += row[index]! * coefficients[index]!;
        out.size = 1;
      } else {
        const weights = size.coefficients;
        let spread = 0;
        for (let index = 0; index < p; index++) {
          center += row[index]! * coefficients[index]!;
          spread += row[index]! * weights[index]!;
        }
        out.size = Math.max(spread, size.floor);
      }
      out.center = center;
      out.reach = design.hasUnknown(encoded) ? Infinity : r ? leverage(r, p, row, scratch) : 0;
    },
    coefficients: named,
    coding: coding ?? null,
    get explain() {
      if (!hasBackground(evidence) || !isExplainable(spec, coding)) return null;
      return (explanation ??= compileExplanation(spec, backgroundRows(spec, evidence), coefficients, coding));
    },
    inference: known && r && makeInference(design, { named, coefficients, r, known }),
    get plan() {
      return (plan ??= planLinear(spec, { coefficients, r, size, largest: largestReach(evidence) }, coding));
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
  design: Design,
  {
    named,
    coefficients,
    r,
    known,
  }: { named: Predictor["coefficients"] & object; coefficients: Float64Array; r: Float64Array; known: InferenceData },
): LinearInference {
  const { errors, covariance, ...rest } = known;
  const { fit, weights } = rest;
  // R is that of rows in units of the typical weight, σ the error of a row of weight 1.
  const sigma = fit.sigma / Math.sqrt(weights?.typical ?? 1);
  const source: ContrastErrors = covariance ? "HC3" : hasUnequalVariance(fit) ? "unknown" : "equal variance";
  const p = coefficients.length;
  const rowOf = (encoded: ArrayLike<number>) => {
    const row = new Float64Array(p);
    design.writeRow(encoded, row);
    return row;
  };
  return {
    ...rest,
    coefficients: named.map((coefficient, index) => ({ ...coefficient, ...errors[index]! })),
    errors: source,
    row: rowOf,
    // The difference of two estimates is c′β with c the difference of their rows; its variance is c′Vc, with V the
    // covariance of β: s²(X′X)⁻¹ where errors are equally large.
    contrast(from, to) {
      const base = rowOf(from);
      const contrast = rowOf(to).map((value, index) => value - base[index]!);
      const difference = contrast.reduce((sum, value, index) => sum + value * coefficients[index]!, 0);
      if (source === "unknown") return { difference, standardError: null };
      const standardError = covariance
        ? Math.sqrt(Math.max(0, quadraticForm(covariance, contrast)))
        : sigma * Math.hypot(...solveLower(r, p, contrast));
      return { difference, standardError };
    },
  };
}

/** x′Vx, with V by the rows of its lower triangle. */
function quadraticForm(triangle: number[][], x: Float64Array): number {
  let sum = 0;
  triangle.forEach((row, i) => {
    for (let j = 0; j < i; j++) sum += 2 * row[j]! * x[i]! * x[j]!;
    sum += row[i]! * x[i]! ** 2;
  });
  return sum;
}

function checkCoding({ inputs }: Spec, coding: LinearData["coding"]): void {
  for (const [name, codes] of Object.entries(coding?.pooled ?? {})) {
    const input = inputs.find((each) => each.name === name);
    const most = input?.kind === "category" ? input.levels.length : -1;
    if (codes.every((code) => code <= most)) continue;
    throw new BundleError(`predictor.coding.pooled.${name}: must be codes of a category's levels`);
  }
  coding?.own?.readings.forEach(({ name, input: of, values }, index) => {
    const input = inputs.find((each) => each.name === of);
    const count = input?.kind === "category" ? input.levels.length + Number(input.other !== undefined) : -1;
    if (values.length === count && inputs.every((each) => each.name !== name)) return;
    throw new BundleError(`predictor.coding.own.readings.${index}: must have a number for each level of a category`);
  });
}

function checkLinear(names: string[], { terms, coefficients, r, size }: LinearData, known: InferenceData | null): void {
  const refuse = (matches: boolean, message: string) => {
    if (!matches) throw new BundleError(message);
  };
  const p = names.length;
  refuse(terms.length === p, `predictor.terms: there must be ${p}`);
  names.forEach((name, index) => refuse(terms[index] === name, `predictor.terms.${index}: must be ${name}`));
  refuse(coefficients.length === p, `predictor.coefficients: there must be ${p}`);
  refuse(size === null || size.coefficients.length === p, `predictor.size.coefficients: there must be ${p}`);
  if (r) {
    refuse(r.length === p, `predictor.r: must have ${p} rows`);
    r.forEach((row, index) => {
      refuse(row.length === p - index, `predictor.r.${index}: must have ${p - index} numbers`);
      refuse(row[0] !== 0, `predictor.r.${index}.0: must not be 0`);
    });
  }
  if (!known) return;
  const { errors, fit, covariance } = known;
  refuse(r !== null, "predictor.r: must be there beside an inference");
  refuse(errors.length === p, `inference.errors: there must be ${p}`);
  refuse((covariance?.length ?? p) === p, `inference.covariance: must have ${p} rows`);
  covariance?.forEach((row, index) =>
    refuse(row.length === index + 1, `inference.covariance.${index}: must have ${index + 1} numbers`),
  );
  refuse(fit.p === p, `inference.fit.p: must be ${p}`);
  refuse(fit.df >= 1 && fit.df === fit.n - p, "inference.fit.df: must be n − p and at least 1");
  refuse(fit.sigma >= 0, "inference.fit.sigma: must not be negative");
}
