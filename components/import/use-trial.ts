import type { Answers } from "@/components/form/answers";
import { predict, type Prediction } from "@/lib/model/answer/predict";
import type { Inputs } from "@/lib/model/inputs/value";
import type { Model } from "@/lib/model/model";
import { useMemo } from "react";
import { useForm, useWatch } from "react-hook-form";
import { readTexts } from "./draft-model";

/** Of each input that a very long form folds, what is typical of it. */
export type FoldedAnswers = Record<string, string>;

/** A row that was entered, and its prediction. */
export interface Tried {
  /** By position, as typed. */
  texts: string[];
  inputs: Inputs;
  prediction: Prediction;
}

/** The name of a field; it does not change with that of the input. */
export const fieldOf = (position: number) => `try-${position + 1}`;

/**
 * A form over the inputs of a model; once it was sent, the estimate follows each change.
 *
 * @param model in the language of the reader, in which numbers are read
 * @param folded texts of the inputs that a very long form folds, which are in their fields from the start
 */
export function useTrial(model: Model, folded: FoldedAnswers) {
  const { inputs } = model.spec;
  const textsOf = (answers: Answers) => inputs.map((_, position) => answers[fieldOf(position)] ?? "");
  const form = useForm<Answers, unknown, Inputs>({
    shouldFocusError: false,
    defaultValues: Object.fromEntries(inputs.map(({ name }, position) => [fieldOf(position), folded[name] ?? ""])),
    resolver: (answers) => {
      const read = readTexts(model, textsOf(answers));
      if ("inputs" in read) return { values: read.inputs, errors: {} };
      const errors = read.faults.map(({ name, detail }) => {
        const position = inputs.findIndex((input) => input.name === name);
        return [fieldOf(position), { type: "ours", message: detail }] as const;
      });
      return { values: {}, errors: Object.fromEntries(errors) };
    },
  });
  const answers = useWatch({ control: form.control });
  const { isSubmitSuccessful } = form.formState;
  const joined = JSON.stringify(textsOf(answers));
  const tried = useMemo((): Tried | undefined => {
    const texts = JSON.parse(joined) as string[];
    const read = readTexts(model, texts);
    if (!isSubmitSuccessful || !("inputs" in read)) return undefined;
    return { texts, inputs: read.inputs, prediction: predict(model, read.inputs) };
  }, [model, joined, isSubmitSuccessful]);
  return { form, tried };
}
