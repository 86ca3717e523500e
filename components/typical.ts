import type { InputValue, Inputs } from "@/lib/model/inputs/schema";
import type { Spec } from "@/lib/model/spec";

/** The typical example that a spec describes, if it gives a typical value for every input. */
export function typicalInputs(spec: Pick<Spec, "inputs">): Inputs | undefined {
  const values = spec.inputs.map(({ name, typical }): [string, InputValue | undefined] => [name, typical]);
  return values.every((entry): entry is [string, InputValue] => entry[1] !== undefined)
    ? Object.fromEntries(values as [string, InputValue][])
    : undefined;
}
