import type { Model } from "../model/model";
import type { Check, Fault } from "./checks/check";
import { findMiscalibration } from "./checks/calibration";
import { findCollinearity } from "./checks/collinearity";
import { findMiscoverage } from "./checks/coverage";
import { findIgnorance } from "./checks/evidence";
import { findFewRows } from "./checks/few-rows";
import { findInfluence } from "./checks/influence";
import { findLackOfFit } from "./checks/lack-of-fit";
import { findRatioFailure } from "./checks/ratio-study";
import { findUnequalVariance } from "./checks/unequal-variance";
import { findUselessness } from "./checks/usefulness";

export type { Fault } from "./checks/check";

const CHECKS: [Fault["code"], Check][] = [
  ["no_evidence", findIgnorance],
  ["too_few_rows", findFewRows],
  ["no_better_than_average", findUselessness],
  ["ratio_study", findRatioFailure],
  ["coverage", findMiscoverage],
  ["calibration", findMiscalibration],
  ["lack_of_fit", findLackOfFit],
  ["unequal_variance", findUnequalVariance],
  ["collinear_terms", findCollinearity],
  ["influential_row", findInfluence],
];

/**
 * What is wrong with a model, as far as is known: no rows shown, too few rows, no better than the mean, a ratio study
 * that fails, ranges (of all rows, or of rows of like estimate) and probabilities that do not hold what they claim by more than chance makes, a pattern that
 * the terms miss, unequal variance (Breusch–Pagan, p < 0.05, with a spread of 1.25 or more), inputs that overlap
 * (GVIF^(1/(2 df)) above √10), a row with a Cook's distance above 1.
 *
 * @returns what matters most to a person first; none is not proof that nothing is wrong
 */
export function findFaults(model: Model): Fault[] {
  return CHECKS.flatMap(([code, check]) => {
    const fault = check(model);
    return fault ? [{ code, ...fault }] : [];
  });
}
