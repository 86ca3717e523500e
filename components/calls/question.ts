import { readQuery, typedIn } from "@/components/query";
import { exampleInputs } from "@/lib/model/inputs/example";
import { faultsOf, readText, type Fault, type Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";

/** What the calls ask: what the address gives, or else a typical example, with what is wrong with the address. */
export interface Question {
  inputs: Inputs;
  typical: boolean;
  faults: Fault[];
}

export function readQuestion(model: Model, query: URLSearchParams): Question {
  const text = readQuery(model.spec, query);
  if (Object.keys(text).length === 0) return { inputs: exampleInputs(model), typical: true, faults: [] };
  const read = model.schema.safeParse(readText(model.spec, text, typedIn(model.spec, query)));
  return read.success
    ? { inputs: read.data, typical: false, faults: [] }
    : { inputs: exampleInputs(model), typical: true, faults: faultsOf(read.error) };
}

/** A body that is at fault, as it is most often: a number in quotes, or else a null. */
export function faultyBody({ inputs }: Model["spec"], asked: Inputs): { name: string; value: string | null } {
  const number = inputs.find(({ kind }) => kind === "number" || kind === "integer");
  return number ? { name: number.name, value: String(asked[number.name]) } : { name: inputs[0]!.name, value: null };
}
