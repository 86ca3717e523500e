import { Section } from "@/components/section";
import { withBase } from "@/lib/base-path";
import { estimateStep, formatQuantity, inSentence } from "@/lib/model/format";
import type { Estimated } from "@/lib/model/answer/predict";
import type { Spec } from "@/lib/model/spec";
import { readValue } from "@/lib/model/inputs/text";
import { opinions } from "@/lib/store/tables";
import type { State, Told } from "./told";

interface Props {
  spec: Spec;
  prediction: Estimated;
  receipt: string;
  told: Told | undefined;
}

const THANKS: Partial<Record<State, string>> = {
  stored: "Thank you. It is stored, and counts towards how accurate this model is in the world.",
  known: "Thank you. We knew that already, so nothing has changed.",
  corrected: "Thank you. This now holds in the place of what was said before.",
  opinion: "Thank you. Your opinion is stored.",
};

const NO_RANGE = "No range was given with the estimate; only its error counts.";

/** What was told, and what became of it. */
function Answer({ spec, prediction, told }: Props & { told: Told }) {
  const { state, actual } = told;
  const thanks = THANKS[state];
  const { label, unit } = spec.target;
  if (thanks) {
    return (
      <p role="status" className="mb-8 border-l-2 border-accent pl-5 text-lead">
        {thanks}
        {(state === "stored" || state === "corrected") && !prediction.interval && ` ${NO_RANGE}`}
      </p>
    );
  }
  const value = readValue({ kind: "number", name: "actual", label }, actual);
  const step = estimateStep(prediction.estimate, prediction.interval);
  const estimate = formatQuantity(prediction.estimate, unit, step);
  return (
    <p role="alert" id="outcome-error" className="mb-8 border-l-2 border-rust pl-5 text-lead">
      {state === "unlikely" && typeof value === "number"
        ? `${formatQuantity(value, unit)} is very far from the estimate of ${estimate}. Is that right${unit ? `, in ${unit}` : ""}? If so, send it again.`
        : state === "away"
          ? "Nothing can be stored at this moment. Send it again in a little while."
          : `Enter the ${inSentence(label)} as a number${spec.target.positive ? " greater than 0" : ""}, or choose an opinion.`}
    </p>
  );
}

/** Whoever learns the truth tells it here, with or without JavaScript; so does whoever has an opinion. */
export function OutcomeSection(props: Props) {
  const { spec, receipt, told } = props;
  const { label, unit } = spec.target;
  const asked = told?.state === "unlikely";
  const faulty = told !== undefined && !THANKS[told.state];
  return (
    <div className="screen-only">
      <Section title="When you know" anchor="outcome">
        {told && <Answer {...props} told={told} />}
        <form method="post" action={withBase(`/models/${spec.id}/outcome`)} className="max-w-[30rem]">
          <input type="hidden" name="receipt" value={receipt} />
          {asked && <input type="hidden" name="confirm" value={told.actual} />}
          <label htmlFor="actual" className="block pb-2 font-medium">
            I know the true {inSentence(label)}
          </label>
          <div className="field flex" data-invalid={faulty || undefined}>
            <input
              id="actual"
              name="actual"
              type="text"
              inputMode="decimal"
              autoComplete="off"
              defaultValue={faulty ? told.actual : undefined}
              aria-invalid={faulty}
              aria-describedby={faulty ? "outcome-error" : undefined}
              className="min-h-13 w-full min-w-0 bg-transparent px-4 text-lead outline-none"
            />
            {unit && (
              <span aria-hidden="true" className="self-center pr-4 text-small whitespace-nowrap text-quiet">
                {unit}
              </span>
            )}
          </div>
          <fieldset className="mt-6">
            <legend className="pb-2 font-medium">Or I only have an opinion: the estimate is</legend>
            <div className="field grid grid-cols-3 divide-x divide-rule">
              {opinions.map((opinion) => (
                <label key={opinion} className="choice text-center">
                  <input type="radio" name="opinion" value={opinion} className="sr-only" />
                  {opinion}
                </label>
              ))}
            </div>
          </fieldset>
          <label htmlFor="note" className="mt-6 block pb-2 font-medium">
            Why, if you like
          </label>
          <div className="field flex">
            <textarea
              id="note"
              name="note"
              rows={2}
              maxLength={1000}
              className="w-full min-w-0 bg-transparent px-4 py-3 outline-none"
            />
          </div>
          <button className="button mt-6">{asked ? "Yes, it is right" : "Send it"}</button>
        </form>
      </Section>
    </div>
  );
}
