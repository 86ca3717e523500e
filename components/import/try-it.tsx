import { ErrorSummary } from "@/components/form/error-summary";
import type { Answers } from "@/components/form/answers";
import { InputField } from "@/components/form/input-field";
import { useWords } from "@/components/language/use-words";
import { FORM_WORDS } from "@/components/form/words";
import { Disclosure } from "@/components/disclosure";
import { foldedFormInWords } from "@/components/fold-words";
import { noRangeInWords } from "@/components/result/range-sentences";
import { assumedInWords, ROUNDED } from "@/components/result/unknown-sentences";
import { Section } from "@/components/section";
import { asSentence } from "@/components/words";
import { localeOf } from "@/lib/language/locale";
import { estimateStep, writerOf } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { MODEL_WORDS } from "./model-words";
import { fieldOf, type FoldedAnswers, type Tried } from "./use-trial";

interface TryItProps {
  /** In the language of the reader. */
  model: Model;
  folded: FoldedAnswers;
  tried: Tried | undefined;
}

/** The form of the model as it will be published, and its estimate. */
export function TryIt({ model, folded, tried }: TryItProps) {
  const { spec } = model;
  const words = useWords(MODEL_WORDS);
  const { estimate } = useWords(FORM_WORDS);
  const form = useFormContext<Answers>();
  const [faults, setFaults] = useState<{ name: string; detail: string }[]>([]);
  // Fields keep their names while the inputs are still being named.
  const fields = spec.inputs.map((input, position) => ({
    input: { ...input, name: fieldOf(position) },
    text: folded[input.name],
  }));
  const first = fields.filter(({ text }) => text === undefined);
  const others = fields.filter(({ text }) => text !== undefined);

  const submit = form.handleSubmit(
    () => setFaults([]),
    (errors) => {
      setFaults(
        fields.flatMap(({ input: { name } }) => {
          const detail = errors[name]?.message;
          return typeof detail === "string" ? [{ name, detail }] : [];
        }),
      );
    },
  );

  return (
    <Section title={words.tryTitle}>
      <p className="mb-6 max-w-[38rem]">{words.tryLead}</p>
      <form noValidate onSubmit={submit}>
        {faults.length > 0 && <ErrorSummary faults={faults} />}
        {first.map((field) => (
          <InputField key={field.input.name} {...field} />
        ))}
        {others.length > 0 && (
          <Disclosure
            open={faults.some(({ name }) => others.some(({ input }) => input.name === name)) || undefined}
            summary={foldedFormInWords(others.length, localeOf(spec))}
            className="border-t border-rule py-3"
          >
            {others.map((field) => (
              <InputField key={field.input.name} {...field} />
            ))}
          </Disclosure>
        )}
        <div className="border-t border-rule pt-8">
          <button className="button w-full cursor-pointer sm:w-auto sm:min-w-[17rem]">
            {estimate(spec.target.label)}
          </button>
        </div>
      </form>
      <div aria-live="polite">{tried && <Answer model={model} tried={tried} />}</div>
    </Section>
  );
}

function Answer({ model: { spec }, tried: { prediction } }: { model: Model; tried: Tried }) {
  const words = useWords(MODEL_WORDS);
  if (prediction.refusal) {
    return <p className="mt-8 max-w-[38rem] border-l-2 border-rust pl-5">{asSentence(prediction.refusal.detail)}</p>;
  }
  const { estimate, intervalReason, assumed } = prediction;
  return (
    <div className="mt-10">
      <h3 className="text-small text-quiet">{words.weEstimate}</h3>
      <p className="mt-2 text-figure tracking-[-0.05em] wrap-anywhere">
        {writerOf(localeOf(spec)).quantity(estimate, spec.target.unit, estimateStep(estimate, null))}
      </p>
      <p className="mt-5 max-w-[38rem]">
        {noRangeInWords(localeOf(spec), intervalReason)} {ROUNDED[localeOf(spec)]}
      </p>
      {assumed.length > 0 && <p className="mt-3 max-w-[38rem] text-quiet">{assumedInWords(spec, assumed)}</p>}
      <p className="mt-3 text-small text-quiet">
        {words.allDigits} <span className="font-mono wrap-anywhere">{estimate}</span>
      </p>
    </div>
  );
}
