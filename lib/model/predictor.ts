import type { Expression } from "../formula/parse";

/** The name of the constant among the columns of a design. */
export const INTERCEPT = "(intercept)";

/** A row as a predictor sees it, on the scale of the fit, the logarithm for a log target. */
export interface Point {
  /** The estimate. A number that is not finite means that the model is undefined for these inputs. */
  center: number;
  /** How far the row is from the rows of the fit: for a linear model its leverage; 0 where the family does not know. */
  reach: number;
  /** The typical size of an error at this row; 1 where it is not known to differ between rows. */
  size: number;
}

/** All that the rest of the house may ask of a fitted model, of any family. */
export interface Predictor {
  family: "linear";
  /**
   * Compute the point of a row of encoded raw inputs, into `out`: no allocation, so that one row and a million take the
   * same way.
   */
  evaluate(encoded: ArrayLike<number>, out: Point): void;
  /** The columns with their weights, intercept first where there is one; null for a family that has none. */
  coefficients: Coefficient[] | null;
  /** What a fit found of the categories; null where each level has a column of its own. */
  coding: Coding | null;
  /** Null where there are no rows to explain an estimate against. */
  explain: Explanation | null;
  /** Null where the fit was not ours to examine. */
  inference: LinearInference | null;
  /** The arithmetic of `evaluate`, for other languages; null for a family that cannot be written so. */
  plan: PredictorPlan | null;
}

export const emptyPoint = (): Point => ({ center: NaN, reach: 0, size: 1 });

/** What a predictor knows of its columns beside the terms of the description. */
export interface Coding {
  /**
   * By the name of a category, the codes of the levels that share a column. That of texts which are not listed, one more
   * than the last level's, is among them where they are estimated so.
   */
  pooled: Record<string, number[]>;
  /** Columns without a coefficient, as they follow from others in every row: their names, in the order of the terms. */
  dropped: string[];
  /** The columns of a model that was fitted elsewhere, in the place of terms. */
  own?: OwnCoding;
}

/** Columns that are formulas over inputs and over readings of categories. */
export interface OwnCoding {
  /** Of a category: the number that each level counts as, by its code; of texts that are not listed last. */
  readings: { name: string; input: string; values: number[] }[];
  columns: { name: string; formula: string }[];
}

/** What levels that share a column are called together, where the description does not say. */
export const OTHER = "other";

/** How an estimate comes about, input by input; see `lib/linear/explain`. */
export interface Explanation {
  /** How many background rows an estimate is explained against: all, or as many as can be gone through in time. */
  rows: number;
  /** The mean estimate over the background rows, in the target's unit. */
  baseline: number;
  /** One amount for each raw input, in the spec's order and the target's unit; they sum to estimate − baseline. */
  contributions(encoded: Float64Array): Float64Array;
}

export interface Coefficient {
  /** "(intercept)", a term's text, "heating[gas]" for a level of a category, or "heating[gas]:area" for a product with it. */
  term: string;
  /** On the scale of the fit. */
  estimate: number;
}

/** A coefficient with what the rows say of it; see `describeCoefficients`. */
export interface InferredCoefficient extends Coefficient {
  standardError: number;
  robustStandardError: number;
  t: number;
  p: number;
  low: number;
  high: number;
  vif: number | null;
}

/**
 * Equal variance, where nothing speaks against it; else HC3, which holds without it; unknown where that would take more
 * room than it is worth, from 151 coefficients on.
 */
export type ContrastErrors = "equal variance" | "HC3" | "unknown";

/** What is known of a linear model whose least-squares fit was done here, on the scale of the fit. */
export interface LinearInference {
  coefficients: InferredCoefficient[];
  fit: Fit;
  /** The rows that the fit leans on most, counted from 1. */
  influential: { row: number; leverage: number; cooksDistance: number; studentisedResidual: number }[];
  /** Of the studentised residuals, beside those of Student's t. */
  residualQuantiles: { probability: number; expected: number; residual: number }[];
  lackOfFit: LackOfFit | null;
  /** One for each input. */
  inflation: InputInflation[];
  /** Where rows have weights; see `Weighting`. */
  weights?: { typical: number; zero: number };
  /** What the standard errors of contrasts rest on; see `contrast`. */
  errors: ContrastErrors;
  /**
   * How far the centre moves from one encoded row to another, and the standard error of that difference, which is null
   * where the errors are unknown.
   */
  contrast(from: ArrayLike<number>, to: ArrayLike<number>): { difference: number; standardError: number | null };
  /** The row of the design matrix of encoded inputs, intercept first. */
  row(encoded: ArrayLike<number>): Float64Array;
}

/** An F test as textbooks have it, with a p-value beside it that holds under unequal variance too. */
export interface RobustFTest {
  f: number;
  df1: number;
  df2: number;
  p: number;
  robustP: number;
  /** The share of the residual variance that it accounts for, less what chance would; below 0 where chance would more. */
  share: number;
}

/** A term that the model might have beside its own. */
export interface MissingTerm {
  /** The columns of the design or inputs whose product it is, each about its mean; a single one for a square. */
  columns: string[];
  /** Of the usual partial F test, on 1 and rows − coefficients − 1 degrees of freedom. */
  f: number;
  /** Coefficient over its robust standard error, and the degrees of freedom that go with it. */
  t: number;
  df: number;
  /** Of t, adjusted for all squares and products that were looked at. */
  p: number;
  /** The share of the residual variance that it would explain, less what chance would. */
  share: number;
}

/** What rows say of a pattern that a model's terms miss, on the scale of the fit; see `measureLackOfFit`. */
export interface LackOfFit {
  /** The rows that it was looked for in: all but those that fit themselves, or a sample. */
  rows: number;
  /** Squares and cubes of the fitted values as terms; null where they are combinations of the terms. */
  reset: RobustFTest | null;
  /** Rows with equal inputs against the model; null where hardly any repeat. */
  pureError: RobustFTest | null;
  /** Squares and products that there are, that were looked at, and that were tested in full. */
  candidates: number;
  screened: number;
  tested: number;
  /** Those that would help most, most first where several are significant. */
  terms: MissingTerm[];
}

/** What an input takes from how well the effects of the others are known, and they from its own; see `inflationOf`. */
export interface InputInflation {
  input: string;
  gvif: number;
  /** Columns of the design that depend on the input. */
  df: number;
}

/** From this probability on, a finding may well be owed to chance. */
export const SIGNIFICANCE = 0.05;

export interface Fit {
  n: number;
  p: number;
  df: number;
  /** The residual standard error; of a row of weight 1 where rows have weights. */
  sigma: number;
  r2: number;
  adjustedR2: number;
  f: number;
  fP: number;
  aic: number;
  bic: number;
  condition: number;
  /** `spread` is how many times as large as at one row in ten errors are, at least, at another row in ten. */
  breuschPagan: { statistic: number; df: number; p: number; spread: number } | null;
}

/** Whether errors are not equally large everywhere by more than chance makes, so that standard errors must be robust. */
export function hasUnequalVariance({ breuschPagan }: Pick<Fit, "breuschPagan">): boolean {
  return breuschPagan !== null && breuschPagan.p < SIGNIFICANCE;
}

/** The variable of a plan that is 1 where an input is not given. */
export const missingName = (input: string) => `missing_${input}`;

/**
 * `evaluate` as straight-line arithmetic: steps that each use the inputs and what stands before them. An input is called
 * `input_` and its name, and `missing_` and its name is 1 where it is not given; of a category there are only the variables
 * that `categories` name.
 */
export interface PredictorPlan {
  /** By the name of a category: how its levels are taken. */
  categories: ReadonlyMap<string, PlannedLevels>;
  /** By the name of an input: beyond this there is no estimate, whatever else the row holds. */
  limits: ReadonlyMap<string, number>;
  /** One of them is `center`. */
  steps: Step[];
  /** The step that is the reach; null where the predictor does not know it. */
  reach: string | null;
  /** The size of errors in terms of the steps. */
  size: Expression;
}

/** The levels of a category in groups that count as the same. */
export interface PlannedLevels {
  /** The texts of each group, and the variable that is 1 where the row has one of them and 0 elsewhere, if any is needed. */
  groups: { indicator: string | null; levels: string[] }[];
  /** The group of texts that are not listed, or that they are not allowed, or allowed without an estimate. */
  others: number | "not allowed" | "refused";
}

export interface Step {
  name: string;
  expression: Expression;
  /** For what the spec's formulas give, which may be undefined: what to call it. */
  label?: string;
  /** Beyond it there is no estimate, whatever else the row holds. */
  limit?: number;
}
