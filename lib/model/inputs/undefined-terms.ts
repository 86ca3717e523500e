import { explainUndefined } from "../../formula/parse";
import { inSentence } from "../format";
import type { Reading } from "../reading";
import type { Spec } from "../spec";

/** A field at fault: the name as it was sent ("" for the whole) and a sentence that says what is needed. */
export interface Fault {
  name: string;
  detail: string;
}

/** Where a formula of the model has no value for inputs that are each allowed, as in a division by zero. */
export function undefinedTerms(spec: Spec, reading: Reading, encoded: Float64Array): Fault[] {
  const parts = [
    ...reading.derived.map((part, index) => ({
      ...part,
      label: inSentence(spec.derived[index]!.label),
    })),
    ...reading.terms.map((part) => ({
      ...part,
      label: `the term ${part.name}`,
    })),
  ];
  const faults = new Map<string, string>();
  for (const { formula, evaluate, label } of parts) {
    if (Number.isFinite(evaluate(encoded))) continue;
    const indexOf = (name: string) => spec.inputs.findIndex((input) => input.name === name);
    const cause = explainUndefined(
      formula,
      (name) => encoded[indexOf(name)]!,
      (name) => inSentence(spec.inputs[indexOf(name)]!.label),
    );
    const name = cause?.names[0] ?? formula.names[0]!;
    if (!faults.has(name))
      faults.set(name, `${cause?.reason ?? `${name} is too large or too small`}, to compute ${label}`);
  }
  return [...faults].map(([name, detail]) => ({ name, detail }));
}
