import type { Model } from "../../model/model";

/** Something that is wrong with a model. Texts follow the grammar of messages: lower case, no full stop. */
export interface Fault {
  code:
    | "no_evidence"
    | "too_few_rows"
    | "no_better_than_average"
    | "collinear_terms"
    | "unequal_variance"
    | "lack_of_fit"
    | "ratio_study"
    | "coverage"
    | "calibration"
    | "influential_row";
  title: string;
  /** What was found, with its figures. */
  detail: string;
  /** What it means for a person who is given an estimate. */
  meaning: string;
  /** The probability of finding as much by chance in a sound model; null where the check is no test. */
  p?: number | null;
  /** The figures behind the words. */
  evidence?: Record<string, unknown>;
}

export type Check = (model: Model) => Omit<Fault, "code"> | null;

/** What a finding may owe to chance, for each check as a whole. */
export const SIGNIFICANCE = 0.05;
