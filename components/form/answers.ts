import { derive } from "@/lib/model/inputs/derive";
import type { Inputs } from "@/lib/model/inputs/value";
import type { Spec } from "@/lib/model/spec";
import { readFields } from "@/lib/model/inputs/text";

/** What is in the fields, by input: text as typed, the chosen option, or nothing yet. */
export type Answers = Record<string, string | null | undefined>;

/** Answers as the texts of a form. */
export function toText(spec: Pick<Spec, "inputs">, answers: Answers): Record<string, string | undefined> {
  return Object.fromEntries(spec.inputs.map(({ name }) => [name, answers[name] ?? undefined]));
}

/** The derived features as far as the answers can be read. */
export function deriveFromAnswers(spec: Spec, answers: Answers): Record<string, number | null> {
  const values = readFields(spec, toText(spec, answers));
  const readable = spec.inputs.filter(({ name, kind }) => {
    return kind === "number" || kind === "integer" ? typeof values[name] === "number" : values[name] !== undefined;
  });
  return derive(spec, Object.fromEntries(readable.map(({ name }) => [name, values[name]])) as Partial<Inputs>);
}
