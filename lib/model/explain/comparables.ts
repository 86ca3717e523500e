import { standardDeviation } from "simple-statistics";
import type { InputValue, Inputs } from "../../linear/design";
import { estimateWithout } from "../../training/leave-one-out";
import type { Model } from "../model";
import { computeRow, toScale, toUnit } from "../../linear/row";

/** A training row like the one asked about. */
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

/** The background rows as they are encoded, one for each outcome. */
export function backgroundRows({ spec, artifact }: Model): Float64Array[] {
  const { inputs, actual } = artifact.background;
  return actual.map((_, row) => Float64Array.from(spec.inputs, ({ name }) => inputs[name]![row]!));
}

/**
 * The training rows nearest to a row of inputs, by Euclidean distance with every input in units of its standard
 * deviation; two different levels of a category are one unit apart.
 *
 * @returns nearest first; none where the spec does not let training rows be shown
 */
export function findComparables(model: Model, inputs: Inputs, count = 5): Comparable[] {
  const { spec, artifact, design } = model;
  if (!spec.training.showRows) return [];
  const encoded = design.encode(inputs);
  const rows = backgroundRows(model);
  const scales = spec.inputs.map(({ kind }, index) => {
    return kind === "category" ? 0 : standardDeviation(rows.map((row) => row[index]!));
  });
  const distanceTo = (row: Float64Array) =>
    Math.sqrt(
      row.reduce((sum, value, index) => {
        const apart = value - encoded[index]!;
        // Where all rows agree, or levels have no order, all that counts is whether the row agrees too.
        return sum + (scales[index]! > 0 ? (apart / scales[index]!) ** 2 : Number(apart !== 0));
      }, 0),
    );
  return rows
    .map((row, index) => ({
      row,
      actual: artifact.background.actual[index]!,
      distance: distanceTo(row),
    }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ row, actual, distance }) => {
      const { center, leverage } = computeRow(model, row);
      const without = estimateWithout(toScale(model, actual), center, leverage);
      const values = design.decode(row);
      return {
        inputs: values,
        actual,
        estimate: without === null ? null : toUnit(model, without),
        distance,
        differences: spec.inputs.flatMap(({ name }) => {
          return values[name] === inputs[name] ? [] : [{ input: name, value: values[name]! }];
        }),
      };
    });
}
