import { Section } from "@/components/section";
import { valuesInWords } from "@/components/change-words";
import { estimatePath, formPath } from "@/components/query";
import { asSentence } from "@/components/words";
import { estimateStep, formatQuantity } from "@/lib/model/format";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";
import { predict, type Refused } from "@/lib/model/answer/predict";
import { findRemedy } from "@/lib/model/answer/remedy";
import Link from "next/link";
import { Display } from "./display";
import { EnteredList } from "./entered-list";
import { KnownRanges } from "./known-ranges";

/** Why there is no number, for somebody who has never heard of a regression. */
const REASONS: Record<Refused["refusal"]["code"], string> = {
  too_far_from_training:
    "The model can only say what is likely for things that resemble its examples. So far from them, a small error in what it has learned becomes a large one in the answer, and any number would be made up.",
  estimate_not_positive:
    "The model adds up what each answer is worth along straight lines. Here the lines run below anything that can be, which says that they do not reach this far.",
};

/** The nearest values that are answered, with the way to their estimate. */
function NearestAnswer({ model, inputs }: { model: Model; inputs: Inputs }) {
  const { spec } = model;
  const remedy = findRemedy(model, inputs);
  if (!remedy) return null;
  const answer = predict(model, remedy.inputs);
  const step = estimateStep(remedy.estimate, answer.refusal ? null : answer.interval);
  const values = remedy.changed.map((input) => ({ input, value: remedy.inputs[input]! }));
  return (
    <p className="mt-8 max-w-[38rem]">
      The nearest that it does answer is{" "}
      <Link href={estimatePath(spec, remedy.inputs)} className="link">
        {valuesInWords(spec.inputs, values)}
      </Link>
      {values.length < spec.inputs.length && ", with the rest as you entered it"}:{" "}
      {formatQuantity(remedy.estimate, spec.target.unit, step)}.
    </p>
  );
}

/** The result page when there is no estimate: what happened, why, what now. */
export function RefusalReport({ model, inputs, refused }: { model: Model; inputs: Inputs; refused: Refused }) {
  const { spec, evidence } = model;
  const { code, detail } = refused.refusal;
  return (
    <article>
      <div className="spread pt-8 pb-14 lg:pt-14 lg:pb-20">
        <div className="max-w-[46rem] min-w-0 lg:order-last">
          <h1>
            <span className="block text-head">We give</span>
            <Display>no estimate</Display>
          </h1>
          <p className="mt-8 max-w-[38rem] text-lead">
            {asSentence(detail)} We would rather give no number than a wrong one.
          </p>
          <p className="mt-4 max-w-[38rem] text-quiet">{REASONS[code]}</p>
          <NearestAnswer model={model} inputs={inputs} />
          <Link href={formPath(spec, inputs)} className="button screen-only mt-8">
            Change answers
          </Link>
        </div>
        <EnteredList contributions={null} spec={spec} inputs={inputs} derived={refused.derived} />
      </div>
      <Section title="What the model knows">
        {evidence ? (
          <KnownRanges spec={spec} evidence={evidence} inputs={inputs} />
        ) : (
          <p className="max-w-[38rem]">
            The rows that this model has learned from did not come with it, so the values that it knows cannot be shown.
          </p>
        )}
      </Section>
    </article>
  );
}
