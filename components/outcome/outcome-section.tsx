import { Disclosure } from "@/components/disclosure";
import { PostForm } from "@/components/post-form";
import { Section } from "@/components/section";
import { formatQuantity, inSentence } from "@/lib/model/format";
import type { Estimated } from "@/lib/model/answer/predict";
import { localeOf } from "@/lib/language/locale";
import type { Spec } from "@/lib/model/spec";
import { readValue } from "@/lib/model/inputs/text";
import { opinions } from "@/lib/store/tables";
import { CleanAddress } from "./clean-address";
import type { State, Told } from "./told";

interface Props {
  /** What the figures of the page are rounded to. */
  step: number;
  /** The address of the estimate. */
  path: string;
  spec: Spec;
  prediction: Estimated;
  receipt: string;
  told: Told | undefined;
  /** Of the page, for its form. */
  token: string;
}

const THANKS: Partial<Record<State, string>> = {
  stored: "Thanks. It is saved, and it will be used to check the model.",
  known: "Thanks. It was saved before, so nothing has changed.",
  corrected: "Thanks. It is saved in place of what you sent before.",
  opinion: "Thanks. Your opinion is saved.",
};

const NO_RANGE = "No range was given with the estimate; only its error counts.";

/** What was told, and what became of it. */
function Answer({ spec, prediction, step, told }: Props & { told: Told }) {
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
  const value = readValue({ kind: "number", name: "actual", label }, actual, { typed: localeOf(spec) });
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

/** The form for the true value or an opinion, with or without JavaScript. */
export function OutcomeSection(props: Props) {
  const { spec, receipt, told, token } = props;
  const { label, unit } = spec.target;
  const what = inSentence(label);
  const asked = told?.state === "unlikely";
  const faulty = told !== undefined && !THANKS[told.state];
  return (
    <div className="screen-only">
      {told && !faulty && <CleanAddress path={props.path} />}
      <Section title={`Tell us the actual ${what}`} anchor="outcome">
        {told && <Answer {...props} told={told} />}
        <PostForm token={token} action={`/models/${spec.id}/outcome`}>
          <input type="hidden" name="receipt" value={receipt} />
          <input type="hidden" name="typed" value={localeOf(spec)} />
          {asked && <input type="hidden" name="confirm" value={told.actual} />}
          <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
            <div>
              <label htmlFor="actual" className="block pb-2 font-medium">
                The actual {what}
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
            </div>
            <fieldset>
              <legend className="pb-2 font-medium">Not known? The estimate seems</legend>
              <div className="field grid grid-cols-3 divide-x divide-rule">
                {opinions.map((opinion) => (
                  <label key={opinion} className="choice text-center text-small">
                    <input type="radio" name="opinion" value={opinion} className="sr-only" />
                    {opinion}
                  </label>
                ))}
              </div>
            </fieldset>
          </div>
          <div className="mt-4 flex flex-wrap items-center gap-x-8 gap-y-2">
            <Disclosure summary="Add a comment" className="open:basis-full">
              <label htmlFor="note" className="block pb-2 font-medium">
                Comment (optional)
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
            </Disclosure>
            <button className="button">{asked ? "Yes, it is right" : "Send"}</button>
          </div>
        </PostForm>
      </Section>
    </div>
  );
}
