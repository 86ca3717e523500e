import { standardDeviation } from "simple-statistics";
import { backgroundRows, hasBackground } from "../model/evidence";
import { studentTQuantile } from "../math/distributions";
import type { Model } from "../model/model";
import { hasUnequalVariance, INTERCEPT, type InferredCoefficient, type LinearInference } from "../model/predictor";

/** What a step of a term adds to the response, on the scale of the fit, with its 95% interval. */
export interface TermStep {
  term: string;
  /** How far the term moves; 1 for one that is 0 or 1 in every row, from no to yes. */
  step: number;
  kind: "no to yes" | "low to high";
  amount: number;
  low: number;
  high: number;
}

const LEVEL = 0.95;

/** The 95% interval of a coefficient: with HC3 where errors are not equally large, as R's `confint` has it elsewhere. */
export function confidenceInterval(
  { fit }: Pick<LinearInference, "fit">,
  { estimate, low, high, robustStandardError }: InferredCoefficient,
): { low: number; high: number } {
  if (!hasUnequalVariance(fit)) return { low, high };
  const margin = studentTQuantile((1 + LEVEL) / 2, fit.df) * robustStandardError;
  return { low: estimate - margin, high: estimate + margin };
}

/**
 * Coefficients of terms in different units, made comparable: each times a step from a low to a high value of its
 * term, which is two standard deviations among the background rows. That is about what a yes against a no is for
 * a term that is 1 in half of the rows, so such terms keep their coefficient.
 *
 * Source: Gelman (2008), "Scaling regression inputs by dividing by two standard deviations", Statistics in
 * Medicine 27, 2865–2873.
 *
 * @returns one for each coefficient but the intercept, in their order; none where the fit was not ours to examine or no rows came with it
 */
export function standardiseTerms({ spec, predictor: { inference }, evidence }: Model): TermStep[] {
  if (!inference || !hasBackground(evidence)) return [];
  const rows = backgroundRows(spec, evidence).map((encoded) => inference.row(encoded));
  return inference.coefficients.flatMap((coefficient, index) => {
    const { term, estimate } = coefficient;
    if (term === INTERCEPT) return [];
    const { low, high } = confidenceInterval(inference, coefficient);
    const values = rows.map((row) => row[index]!);
    const binary = values.every((value) => value === 0 || value === 1);
    const step = binary ? 1 : 2 * standardDeviation(values);
    const kind = binary ? "no to yes" : "low to high";
    return [{ term, step, kind, amount: estimate * step, low: low * step, high: high * step }];
  });
}
