import { catalogue, localeOf } from "../../language/locale";
import { assumedValue } from "../inputs/kinds";
import type { GivenValue, InputValue, Inputs } from "../inputs/value";
import type { Model } from "../model";
import type { Point } from "../predictor";
import { meanAt, smearingOf } from "../scale";
import { coverageAt, type Measured } from "./coverage";
import { estimateRow, type Refusal } from "./estimate";
import { DEFAULT_LEVEL } from "./level";
import { confidenceAt, forecastDeviation } from "./confidence";
import { readTolerance, toleranceOf, type Confidence } from "./tolerance";
import { warningsOf, type Warning } from "./warnings";

export interface Contribution {
  input: string;
  value: InputValue;
  /** In the target's unit: what knowing this input adds to the baseline. */
  amount: number;
}

export interface Interval {
  level: number;
  low: number;
  high: number;
  /**
   * How many training rows with estimates like this one lay in their intervals of this level, each row left out: what
   * stands behind the level here. Null where too few rows are known, or none was estimated so.
   */
  measured: Measured | null;
}

export interface IntervalReason {
  code: "no_evidence";
  /** In the language of the description. */
  detail: string;
}

/** Why a model without uncertainty gives no interval. */
export const NO_EVIDENCE = catalogue<IntervalReason>({
  en: {
    code: "no_evidence",
    detail: "no rows with known outcomes came with this model, so how far off its estimates are is not known",
  },
  de: {
    code: "no_evidence",
    detail: "mit diesem Modell kamen keine Zeilen mit bekannten Ergebnissen, daher ist nicht bekannt, wie weit seine Schätzungen danebenliegen",
  },
});

export interface Estimated {
  estimate: number;
  /** For a transformed target, whose estimate is the median: the smearing estimate of the mean. */
  mean?: number;
  interval: Interval | null;
  /** Why there is no interval; null where there is one. */
  intervalReason: IntervalReason | null;
  /** How probable it is that the estimate is near the truth; null where that is not known, as outside the data. */
  confidence: Confidence | null;
  /** The forecast standard deviation, a share of the estimate; null where there is none. See `forecastDeviation`. */
  fsd: number | null;
  /** What the contributions add up from; both are null where there are no rows to explain an estimate against. */
  baseline: number | null;
  contributions: Contribution[] | null;
  /** What was assumed for each input that was not given. */
  assumed: Assumed[];
  derived: Record<string, number>;
  warnings: Warning[];
  refusal: null;
}

/** An input that was not given, and the value that the estimate assumes for it. */
export interface Assumed {
  input: string;
  value: GivenValue;
}

export interface Refused {
  estimate: null;
  refusal: Refusal;
  derived: Record<string, number>;
  warnings: Warning[];
}

export type Prediction = Estimated | Refused;

/**
 * Estimate the target for one row of inputs.
 *
 * With x the row of the design matrix, s the residual standard error on df degrees of freedom and
 * h = x′(X′X)⁻¹x its leverage, the truth y follows x′β + s √(1 + h) · t(df). This gives
 * - the prediction interval x′β ± t(df, (1 + level)/2) · s √(1 + h), cut at zero where the target is positive;
 * - the probability that the estimate is within the tolerance of y; see `probabilityWithin`.
 * With a warning the row lies outside the data: there is no probability, and the interval is what would hold if the
 * pattern continued.
 * For a log target all of this holds for log y; estimate (then the median) and interval are transformed back, and
 * the mean is the estimate times the mean of exp(residual); of log (1 + y) and √y likewise (see `smearingOf`). A model
 * with conformal intervals has them in the place of t; the mean is then taken over size · score in the place of
 * residuals, as errors differ in size between rows.
 *
 * @param model see `loadModel`
 * @param inputs raw inputs that passed `model.schema`
 * @param options.level probability that the interval holds the truth, above 0 and at most
 *   `model.uncertainty.highestLevel`; 0.8 by default, and without effect where there is no interval
 * @param options.encoded the inputs as `model.reading` encodes them, for callers that have them
 * @returns the estimate in the target's unit, unrounded, or a refusal with its reason
 */
export function predict(
  model: Model,
  inputs: Inputs,
  options: { level?: number; encoded?: Float64Array } = {},
): Prediction {
  const { spec, predictor, uncertainty, evidence, reading } = model;
  const { level = DEFAULT_LEVEL, encoded = reading.encode(inputs) } = options;
  const { point, estimate, low, high, refusal } = estimateRow(model, encoded, level);

  const derived: Record<string, number> = {};
  for (const { name, evaluate } of reading.derived) derived[name] = evaluate(encoded);
  const warnings = warningsOf(model)(encoded, point.reach, estimate);

  if (refusal) return { estimate: null, refusal, derived, warnings };
  const { explain } = predictor;
  const amounts = explain?.contributions(encoded);
  const probability = confidenceAt(model, point, warnings.length > 0);

  return {
    estimate,
    mean: meanOf(model, point),
    interval: uncertainty && { level, low, high, measured: evidence && coverageAt(evidence, estimate, level) },
    intervalReason: uncertainty ? null : NO_EVIDENCE[localeOf(spec)],
    confidence: probability === null ? null : { ...readTolerance(toleranceOf(model)), probability },
    fsd: forecastDeviation(model, point, estimate, warnings.length > 0),
    baseline: explain ? explain.baseline : null,
    contributions: amounts
      ? spec.inputs.map(({ name }, index) => ({ input: name, value: inputs[name]!, amount: amounts[index]! }))
      : null,
    assumed: assumedFor(spec, encoded),
    derived,
    warnings,
    refusal: null,
  };
}

const NOTHING: Assumed[] = [];

function assumedFor({ inputs }: Model["spec"], encoded: Float64Array): Assumed[] {
  if (!encoded.some(Number.isNaN)) return NOTHING;
  return inputs.flatMap((input, index) =>
    Number.isNaN(encoded[index]!) ? [{ input: input.name, value: assumedValue(input)! }] : [],
  );
}

function meanOf({ spec, evidence, uncertainty }: Model, point: Point): number | undefined {
  const { transform, estimates } = spec.target;
  const of = estimates === "mean" ? null : smearingOf(transform);
  if (of === null || evidence === null || evidence.smearing === null) return undefined;
  return meanAt(transform, point.center, uncertainty?.smearing?.(point, of) ?? evidence.smearing);
}
