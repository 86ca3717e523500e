import { bin, thresholdFreedmanDiaconis } from "d3-array";
import { fUpperTail } from "../math/distributions";
import type { LeastSquares } from "../math/least-squares";
import { compileDesign } from "../linear/columns";
import type { Coding } from "../model/predictor";
import type { InferenceData, LinearData } from "../linear/predictor";
import type { Bundle } from "../model/bundle";
import type { Evidence } from "../model/evidence";
import { toUnit } from "../model/model";
import type { Spec } from "../model/spec";
import { measureInflation } from "./inflation";
import {
  breuschPagan,
  describeCoefficients,
  describeCovariance,
  influentialRows,
  informationCriteria,
  residualQuantiles,
  robustCovariance,
} from "./diagnose";
import { measureLackOfFit } from "./lack-of-fit";
import type { LeaveOneOut, NumberedExample } from "./leave-one-out";
import { thin } from "./sample";
import type { Weighting } from "./weights";

/** Rows in the bundle that explanations are measured against. */
const BACKGROUND_ROWS = 1_000;

interface DiagnosedBy {
  /** Of the error of each row, by position; see `calibrate`. */
  sizes: Float64Array;
  /** Null where rows have no weights. */
  weighting: Weighting | null;
  coding?: Coding;
}

/** The figures of a least-squares fit, as R's `summary(lm)` has them. */
async function describeFit(
  fit: LeastSquares,
  rows: LeaveOneOut,
  { sizes, weighting }: DiagnosedBy,
): Promise<InferenceData["fit"]> {
  const { n, p, df, residualSumOfSquares, totalSumOfSquares, condition, intercept } = fit;
  const r2 = 1 - residualSumOfSquares / totalSumOfSquares;
  // Without an intercept, all are compared with an estimate of 0 in the place of the mean.
  const first = Number(intercept);
  const f = (totalSumOfSquares - residualSumOfSquares) / (p - first) / (residualSumOfSquares / df);
  return {
    n,
    p,
    df,
    sigma: Math.sqrt((residualSumOfSquares / df) * (weighting?.typical ?? 1)),
    r2,
    adjustedR2: 1 - ((1 - r2) * (n - first)) / df,
    f,
    fP: fUpperTail(f, p - first, df),
    ...informationCriteria(fit, weighting),
    condition,
    breuschPagan: await breuschPagan(rows, fit, sizes),
  };
}

/** What is known of a fit beside its coefficients. */
export async function describeInference(
  spec: Spec,
  fit: LeastSquares,
  rows: LeaveOneOut,
  known: DiagnosedBy,
): Promise<InferenceData> {
  const robust = robustCovariance(fit, rows);
  const figures = await describeFit(fit, rows, known);
  const { weighting } = known;
  return {
    errors: describeCoefficients(fit, robust),
    fit: figures,
    influential: influentialRows(fit, rows),
    residualQuantiles: residualQuantiles(rows, fit.df),
    covariance: describeCovariance(fit, robust, figures),
    lackOfFit: measureLackOfFit(spec, fit.p, rows, known.coding),
    inflation: measureInflation(spec, fit, known.coding),
    ...(weighting && { weights: { typical: weighting.typical, zero: weighting.zero } }),
  };
}

/** The predictor as it is kept, and what it gives for the first, the middle and the last row of the sample. */
export function describePredictor(
  spec: Spec,
  { p, r, coefficients }: LeastSquares,
  { size, coding }: Pick<LinearData, "size" | "coding">,
  examples: NumberedExample[],
): { predictor: LinearData; golden: Bundle["golden"] } {
  const design = compileDesign(spec, coding);
  const predictor: LinearData = {
    family: "linear",
    terms: design.names,
    coefficients: Array.from(coefficients),
    r: Array.from({ length: p }, (_, row) => Array.from(r.subarray(row * p + row, (row + 1) * p))),
    size,
    ...(coding && isWorthSaying(coding) && { coding }),
  };
  const row = new Float64Array(p);
  const golden = [0, examples.length >> 1, examples.length - 1].map((index) => {
    const { encoded } = examples[index]!;
    design.writeRow(encoded, row);
    const weighted = (weights: ArrayLike<number>) =>
      row.reduce((sum, value, column) => sum + value * weights[column]!, 0);
    return {
      inputs: Array.from(encoded),
      center: weighted(coefficients),
      size: size ? Math.max(weighted(size.coefficients), size.floor) : 1,
    };
  });
  return { predictor, golden };
}

const isWorthSaying = ({ pooled, dropped, own }: Coding) =>
  own !== undefined || Object.keys(pooled).length > 0 || dropped.length > 0;

/** Where most outcomes are nearly the same, the rule would give more bins than anybody can see, or a machine can hold. */
const MOST_BINS = 200;

/** The outcomes as a histogram, in bins by Freedman and Diaconis (1981), of which there are at most 200 or so. */
export function describeOutcomes(examples: NumberedExample[]): Evidence["histogram"] {
  const bins = bin().thresholds((values, least, most) =>
    Math.min(thresholdFreedmanDiaconis(values, least, most), MOST_BINS),
  )(examples.map((row) => row.actual));
  return {
    edges: [...bins.map((each) => each.x0!), bins.at(-1)!.x1!],
    counts: bins.map((each) => each.length),
  };
}

/** The rows that explanations are measured against: a sample of at most a thousand. */
export function describeBackground(spec: Spec, examples: NumberedExample[], left: LeaveOneOut): Evidence["background"] {
  const kept = new Set(thin(examples, BACKGROUND_ROWS));
  const background = examples.flatMap((example, index) =>
    kept.has(example) ? [{ ...example, position: left.positions[index]! }] : [],
  );
  return {
    inputs: Object.fromEntries(
      spec.inputs.map(({ name }, index) => [name, background.map((row) => row.encoded[index]!)]),
    ),
    actual: background.map((row) => row.actual),
    unseen: background.map(({ position }) => (position === null ? null : toUnit(spec, left.guess[position]!))),
  };
}
