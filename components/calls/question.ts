import { readQuery } from "@/components/query";
import { exampleInputs } from "@/lib/model/inputs/example";
import { instructionOf } from "@/lib/model/inputs/instruction";
import { readText, type Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";

/** The inputs of the sample calls: those of the address, or a typical example where it has none or is not valid. */
export interface Question {
  inputs: Inputs;
  typical: boolean;
  /** How to correct the address, as sentences without full stops in the language of the description. */
  faults: string[];
}

export function readQuestion(model: Model, query: URLSearchParams): Question {
  const text = readQuery(model.spec, query);
  if (Object.keys(text).length === 0) return { inputs: exampleInputs(model), typical: true, faults: [] };
  const sent = readText(model.spec, text);
  const read = model.schema.safeParse(sent);
  if (read.success) return { inputs: read.data, typical: false, faults: [] };
  const faults = model.spec.inputs.flatMap((input) => instructionOf(input, sent[input.name]) ?? []);
  return { inputs: exampleInputs(model), typical: true, faults };
}

/** The most frequent fault of a body: a number in quotes, or a null where the model has no number. */
export function faultyBody({ inputs }: Model["spec"], asked: Inputs): { name: string; value: string | null } {
  const number = inputs.find(({ kind }) => kind === "number" || kind === "integer");
  return number ? { name: number.name, value: String(asked[number.name]) } : { name: inputs[0]!.name, value: null };
}
