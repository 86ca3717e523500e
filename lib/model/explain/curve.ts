import type { InputValue, Inputs } from "../inputs/value";
import { estimateRow } from "../answer/estimate";
import { spanOf } from "../evidence";
import type { Model } from "../model";
import { DEFAULT_LEVEL } from "../answer/predict";
import { levelsOf } from "./levels";

/** How the estimate moves with one input, everything else as it is. */
export interface Curve {
  input: string;
  /**
   * In ascending order; the values that the input may not have or that the model refuses are left out. The ends are NaN
   * for a model without intervals.
   */
  points: { value: InputValue; estimate: number; low: number; high: number }[];
}

const POINTS = 41;

/** The values of an input to go through: every level, every whole number, or points over the training range. */
function valuesOf(model: Model, name: string, current: InputValue, most: number): InputValue[] {
  const input = model.spec.inputs.find((each) => each.name === name)!;
  const levels = levelsOf(input, model.evidence, current);
  if (levels) return levels;
  const range = spanOf(input, model.evidence);
  if (!range || !("min" in range) || typeof current !== "number") return [];
  const [low, high] = [Math.min(range.min, current), Math.max(range.max, current)];
  const whole = input.kind === "integer" && high - low < most;
  const count = whole ? high - low + 1 : most;
  const spread = Array.from({ length: count }, (_, index) => low + ((high - low) * index) / Math.max(1, count - 1));
  const values = input.kind === "integer" ? spread.map(Math.round) : spread;
  // The person's own value is a point of the curve, so that the mark lies on the line.
  return [...new Set([...values, current])].sort((a, b) => a - b);
}

/**
 * Go through the values of one input with the others held, over the training range and the value asked about.
 *
 * @param inputs raw inputs that passed `model.schema`
 * @param name the input to vary
 * @param level of the intervals
 * @param most how many values of a number to go through
 */
export function traceInput(model: Model, inputs: Inputs, name: string, level = DEFAULT_LEVEL, most = POINTS): Curve {
  const points = valuesOf(model, name, inputs[name]!, most).flatMap((value) => {
    const other = { ...inputs, [name]: value };
    if (!model.schema.safeParse(other).success) return [];
    const { estimate, low, high, refusal } = estimateRow(model, model.reading.encode(other), level);
    return refusal ? [] : [{ value, estimate, low, high }];
  });
  return { input: name, points };
}
