import { distinctNames } from "../formula/tree";
import { parseFormula } from "../formula/parse";
import { inSentence } from "../model/format";
import { faultsOf } from "../model/inputs/schema";
import type { Model } from "../model/model";
import type { Input } from "../model/spec";
import type { Step } from "../model/predictor";

/** What an export says of an input at fault: the very words of `model.schema`, which is asked for them. */
export interface InputFaults {
  missing: string;
  /** Of another type; for a boolean or a category, any other value. */
  type: string;
  /** Beyond its bounds, if it has some. */
  bounds?: string;
  /** Not a whole number, if it must be one. */
  whole?: string;
}

export function faultsOfInput(model: Model, input: Input): InputFaults {
  const told = (value: unknown) => {
    const { error } = model.schema.safeParse({ [input.name]: value });
    return (error ? faultsOf(error) : []).find(({ name }) => name === input.name)?.detail;
  };
  const faults = { missing: told(undefined)!, type: told({})! };
  if (input.kind !== "number" && input.kind !== "integer") return faults;
  const { min, max } = input;
  const beyond = max !== undefined ? max + Math.max(1, Math.abs(max)) : (min ?? NaN) - Math.max(1, Math.abs(min ?? 0));
  return {
    ...faults,
    ...((min ?? max) !== undefined && { bounds: told(beyond) }),
    ...(input.kind === "integer" && { whole: `${inSentence(input.label)} must be a whole number` }),
  };
}

/** What an export says of inputs for which a formula of the model has no value. */
export function undefinedFault({ spec }: Model, { expression, label }: Step): string {
  const labels = new Set<string>();
  const collect = (names: string[]): void => {
    for (const name of names) {
      const derived = spec.derived.find((each) => each.name === name);
      if (derived) collect(parseFormula(derived.formula).names);
      else labels.add(inSentence(spec.inputs.find((input) => input.name === name)!.label));
    }
  };
  collect(distinctNames(expression).map((name) => name.replace(/^(input|derived)_/, "")));
  return `${[...labels].join(" and ")} must have values for which ${inSentence(label!)} can be computed`;
}
