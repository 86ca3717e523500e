import { greatest, median } from "d3-array";
import type { Model } from "../model";
import type { Input } from "../spec";
import { isYear } from "../format";
import { encodeValue, kindOf } from "./kinds";
import type { Inputs, InputValue } from "./value";

/** An example is written over, so digits beyond these only make it harder to read. */
const DIGITS = 3;

/**
 * Inputs that show how a model is called: of each input the typical value that the description states, or else what is
 * common among the training rows, the median of a number and the most frequent level. Without rows, the middle of the
 * bounds.
 */
export function exampleInputs(model: Model): Inputs {
  return exampleRows(model)[0];
}

/**
 * Two rows of inputs for tables and batches: `exampleInputs`, and the same with every number a quarter of the way to the
 * largest one among the training rows, so that the second row resembles them, too. Rows without a number are equal.
 */
export function exampleRows(model: Model): [Inputs, Inputs] {
  const values = model.spec.inputs.map((input) => [input.name, valuesOf(model, input)] as const);
  const row = (which: 0 | 1) => Object.fromEntries(values.map(([name, pair]) => [name, pair[which]]));
  return [row(0), row(1)];
}

function valuesOf({ evidence }: Model, input: Input): [InputValue, InputValue] {
  const range = evidence?.ranges[input.name];
  if (input.kind === "boolean" || input.kind === "category") {
    const counts = range && "counts" in range ? range.counts : {};
    const value = input.typical ?? greatest(kindOf(input).levels(input)!, (level) => counts[String(level)] ?? 0)!;
    return [value, value];
  }
  const kind = kindOf(input);
  const { min, max, whole } = kind.cell(input);
  const seen = range && "min" in range ? range : { min, max };
  const round = (value: number) => {
    const isWhole = whole || input.kind === "date" || isYear(input);
    const rounded = isWhole ? Math.round(value) : Number(value.toPrecision(DIGITS));
    return clamp(clamp(rounded, seen.min, seen.max), min, max);
  };
  const middle = (evidence && median(evidence.background.inputs[input.name]!)) ?? middleOf(seen);
  const value = input.typical === undefined ? round(middle) : encodeValue(input, input.typical);
  const other = Number.isFinite(seen.max) ? value + (seen.max - value) / 4 : value + 1;
  return [input.typical ?? kind.decode(input, value), kind.decode(input, round(other))];
}

/** Where no rows say what is common: the middle of the bounds, or 0 where one of them is open. */
function middleOf({ min, max }: { min: number; max: number }): number {
  return Number.isFinite(max - min) ? (min + max) / 2 : 0;
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
