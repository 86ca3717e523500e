"use client";

import { Disclosure } from "@/components/disclosure";
import { foldedFormInWords } from "@/components/fold-words";
import { useWords } from "@/components/language/use-words";
import { estimatePath, formPath, levelName, levelOf, readForFields } from "@/components/query";
import { withBase } from "@/lib/base-path";
import { localeOf } from "@/lib/language/locale";
import { DEFAULT_LEVEL } from "@/lib/model/answer/level";
import { readForm } from "@/lib/model/inputs/read-form";
import type { Fault } from "@/lib/model/inputs/undefined-terms";
import type { Inputs } from "@/lib/model/inputs/value";
import { compileReading } from "@/lib/model/reading";
import type { Spec } from "@/lib/model/spec";
import { useRouter, useSearchParams } from "next/navigation";
import { useMemo, useState, useTransition } from "react";
import { FormProvider, useForm, type FieldErrors, type Resolver } from "react-hook-form";
import { toText, type Answers } from "./answers";
import { DerivedLine } from "./derived-line";
import { ErrorSummary } from "./error-summary";
import { InputField } from "./input-field";
import type { LiveStart } from "./live-estimate";
import { LiveEstimate } from "./live-estimate";
import type { FormStart } from "./start-form";
import { TypedMark } from "./typed-mark";
import { FORM_WORDS } from "./words";

/** One error for each field, as the form keeps them. */
function toFieldErrors(faults: Fault[]): FieldErrors<Answers> {
  return Object.fromEntries(faults.map(({ name, detail }) => [name, { type: "ours", message: detail }]));
}

/** In the order of the fields, whatever the order in which they were found. */
function toFaults(spec: Spec, errors: FieldErrors<Answers>): Fault[] {
  return spec.inputs.flatMap(({ name }) => {
    const detail = errors[name]?.message;
    return typeof detail === "string" ? [{ name, detail }] : [];
  });
}

/** The same judgement as on the server, in the same words. */
function resolverOf(spec: Spec): Resolver<Answers, unknown, Inputs> {
  const model = { spec, reading: compileReading(spec) };
  return (answers) => {
    const read = readForm(model, toText(spec, answers), localeOf(spec));
    return "faults" in read ? { values: {}, errors: toFieldErrors(read.faults) } : { values: read.inputs, errors: {} };
  };
}

interface EstimateFormProps {
  spec: Spec;
  faults: Fault[];
  start: FormStart;
  /** On the first page: the form is small, and the estimate follows beside it. */
  live?: LiveStart;
}

/**
 * The form of a model. Without JavaScript it is a plain GET form, and the server finds the faults; with JavaScript, the
 * same function judges the answers at once. The fields begin with the values of the address, or else with typical ones,
 * and keep what was typed before the script arrived.
 */
export function EstimateForm({ spec, faults, start: { typical, folded, seen }, live }: EstimateFormProps) {
  const router = useRouter();
  const words = useWords(FORM_WORDS);
  const query = new URLSearchParams(useSearchParams());
  const asked = readForFields(spec, query);
  const level = levelOf(spec, query);
  const isTypical = faults.length === 0 && Object.keys(asked).length === 0;
  const [text] = useState(() => {
    if (isTypical) return typical;
    // An input that the address leaves out is at fault, and must not look as if it were filled in.
    if (faults.length > 0) return asked;
    return { ...Object.fromEntries(folded.map((name) => [name, typical[name]!])), ...asked };
  });
  const [pending, startTransition] = useTransition();
  const [summary, setSummary] = useState(faults);

  const form = useForm<Answers, unknown, Inputs>({
    resolver: useMemo(() => resolverOf(spec), [spec]),
    errors: useMemo(() => toFieldErrors(faults), [faults]),
    mode: faults.length > 0 ? "onChange" : "onSubmit",
    shouldFocusError: false,
  });

  const first = spec.inputs.filter(({ name }) => !folded.includes(name));
  const others = spec.inputs.filter(({ name }) => folded.includes(name));
  const own = live ? "/" : `/models/${spec.id}`;
  const submit = form.handleSubmit(
    (inputs) => {
      setSummary([]);
      // The way back leads to the form as it was filled in.
      window.history.replaceState(null, "", withBase(formPath(spec, inputs, { path: own, level })));
      startTransition(() => router.push(estimatePath(spec, inputs, level)));
    },
    (errors) => setSummary(toFaults(spec, errors)),
  );

  return (
    <FormProvider {...form}>
      <form
        action={withBase(`/models/${spec.id}/estimate`)}
        method="get"
        noValidate
        onSubmit={submit}
        aria-busy={pending}
        data-compact={live ? true : undefined}
        className={live && "group grid gap-x-16 gap-y-4 lg:grid-cols-[minmax(0,1fr)_24rem]"}
      >
        <TypedMark inputs={spec.inputs} />
        {level !== DEFAULT_LEVEL && <input type="hidden" name={levelName(spec)} value={level} />}
        {live && <LiveEstimate spec={spec} text={text} {...live} />}
        <div>
          {summary.length > 0 && <ErrorSummary faults={summary} />}
          <p className="pb-5 text-small text-quiet group-data-compact:pb-3">
            {isTypical ? (
              words.typical
            ) : (
              <a
                href={withBase(formPath(spec, {}, { path: own, level }))}
                className="link inline-flex min-h-11 items-center sm:min-h-0"
              >
                {words.startAgain}
              </a>
            )}
          </p>
          <div className={live && "grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3 sm:gap-x-6 sm:gap-y-5"}>
            {first.map((input) => (
              <InputField key={input.name} input={input} text={text[input.name]} seen={seen[input.name]} />
            ))}
          </div>
          {others.length > 0 && (
            <Disclosure
              // What has an error must be seen.
              open={summary.some(({ name }) => folded.includes(name)) || undefined}
              summary={foldedFormInWords(others.length, localeOf(spec))}
              className="border-t border-rule py-3 group-data-compact:mt-3"
            >
              <div className={live && "grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3 sm:gap-x-6"}>
                {others.map((input) => (
                  <InputField key={input.name} input={input} text={text[input.name]} seen={seen[input.name]} />
                ))}
              </div>
            </Disclosure>
          )}
          <div className="border-t border-rule pt-8 group-data-compact:mt-2 group-data-compact:border-0 group-data-compact:pt-4">
            <button className="button w-full sm:w-auto sm:min-w-[17rem]" disabled={pending}>
              {pending ? words.estimating : words.estimate(spec.target.label)}
            </button>
            {spec.derived.length > 0 && <DerivedLine spec={spec} text={text} />}
          </div>
        </div>
      </form>
    </FormProvider>
  );
}
