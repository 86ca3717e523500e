import { derive } from "@/lib/model/inputs/derive";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Spec } from "@/lib/model/spec";
import { readText } from "@/lib/model/inputs/text";

/** What stands in the fields, by input: text as typed, the chosen option, or nothing yet. */
export type Answers = Record<string, string | null | undefined>;

/** Answers as values where they can be read. */
export function readAnswers(spec: Spec, answers: Answers): Record<string, unknown> {
  return readText(spec, Object.fromEntries(spec.inputs.map(({ name }) => [name, answers[name] ?? undefined])));
}

/** The derived features as far as the answers can be read. */
export function deriveFromAnswers(spec: Spec, answers: Answers): Record<string, number | null> {
  const values = readAnswers(spec, answers);
  const readable = spec.inputs.filter(({ name, kind }) => {
    return kind === "number" || kind === "integer" ? typeof values[name] === "number" : values[name] !== undefined;
  });
  return derive(spec, Object.fromEntries(readable.map(({ name }) => [name, values[name]])) as Partial<Inputs>);
}
