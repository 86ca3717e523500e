import type { Inputs, InputValue } from "../model/inputs/schema";
import type { Model } from "../model/model";
import type { Input } from "../model/spec";

/** Inputs that a model takes, to show how it is asked: its typical values, or what is common in the training rows. */
export function exampleInputs(model: Model): Inputs {
  return Object.fromEntries(model.spec.inputs.map((input) => [input.name, input.typical ?? commonValue(model, input)]));
}

/** A second example that differs from the first, where the model has a number to differ by. */
export function otherExampleInputs(model: Model): Inputs {
  const inputs = exampleInputs(model);
  const varied = model.spec.inputs.find(({ kind }) => kind === "number" || kind === "integer");
  const range = varied && model.evidence?.ranges[varied.name];
  return varied && range && "max" in range ? { ...inputs, [varied.name]: withinBounds(varied, range.max) } : inputs;
}

function commonValue({ evidence }: Model, input: Input): InputValue {
  const range = evidence?.ranges[input.name];
  if (!range) return allowedValue(input);
  if ("counts" in range) {
    const [[level] = [""]] = Object.entries(range.counts).sort(([, a], [, b]) => b - a);
    return input.kind === "boolean" ? level === "true" : level;
  }
  const middle = (range.min + range.max) / 2;
  return withinBounds(input, input.kind === "integer" ? Math.round(middle) : middle);
}

/** Where no rows say what is common: the middle of the bounds, or what is nearest to 0; no; the first level. */
function allowedValue(input: Input): InputValue {
  if (input.kind === "category") return input.levels[0]!;
  if (input.kind === "boolean") return false;
  const { min, max } = input;
  const middle = min !== undefined && max !== undefined ? (min + max) / 2 : 0;
  return withinBounds(input, input.kind === "integer" ? Math.round(middle) : middle);
}

function withinBounds(input: Input, value: number): number {
  const { min = -Infinity, max = Infinity } = "min" in input || "max" in input ? input : {};
  return Math.min(Math.max(value, min), max);
}
