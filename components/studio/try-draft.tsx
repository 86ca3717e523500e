import { Disclosure } from "@/components/disclosure";
import { foldedFormInWords } from "@/components/fold-words";
import type { Answers } from "@/components/form/answers";
import { InputField } from "@/components/form/input-field";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { rangeOrReason } from "@/components/range-words";
import { Warnings } from "@/components/result/what-if/warnings";
import { Section } from "@/components/section";
import { asSentence } from "@/components/words";
import type { PredictionAnswer } from "@/lib/api/resources/predict/schema";
import { estimateStep } from "@/lib/model/format";
import { readForm } from "@/lib/model/inputs/read-form";
import { writeText } from "@/lib/model/inputs/text";
import type { Inputs } from "@/lib/model/inputs/value";
import { compileReading } from "@/lib/model/reading";
import { parseSpec, type Spec } from "@/lib/model/spec";
import { specIn } from "@/lib/model/translate";
import { useMemo } from "react";
import { FormProvider, useForm, useWatch } from "react-hook-form";
import { useLocale } from "#locale";
import type { Caller } from "./api";
import { DRAFT_WORDS } from "./draft-words";
import type { Described } from "./edit/use-description";
import { Trouble } from "./trouble";
import { useDraftEstimate } from "./use-draft-estimate";
import { useForeign } from "./use-foreign";

/** A form with more fields is folded. */
const MOST_FIELDS = 24;

interface TryDraftProps {
  draft: Described;
  caller: Caller;
  /** Whether the description has changes that the trained model does not know. */
  isChanged: boolean;
}

/** The name of a field here: the description above has fields of its own. */
const fieldOf = (name: string) => `try-${name}`;
const textsOf = (spec: Spec, answers: Answers) =>
  Object.fromEntries(spec.inputs.map(({ name }) => [name, answers[fieldOf(name)] ?? undefined]));

/** The form of the model as it will be, with its answer to what is filled in. */
export function TryDraft({ draft, caller, isChanged }: TryDraftProps) {
  const locale = useLocale();
  const words = useWords(DRAFT_WORDS);
  const spec = useMemo(() => specIn(parseSpec(draft.spec), locale), [draft.spec, locale]);
  const model = useMemo(() => ({ spec, reading: compileReading(spec) }), [spec]);
  const form = useForm<Answers, unknown, Inputs>({
    mode: "onChange",
    defaultValues: typicalOf(spec),
    resolver: (answers) => {
      const read = readForm(model, textsOf(spec, answers));
      if (!("faults" in read)) return { values: read.inputs, errors: {} };
      const errors = read.faults.map(({ name, detail }) => [fieldOf(name), { type: "ours", message: detail }]);
      return { values: {}, errors: Object.fromEntries(errors) };
    },
  });
  const answers = useWatch({ control: form.control });
  const read = readForm(model, textsOf(spec, answers));
  const isFilledIn = Object.entries(typicalOf(spec)).some(([name, text]) => answers[name] !== text);
  const body = "faults" in read ? undefined : JSON.stringify(read.inputs);
  const { answered, pending } = useDraftEstimate(caller, `/api/drafts/${draft.id}/predict`, body);
  const fields = spec.inputs.map((input) => ({ input: { ...input, name: fieldOf(input.name) }, text: undefined }));
  const first = fields.length > MOST_FIELDS ? fields.slice(0, MOST_FIELDS / 2) : fields;
  const others = fields.slice(first.length);
  return (
    <Section title={words.tryIt} anchor="try">
      {isChanged && <p className="mb-4 text-small text-quiet">{words.notTrained}</p>}
      <div aria-busy={pending} aria-live="polite" className="mb-6">
        {body === undefined &&
          (isFilledIn ? (
            <p className="text-rust">{words.fillMarked}</p>
          ) : (
            <p className="text-quiet">{words.fillForm}</p>
          ))}
        {body !== undefined && answered && "failed" in answered && <Trouble failed={answered.failed} />}
        {body !== undefined && answered && "answer" in answered && <Answer spec={spec} answer={answered.answer} />}
        {body !== undefined && !answered && <p className="text-quiet">{words.estimating}</p>}
      </div>
      <FormProvider {...form}>
        <form noValidate onSubmit={(event) => event.preventDefault()}>
          {first.map((field) => (
            <InputField key={field.input.name} {...field} />
          ))}
          {others.length > 0 && (
            <Disclosure summary={foldedFormInWords(others.length)} className="border-t border-rule py-3">
              {others.map((field) => (
                <InputField key={field.input.name} {...field} />
              ))}
            </Disclosure>
          )}
        </form>
      </FormProvider>
    </Section>
  );
}

function typicalOf(spec: Spec): Answers {
  const typical = spec.inputs.flatMap(({ name, typical }) => (typical === undefined ? [] : [[name, typical]]));
  const texts = writeText(spec, Object.fromEntries(typical));
  return Object.fromEntries(spec.inputs.map(({ name }) => [fieldOf(name), texts[name] ?? ""]));
}

function Answer({ spec, answer }: { spec: Spec; answer: PredictionAnswer }) {
  const words = useWords(DRAFT_WORDS);
  const { quantity } = useWriter();
  const english = useForeign();
  if (answer.estimate === null) {
    return (
      <p lang={english} className="border-l-2 border-rust pl-5">
        {asSentence(words.noEstimate(answer.refusal.detail))}
      </p>
    );
  }
  const step = estimateStep(answer.estimate, answer.interval);
  return (
    <>
      <p className="text-small text-quiet">{spec.target.label}</p>
      <p className="text-figure tracking-[-0.05em] wrap-anywhere">
        {quantity(answer.estimate, spec.target.unit, step)}
      </p>
      <p className="mt-2 max-w-[38rem]">{rangeOrReason(spec, answer, step)}</p>
      <Warnings warnings={answer.warnings} />
    </>
  );
}
