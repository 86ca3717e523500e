"use client";

import { InputField } from "@/components/form/input-field";
import { ErrorSummary } from "@/components/form/error-summary";
import type { Answers } from "@/components/form/answers";
import { TypedMark } from "@/components/form/typed-mark";
import type { Fault } from "@/lib/model/inputs/schema";
import type { Input } from "@/lib/model/spec";
import Form from "next/form";
import { useMemo } from "react";
import { FormProvider, useForm } from "react-hook-form";

interface CompareFormProps {
  path: string;
  inputs: Input[];
  /** The texts of the fields. */
  text: Record<string, string>;
  faults: Fault[];
  /** The values of each input in the training data, see `seenValues`. */
  seen?: Record<string, string>;
  /** The text of the button. */
  action: string;
}

/** A plain GET form over the inputs of several models; the server says what is wrong with an answer. */
export function CompareForm({ path, inputs, text, faults, seen = {}, action }: CompareFormProps) {
  const errors = useMemo(
    () => Object.fromEntries(faults.map(({ name, detail }) => [name, { type: "server", message: detail }])),
    [faults],
  );
  const form = useForm<Answers>({ errors, shouldFocusError: false });
  return (
    <FormProvider {...form}>
      <Form action={path} noValidate className={faults.length > 0 ? "" : "lg:-mt-5"}>
        <TypedMark inputs={inputs} />
        {faults.length > 0 && <ErrorSummary faults={faults} />}
        {inputs.map((input) => (
          <InputField key={input.name} input={input} text={text[input.name]} seen={seen[input.name]} />
        ))}
        <div className="border-t border-rule pt-8">
          <button className="button w-full sm:w-auto sm:min-w-[17rem]">{action}</button>
        </div>
      </Form>
    </FormProvider>
  );
}
