import type { InputValue, Inputs } from "../../linear/design";
import { estimateRow, type Refusal } from "./estimate";
import type { Model } from "../model";
import { probabilityWithin, WITHIN } from "./uncertainty";
import { warningsOf, type Warning } from "./warnings";

export type { Refusal };

export interface Contribution {
  input: string;
  value: InputValue;
  /** In the target's unit: what knowing this input adds to the baseline. */
  amount: number;
}

export interface Estimated {
  estimate: number;
  /** For a log target, whose estimate is the median: Duan's smearing estimate of the mean. */
  mean?: number;
  interval: { level: number; low: number; high: number };
  /** The probability that the estimate is within this share of the truth. */
  confidence: { within: number; probability: number };
  baseline: number;
  contributions: Contribution[];
  derived: Record<string, number>;
  warnings: Warning[];
  refusal: null;
}

export interface Refused {
  estimate: null;
  refusal: Refusal;
  derived: Record<string, number>;
  warnings: Warning[];
}

export type Prediction = Estimated | Refused;

export const DEFAULT_LEVEL = 0.8;

/**
 * Estimate the target for one row of inputs.
 *
 * With x the row of the design matrix, s the residual standard error on df degrees of freedom and
 * h = x′(X′X)⁻¹x its leverage, the truth y follows x′β + s √(1 + h) · t(df). This gives
 * - the prediction interval x′β ± t(df, (1 + level)/2) · s √(1 + h), cut at zero where the target is positive;
 * - the probability that |estimate − y| ≤ 10 % of y, which is P(estimate/1.1 ≤ y ≤ estimate/0.9).
 * For a log target all of this holds for log y; estimate (then the median) and interval are transformed back, and
 * the mean is the estimate times the mean of exp(residual) (Duan 1983, "Smearing estimate", Journal of the American
 * Statistical Association 78, 605–610). A spec that asks for conformal intervals has them in the place of t.
 *
 * @param model see `loadModel`
 * @param inputs raw inputs that passed `model.schema`
 * @param options.level probability that the interval holds the truth, above 0 and at most
 *   `model.uncertainty.highestLevel`; 0.8 unless told
 * @returns the estimate in the target's unit, unrounded, or a refusal with its reason
 */
export function predict(model: Model, inputs: Inputs, options: { level?: number } = {}): Prediction {
  const { spec, artifact, design, uncertainty } = model;
  const level = options.level ?? DEFAULT_LEVEL;
  const encoded = design.encode(inputs);
  const { row, estimate, low, high, refusal } = estimateRow(model, encoded, level);

  const derived: Record<string, number> = {};
  for (const { name, evaluate } of design.derived) derived[name] = evaluate(encoded);
  const warnings = warningsOf(model)(encoded, row.leverage);

  if (refusal) return { estimate: null, refusal, derived, warnings };
  const amounts = model.explain.contributions(encoded);

  return {
    estimate,
    mean: artifact.smearing === null ? undefined : estimate * artifact.smearing,
    interval: { level, low, high },
    confidence: {
      within: WITHIN,
      probability: probabilityWithin(uncertainty, row.center, row.leverage, spec.target.transform === "log"),
    },
    baseline: model.explain.baseline,
    contributions: spec.inputs.map(({ name }, index) => ({
      input: name,
      value: inputs[name]!,
      amount: amounts[index]!,
    })),
    derived,
    warnings,
    refusal: null,
  };
}
