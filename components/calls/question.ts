import { readQuery, typedIn } from "@/components/query";
import { exampleInputs } from "@/lib/model/inputs/example";
import { readForm } from "@/lib/model/inputs/read-form";
import type { Fault, Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";

/** The inputs of the sample calls: those of the address, or a typical example where it has none or is not valid. */
export interface Question {
  inputs: Inputs;
  typical: boolean;
  /** How to correct the address, in the language of the description. */
  faults: Fault[];
}

export function readQuestion(model: Model, query: URLSearchParams): Question {
  const text = readQuery(model.spec, query);
  if (Object.keys(text).length === 0) return { inputs: exampleInputs(model), typical: true, faults: [] };
  const read = readForm(model, text, typedIn(model.spec, query));
  return "faults" in read
    ? { inputs: exampleInputs(model), typical: true, faults: read.faults }
    : { inputs: read.inputs, typical: false, faults: [] };
}

/** The most frequent fault of a body: a number in quotes, or a null where the model has no number. */
export function faultyBody({ inputs }: Model["spec"], asked: Inputs): { name: string; value: string | null } {
  const number = inputs.find(({ kind }) => kind === "number" || kind === "integer");
  return number ? { name: number.name, value: String(asked[number.name]) } : { name: inputs[0]!.name, value: null };
}
