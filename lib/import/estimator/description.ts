import type { Expression } from "../../formula/expression";

/** One of the levels of a category, as the library that fitted the model has it. */
export type Level = string | number | boolean;

/**
 * A linear model as a file describes it: coefficients over columns, each a formula over readings of inputs. The estimate
 * is `inverse(intercept + Σ coefficients[k] · columns[k])`.
 */
export interface ModelDescription {
  /** The class of the regressor, as in "Ridge". */
  regressor: string;
  /** The library that fitted it, where that is not scikit-learn. */
  library?: "statsmodels";
  /** The release of scikit-learn that fitted it; null where the file does not say. */
  release: string | null;
  /** What it was written by where that is not scikit-learn, as in "in ONNX, written by skl2onnx 1.19"; none where it is. */
  writer?: string;
  /** What happens to a row, in order, in words. */
  steps: string[];
  inputs: InputDescription[];
  readings: Reading[];
  columns: ColumnDescription[];
  coefficients: number[];
  intercept: number;
  inverse: Inverse;
  /** Whether the estimate is a mean although the sum is its logarithm: of a model with a link. */
  estimatesMean?: boolean;
  /** What a publisher should know, as sentences. */
  notes: string[];
  /** A row that was kept beside the model, by the id of each input. */
  example?: Record<string, Level | null>;
}

/** What becomes of the linear sum: itself, e to its power, that less 1, its square. */
export type Inverse = "identity" | "exp" | "expm1" | "square";

export interface InputDescription {
  /** A name for formulas: small letters, digits and underscores. */
  id: string;
  /** The name in the file; null where the file has none, and the input is known by its position alone. */
  name: string | null;
  kind: "number" | "category";
  /** The levels of a category in the order of the file; empty for a number. */
  levels: Level[];
  /** Whether a row without a value has an estimate. */
  optional: boolean;
  /** Whether a level that is not in the list has an estimate. */
  otherLevels: boolean;
}

/**
 * A name in formulas: the value of an input as one part of the model takes it. It is NaN where the value is missing;
 * `fill` stands for it then, everywhere but in missing(name).
 */
export interface Reading {
  id: string;
  /** The position of the input. */
  input: number;
  /** For a category: the number of each level. Null for a number that is taken as it is. */
  lookup: Lookup | null;
  fill: number | null;
}

/** What a level counts as: a number, a missing value, or a reason to refuse the row. */
export type Counts = number | "missing" | "refused";

export interface Lookup {
  levels: Level[];
  /** One for each level. */
  values: Counts[];
  /** Of a level that is not in the list. */
  unknown: Counts;
  /** Of a value that is not given. */
  missing: Counts;
}

export interface ColumnDescription {
  /** As a person would call it: "area", "fuel = diesel", "area · rooms". */
  label: string;
  expression: Expression;
}
