import type { InputValue, Inputs } from "../inputs/value";
import { backgroundRows, hasBackground } from "../evidence";
import type { Model } from "../model";
import { Neighbours } from "../neighbours";

/** A training row like the given one. */
export interface Comparable {
  inputs: Inputs;
  actual: number;
  /** By the model fitted without the row, in the target's unit; null where the row fits itself. */
  estimate: number | null;
  /** Standardised: 1 is one standard deviation of one input apart. */
  distance: number;
  /** The inputs that differ, with the value that the training row has. */
  differences: { input: string; value: InputValue }[];
}

/**
 * The training rows nearest to a row of inputs; see `Neighbours`.
 *
 * @returns nearest first; none where there are no rows, or the spec does not let them be shown
 */
export function findComparables(model: Model, inputs: Inputs, count = 5): Comparable[] {
  const { spec, evidence, reading } = model;
  if (!evidence || !showsRows(model)) return [];
  const encoded = reading.encode(inputs);
  const rows = backgroundRows(spec, evidence);
  const { actual: outcomes, unseen } = evidence.background;
  const neighbours = new Neighbours(spec.inputs, rows);
  return rows
    .map((row, index) => {
      const distance = neighbours.distance(index, encoded);
      return { row, actual: outcomes[index]!, estimate: unseen[index]!, distance };
    })
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ row, actual, estimate, distance }) => {
      const values = reading.decode(row);
      const differing = spec.inputs.filter(({ name }) => values[name] !== inputs[name]);
      const differences = differing.map(({ name }) => ({ input: name, value: values[name]! }));
      return { inputs: values, actual, estimate, distance, differences };
    });
}

/** Whether rows with outcomes are there and may be shown to people. */
export function showsRows({ spec, evidence }: Model): boolean {
  return hasBackground(evidence) && (spec.training?.showRows ?? false);
}
