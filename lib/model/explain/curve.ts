import { assumedValue, encodeValue, kindOf } from "../inputs/kinds";
import type { GivenValue, Inputs } from "../inputs/value";
import { estimateRow } from "../answer/estimate";
import { spanOf } from "../evidence";
import type { Model } from "../model";
import { DEFAULT_LEVEL } from "../answer/level";
import { levelsOf } from "./levels";

/** How the estimate moves with one input, everything else as it is. */
export interface Curve {
  input: string;
  /**
   * In ascending order; the values that the input may not have or that the model refuses are left out. The ends are NaN
   * for a model without intervals.
   */
  points: { value: GivenValue; estimate: number; low: number; high: number }[];
}

const POINTS = 41;

/** The values of an input to go through: every level or the commonest, every whole number or day, or points over the training range. */
function valuesOf(model: Model, name: string, current: GivenValue, most: number): GivenValue[] {
  const input = model.spec.inputs.find((each) => each.name === name)!;
  const levels = levelsOf(input, model.evidence, current);
  if (levels) return levels.includes(current) ? levels : [...levels, current];
  const range = spanOf(input, model.evidence);
  if (!range || !("min" in range)) return [];
  const own = encodeValue(input, current);
  const [low, high] = [Math.min(range.min, own), Math.max(range.max, own)];
  const { whole } = kindOf(input).cell(input);
  const count = whole && high - low < most ? high - low + 1 : most;
  const spread = Array.from({ length: count }, (_, index) => low + ((high - low) * index) / Math.max(1, count - 1));
  const codes = whole ? spread.map(Math.round) : spread;
  // The person's own value is a point of the curve, so that the mark lies on the line.
  const ascending = [...new Set([...codes, own])].sort((a, b) => a - b);
  return ascending.map((code) => (code === own ? current : kindOf(input).decode(input, code)));
}

/**
 * Go through the values of one input with the others held, over the training range and the own value.
 *
 * @param inputs raw inputs that passed `model.schema`
 * @param name the input to vary
 * @param level of the intervals
 * @param most how many values of a number to go through
 */
export function traceInput(model: Model, inputs: Inputs, name: string, level = DEFAULT_LEVEL, most = POINTS): Curve {
  const input = model.spec.inputs.find((each) => each.name === name)!;
  const points = valuesOf(model, name, inputs[name] ?? assumedValue(input)!, most).flatMap((value) => {
    const other = { ...inputs, [name]: value };
    if (!model.schema.safeParse(other).success) return [];
    const { estimate, low, high, refusal } = estimateRow(model, model.reading.encode(other), level);
    return refusal ? [] : [{ value, estimate, low, high }];
  });
  return { input: name, points };
}
