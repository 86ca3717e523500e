"use client";

import { Disclosure } from "@/components/disclosure";
import { foldedFormInWords } from "@/components/fold-words";
import { formPath, estimatePath, readQuery } from "@/components/query";
import { withBase } from "@/lib/base-path";
import type { Fault, Inputs } from "@/lib/model/inputs/schema";
import { inSentence } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useMemo, useState, useTransition } from "react";
import { FormProvider, useForm, type FieldErrors, type Resolver } from "react-hook-form";
import type { Answers } from "./answers";
import { DerivedList } from "./derived-list";
import { ErrorSummary } from "./error-summary";
import type { FoldedAnswers } from "./fold-form";
import { InputField } from "./input-field";

/** One error for each field, as the form keeps them. */
function toFieldErrors(faults: Fault[]): FieldErrors<Answers> {
  return Object.fromEntries(faults.map(({ name, detail }) => [name, { type: "server", message: detail }]));
}

/** In the order of the fields, whatever the order in which they were found. */
function toFaults(spec: Spec, errors: FieldErrors<Answers>): Fault[] {
  return spec.inputs.flatMap(({ name }) => {
    const detail = errors[name]?.message;
    return typeof detail === "string" ? [{ name, detail }] : [];
  });
}

interface EstimateFormProps {
  spec: Spec;
  faults: Fault[];
  /** The inputs of a very long form that are folded, each with the answer that stands in its field from the start. */
  folded?: FoldedAnswers;
}

type AnswersResolver = Resolver<Answers, unknown, Inputs>;

/** The schema is by far the largest script of the form: it comes when the first field is entered, not with the page. */
function loadResolver(spec: Spec): () => Promise<AnswersResolver> {
  let resolver: Promise<AnswersResolver> | undefined;
  return () => (resolver ??= import("./answers-schema").then(({ answersResolver }) => answersResolver(spec)));
}

/**
 * The form of a model. Without JavaScript it is a plain GET form whose faults the server has found; with it, the
 * same schema answers at once. The fields begin with what the address holds, and keep what was typed before the
 * script arrived.
 */
export function EstimateForm({ spec, faults, folded = {} }: EstimateFormProps) {
  const router = useRouter();
  const asked = readQuery(spec, new URLSearchParams(useSearchParams()));
  // What the address left out is at fault, and must not look as if it had been answered.
  const [text] = useState(faults.length > 0 ? asked : { ...folded, ...asked });
  const [pending, startTransition] = useTransition();
  const [summary, setSummary] = useState(faults);

  const resolver = useMemo(() => loadResolver(spec), [spec]);
  const form = useForm<Answers, unknown, Inputs>({
    resolver: async (...question) => (await resolver())(...question),
    errors: useMemo(() => toFieldErrors(faults), [faults]),
    mode: faults.length > 0 ? "onChange" : "onSubmit",
    shouldFocusError: false,
  });

  const first = spec.inputs.filter(({ name }) => !(name in folded));
  const others = spec.inputs.filter(({ name }) => name in folded);
  const { getValues, setValue } = form;
  useEffect(() => {
    // What was typed before the script arrived stands in the fields, but nothing has been worked out from it.
    for (const [name, value] of Object.entries(getValues())) setValue(name, value);
  }, [getValues, setValue]);

  const submit = form.handleSubmit(
    (inputs) => {
      setSummary([]);
      // The way back leads to the form as it was filled in.
      window.history.replaceState(null, "", withBase(formPath(spec, inputs)));
      startTransition(() => router.push(estimatePath(spec, inputs)));
    },
    (errors) => setSummary(toFaults(spec, errors)),
  );

  return (
    <FormProvider {...form}>
      <form
        action={withBase(`/models/${spec.id}/estimate`)}
        method="get"
        noValidate
        onFocus={() => resolver().catch(() => undefined)}
        onSubmit={(event) => {
          const form = event.currentTarget;
          // Where the schema cannot be loaded, the server judges, as it does without JavaScript.
          submit(event).catch(() => form.submit());
        }}
        aria-busy={pending}
      >
        {summary.length > 0 && <ErrorSummary faults={summary} />}
        {first.map((input) => (
          <InputField key={input.name} input={input} text={text[input.name]} />
        ))}
        {others.length > 0 && (
          <Disclosure
            // What needs another look must be seen.
            open={summary.some(({ name }) => name in folded) || undefined}
            summary={foldedFormInWords(others.length)}
            className="border-t border-rule py-3"
          >
            {others.map((input) => (
              <InputField key={input.name} input={input} text={text[input.name]} />
            ))}
          </Disclosure>
        )}
        {spec.derived.length > 0 && <DerivedList spec={spec} text={text} />}
        <div className="border-t border-rule pt-8">
          <button className="button w-full sm:w-auto sm:min-w-[17rem]" disabled={pending}>
            {pending ? "Estimating…" : `Estimate the ${inSentence(spec.target.label)}`}
          </button>
        </div>
      </form>
    </FormProvider>
  );
}
