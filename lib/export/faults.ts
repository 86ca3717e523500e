import { distinctNames } from "../formula/tree";
import { parseFormula } from "../formula/parse";
import { inSentence } from "../model/format";
import type { Needs } from "../model/inputs/kind";
import { faultOf, kindOf } from "../model/inputs/kinds";
import type { Model } from "../model/model";
import type { Input } from "../model/spec";
import type { Step } from "../model/predictor";

/** What an export says of an input at fault: the very words that the API has for it. */
export function faultsOfInput(input: Input): Needs & { missing: string } {
  const label = inSentence(input);
  const { type, bounds, whole } = kindOf(input).needs(input);
  return {
    missing: faultOf(input, undefined),
    type: `${label} ${type}`,
    ...(bounds && { bounds: `${label} ${bounds}` }),
    ...(whole && { whole: `${label} ${whole}` }),
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
  collect(distinctNames(expression).map((name) => name.replace(/^(input|derived|missing)_/, "")));
  return `${[...labels].join(" and ")} must have values for which ${inSentence(label!)} can be computed`;
}
