import { readForFields, readQuery, typedIn } from "@/components/query";
import { exampleInputs } from "@/lib/model/inputs/example";
import { readForm } from "@/lib/model/inputs/read-form";
import type { Fault, Inputs } from "@/lib/model/inputs/schema";
import { writeFields, writeText } from "@/lib/model/inputs/text";
import type { Model } from "@/lib/model/model";
import { estimateStep } from "@/lib/model/format";
import { predict, type Estimated, type Prediction } from "@/lib/model/answer/predict";
import type { Question } from "./question";

export interface Answer {
  model: Model;
  prediction: Prediction;
}

/** An answer that is a number. */
export interface NumberAnswer {
  model: Model;
  prediction: Estimated;
}

/** The texts of the fields, and the answers of the models to them. */
export interface Inquiry {
  text: Record<string, string>;
  /** Whether the address has no answers, so that the inputs are a typical example. */
  example: boolean;
  /** In the order of the fields; the models estimate where there are none. */
  faults: Fault[];
  inputs: Inputs;
  answers: Answer[];
}

/** A typical example for all models: of an input that several have, the value that the first of them would show. */
function typicalInputs({ models, inputs }: Question): Inputs {
  const examples: Inputs = Object.assign({}, ...models.map(exampleInputs).reverse());
  const stated = inputs.flatMap(({ name, typical }) => (typical === undefined ? [] : [[name, typical]]));
  return { ...examples, ...Object.fromEntries(stated) };
}

/**
 * Read the answers of an address for every model of a question, and estimate. Each model reads its own inputs by its own
 * bounds; an answer that any of them refuses is a fault. An address without answers gives a typical example.
 */
export function inquire(question: Question, query: URLSearchParams): Inquiry {
  const asked = readQuery(question, query);
  const unasked = Object.keys(asked).length === 0;
  const typical = typicalInputs(question);
  const text = unasked ? writeText(question, typical) : asked;
  const typed = unasked ? undefined : typedIn(question, query);
  const read = question.models.map((model) => ({ model, read: readForm(model, text, typed) }));

  const faults = new Map<string, Fault>();
  for (const { read: each } of read) {
    for (const fault of "faults" in each ? each.faults : []) {
      if (!faults.has(fault.name)) faults.set(fault.name, fault);
    }
  }
  const answers = read.flatMap(({ model, read: each }) =>
    "faults" in each ? [] : [{ model, inputs: each.inputs, prediction: predict(model, each.inputs) }],
  );
  return {
    text: unasked ? writeFields(question, typical) : readForFields(question, query),
    example: unasked && faults.size === 0,
    // Without answers there are no mistakes to show.
    faults: unasked ? [] : question.inputs.flatMap(({ name }) => faults.get(name) ?? []),
    inputs: Object.assign({}, ...answers.map(({ inputs }) => inputs)),
    answers: faults.size === 0 ? answers : [],
  };
}

export function numberAnswers(answers: Answer[]): NumberAnswer[] {
  return answers.flatMap(({ model, prediction }) => (prediction.refusal ? [] : [{ model, prediction }]));
}

/** The step to which all estimates are rounded: that of the least certain one. */
export function commonStep(answers: NumberAnswer[]): number {
  return Math.max(...answers.map(({ prediction: { estimate, interval } }) => estimateStep(estimate, interval)));
}
