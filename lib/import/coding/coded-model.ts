import type { OwnCoding } from "../../model/predictor";
import type { Transform } from "../../model/scale";
import type { Level } from "../estimator/description";

/** What is assumed where an input is not given; undefined where it must be. */
type Assumed = number | string | undefined;

/** An input of a model from a file as a description of a model has it. */
export interface CodedInput {
  kind: "number" | "category";
  /** Texts, each once. */
  levels: string[];
  /** Of each level, what the file has for it; null for no value. */
  values: (Level | null)[];
  /** Whether texts that are not listed have an estimate. */
  other: boolean;
  assumed: Assumed;
  /** A value that the file itself takes for usual, such as the mean of a scaler. */
  typical: number | undefined;
}

/** A model from a file in the terms of a bundle. */
export interface CodedModel {
  inputs: CodedInput[];
  /** Formulas of inputs that have no value for some of their values: a form says so before the model is evaluated. */
  derived: { name: string; formula: string }[];
  coding: OwnCoding;
  /** Names of the columns, intercept first, and the weight of each. */
  terms: string[];
  coefficients: number[];
  transform: Transform;
}
