import { holmLevel } from "../math/holm";
import type { Model } from "../model/model";
import { SIGNIFICANCE, type Check, type Problem } from "./checks/check";
import { findMiscalibration } from "./checks/calibration";
import { findCollinearity } from "./checks/collinearity";
import { findMiscoverage } from "./checks/coverage";
import { findIgnorance } from "./checks/evidence";
import { findFewRows } from "./checks/few-rows";
import { findInfluence } from "./checks/influence";
import { findLackOfFit } from "./checks/lack-of-fit";
import { findStandardFailure } from "./checks/ratio-standard";
import { findRatioFailure } from "./checks/ratio-study";
import { findUnequalVariance } from "./checks/unequal-variance";
import { findUselessness } from "./checks/usefulness";
import { findVerticalBias } from "./checks/vertical-bias";

export type { Problem } from "./checks/check";

const CHECKS: [Problem["code"], Check][] = [
  ["no_evidence", findIgnorance],
  ["too_few_rows", findFewRows],
  ["no_better_than_average", findUselessness],
  ["vertical_bias", findVerticalBias],
  ["ratio_study", findRatioFailure],
  ["coverage", findMiscoverage],
  ["calibration", findMiscalibration],
  ["ratio_standard", findStandardFailure],
  ["lack_of_fit", findLackOfFit],
  ["unequal_variance", findUnequalVariance],
  ["collinear_terms", findCollinearity],
  ["influential_row", findInfluence],
];

/** The codes of all checks, in the order of their findings. */
export const CODES: readonly Problem["code"][] = CHECKS.map(([code]) => code);

/**
 * What is wrong with a model, as far as is known. The tests that can be made of it are one family: in a model with
 * nothing wrong, the probability that any of them finds a problem is at most 5% (see `holmLevel`). Rules, such as a
 * Cook's distance above 1, are no tests and stand beside them.
 *
 * @returns the problems, what matters most to a person first; none is not proof that nothing is wrong. And the level that
 *   each test was held against in the end: charts draw by it what chance makes
 */
export function judge(model: Model): { problems: Problem[]; level: number } {
  const findings = CHECKS.flatMap(([code, check]) => {
    const finding = check(model, SIGNIFICANCE);
    return finding ? [{ code, check, finding }] : [];
  });
  const level = holmLevel(
    findings.flatMap(({ finding: { p } }) => p ?? []),
    SIGNIFICANCE,
  );
  const problems = findings.flatMap(({ code, check, finding }) => {
    if (finding.p !== null && finding.p > level) return [];
    return [{ code, ...(finding.p === null ? finding : check(model, level)!) }];
  });
  // That a model fails the standard by more than its noise explains says that it fails.
  const failsByMore = problems.some(({ code }) => code === "ratio_study");
  return { problems: failsByMore ? problems.filter(({ code }) => code !== "ratio_standard") : problems, level };
}

/** The problems that `judge` finds. */
export function findProblems(model: Model): Problem[] {
  return judge(model).problems;
}
