import type { Model } from "../../model/model";

/** What a check finds. Texts follow the grammar of messages: lower case, no full stop. */
export interface Finding {
  title: string;
  /** What was found, with its figures. */
  detail: string;
  /** What it means for a person who is given an estimate. */
  meaning: string;
  /**
   * The probability of finding as much by chance in a sound model, 1 where what was found is too small to matter; null
   * for a rule, which is no test.
   */
  p: number | null;
  /** The figures behind the words, as plain JSON. */
  evidence: Record<string, unknown>;
}

/** Something that is wrong with a model. */
export interface Problem extends Finding {
  code:
    | "no_evidence"
    | "too_few_rows"
    | "no_better_than_average"
    | "collinear_terms"
    | "unequal_variance"
    | "lack_of_fit"
    | "ratio_study"
    | "ratio_standard"
    | "vertical_bias"
    | "coverage"
    | "calibration"
    | "influential_row";
}

/**
 * One check of a model. A test that can be made gives its finding whatever its p is: `judge` decides, from the p of all
 * tests, which findings are problems. A rule (p null) gives its finding only where it is a problem.
 *
 * @param level what a test of several parts names in its words: the parts that differ by more than chance makes at this
 *   level; a test of one part needs none
 * @returns null where a test cannot be made, or a rule finds nothing
 */
export type Check = (model: Model, level: number) => Finding | null;

/** What all findings of a card may owe to chance together. */
export const SIGNIFICANCE = 0.05;
