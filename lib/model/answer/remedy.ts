import { median } from "simple-statistics";
import { encodeValue, kindOf } from "../inputs/kinds";
import type { Inputs } from "../inputs/value";
import { estimateRow } from "./estimate";
import { isMeasured, type Evidence } from "../evidence";
import type { Model } from "../model";
import type { Spec } from "../spec";
import { DEFAULT_LEVEL } from "./level";

/** Inputs like those that were refused, for which there is an estimate. */
export interface Remedy {
  inputs: Inputs;
  /** The inputs that have to change, in the spec's order. */
  changed: string[];
  estimate: number;
}

/** How many steps to take from the edge of the training data to its middle. */
const STEPS = 10;

/**
 * Inputs with every number and date inside what the training rows hold, and from there a share of the way to their middle.
 * Answers to a yes or no and levels stay.
 */
function moveInside(spec: Spec, { ranges, background }: Evidence, inputs: Inputs, share: number): Inputs {
  return Object.fromEntries(
    spec.inputs.map((input) => {
      const { name } = input;
      const [value, range] = [inputs[name]!, ranges[name]!];
      if (value === null || !isMeasured(input) || !("min" in range)) return [name, value];
      const edge = Math.min(Math.max(encodeValue(input, value), range.min), range.max);
      const known = background.inputs[name]!.filter((each) => !Number.isNaN(each));
      const middle = median(known) ?? (range.min + range.max) / 2;
      const moved = edge + (middle - edge) * share;
      // Three digits are as much as advice needs; the edge itself and what need not move stay exact.
      const rounded = input.kind === "number" ? Number(moved.toPrecision(3)) : Math.round(moved);
      return [name, kindOf(input).decode(input, share === 0 ? edge : rounded)];
    }),
  );
}

/**
 * The nearest values to a refused row that the model answers: numbers outside the training range at its edge, and
 * where their combination is still too far, all numbers moved towards the middle of the training rows.
 *
 * @param inputs raw inputs that passed `model.schema` and that `predict` refuses
 * @returns null where even the middle does not help, or no rows say where that is
 */
export function findRemedy(model: Model, inputs: Inputs): Remedy | null {
  const { spec, evidence } = model;
  if (!evidence) return null;
  for (let step = 0; step <= STEPS; step++) {
    const moved = moveInside(spec, evidence, inputs, step / STEPS);
    if (!model.schema.safeParse(moved).success) continue;
    const { estimate, refusal } = estimateRow(model, model.reading.encode(moved), DEFAULT_LEVEL);
    const changed = spec.inputs.map(({ name }) => name).filter((name) => moved[name] !== inputs[name]);
    if (!refusal) return { inputs: moved, changed, estimate };
  }
  return null;
}
