import type { Answers } from "@/components/form/answers";
import { predict, type Prediction } from "@/lib/model/answer/predict";
import { faultsOf, type Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";
import { useMemo } from "react";
import { useForm, useWatch } from "react-hook-form";
import { readTexts } from "./draft-model";

/** Of each input that a very long form folds, what is typical of it. */
export type FoldedAnswers = Record<string, string>;

/** A row that was entered, and what the model says of it. */
export interface Tried {
  /** By position, as typed. */
  texts: string[];
  inputs: Inputs;
  prediction: Prediction;
}

/** The name of a field; it does not change with that of the input. */
export const fieldOf = (position: number) => `try-${position + 1}`;

/**
 * A form over the inputs of a model; once it was sent, the answer follows each change.
 *
 * @param folded texts of the inputs that a very long form folds, which stand in their fields from the start
 */
export function useTrial(model: Model, folded: FoldedAnswers) {
  const { inputs } = model.spec;
  const textsOf = (answers: Answers) => inputs.map((_, position) => answers[fieldOf(position)] ?? "");
  const form = useForm<Answers, unknown, Inputs>({
    shouldFocusError: false,
    defaultValues: Object.fromEntries(inputs.map(({ name }, position) => [fieldOf(position), folded[name] ?? ""])),
    resolver: (answers) => {
      const read = readTexts(model, textsOf(answers));
      if (read.success) return { values: read.data, errors: {} };
      const errors = faultsOf(read.error).map(({ name, detail }) => {
        const position = inputs.findIndex((input) => input.name === name);
        return [fieldOf(position), { type: "schema", message: detail }] as const;
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
    if (!isSubmitSuccessful || !read.success) return undefined;
    return { texts, inputs: read.data, prediction: predict(model, read.data) };
  }, [model, joined, isSubmitSuccessful]);
  return { form, tried };
}
