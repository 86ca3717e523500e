import { estimateRow } from "../model/answer/estimate";
import { levelBounds } from "../model/answer/level";
import { readInputs } from "../model/inputs/read-inputs";
import type { Inputs } from "../model/inputs/value";
import type { Model } from "../model/model";
import type { Estimate } from "./challenge";

/**
 * What a version estimates for inputs that another version of its model has read.
 *
 * @param level of the range, or the highest that the version takes where that is lower
 * @returns null where it refuses, or needs an input that is not there
 */
export function estimateAgain(model: Model, inputs: Inputs, level: number): Estimate | null {
  const own = Object.fromEntries(
    model.spec.inputs.flatMap(({ name }) => (Object.hasOwn(inputs, name) ? [[name, inputs[name]]] : [])),
  );
  const read = readInputs(model, own);
  if ("faults" in read) return null;
  const taken = Math.min(level, levelBounds(model).highest);
  const { estimate, low, high, refusal } = estimateRow(model, read.encoded, taken);
  return refusal ? null : { estimate, range: model.uncertainty ? { level: taken, low, high } : null };
}
