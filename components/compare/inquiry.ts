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

/** What the models were asked, as it stands in the fields, and what came of it. */
export interface Inquiry {
  text: Record<string, string>;
  /** Whether nothing was asked, so that a typical example stands in. */
  example: boolean;
  /** In the order of the fields; without any, all models were asked. */
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
 * Put what an address holds to every model that answers a question. Each reads its own inputs by its own bounds, so
 * that what one refuses is asked for again whatever the others make of it. An address without any answer asks about
 * a typical example.
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
    // Nobody has made a mistake who has not answered yet.
    faults: unasked ? [] : question.inputs.flatMap(({ name }) => faults.get(name) ?? []),
    inputs: Object.assign({}, ...answers.map(({ inputs }) => inputs)),
    answers: faults.size === 0 ? answers : [],
  };
}

export function numberAnswers(answers: Answer[]): NumberAnswer[] {
  return answers.flatMap(({ model, prediction }) => (prediction.refusal ? [] : [{ model, prediction }]));
}

/** What the figures of all answers are rounded to: as much as the least certain can bear. */
export function commonStep(answers: NumberAnswer[]): number {
  return Math.max(...answers.map(({ prediction: { estimate, interval } }) => estimateStep(estimate, interval)));
}
