import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { Disclosure } from "@/components/disclosure";
import { PostForm } from "@/components/post-form";
import { Section } from "@/components/section";
import { asSentence } from "@/components/words";
import type { Estimated } from "@/lib/model/answer/predict";
import type { Spec } from "@/lib/model/spec";
import { readValue } from "@/lib/model/inputs/text";
import { opinions } from "@/lib/store/tables";
import type { State, KeptOutcome } from "./kept-outcome";
import { SentField, Unchanged, UntilChanged } from "./until-changed";
import { OUTCOME_WORDS } from "./words";

interface Props {
  /** What the figures of the page are rounded to. */
  step: number;
  spec: Spec;
  prediction: Estimated;
  receipt: string;
  kept: KeptOutcome | undefined;
  /** Of the page, for its form. */
  token: string;
}

const THANKS = ["stored", "known", "corrected", "opinion"] as const;
type Thanks = (typeof THANKS)[number];
const isThanks = (state: State): state is Thanks => THANKS.some((each) => each === state);

/** What was sent, and what became of it. It has the focus when its page opens, with or without JavaScript. */
function Answer({ spec, prediction, step, kept }: Props & { kept: KeptOutcome }) {
  const words = useWords(OUTCOME_WORDS);
  const write = useWriter();
  const { state, actual } = kept;
  const { label, unit, positive } = spec.target;
  const what = write.inSentence(label);
  if (isThanks(state)) {
    const counts = state === "stored" || state === "corrected";
    return (
      <p role="status" tabIndex={-1} autoFocus className="mb-8 border-l-2 border-accent pl-5 text-lead outline-none">
        {state === "opinion" ? words.opinion : words[state](what)}
        {counts && !prediction.interval && ` ${words.noRange}`}
      </p>
    );
  }
  const value = readValue({ kind: "number", name: "actual", label }, actual, { typed: write.locale });
  const estimate = write.quantity(prediction.estimate, unit, step);
  return (
    <p role="alert" id="outcome-error" className="mb-8 border-l-2 border-rust pl-5 text-lead">
      {state === "unlikely" && typeof value === "number"
        ? words.unlikely(write.quantity(value, unit), estimate)
        : state === "away"
          ? words.away
          : words.faulty(what, positive)}
    </p>
  );
}

/** The form for the actual value or an opinion, with or without JavaScript. */
export function OutcomeSection(props: Props) {
  const { spec, receipt, kept, token } = props;
  const { label, help, unit } = spec.target;
  const words = useWords(OUTCOME_WORDS);
  const write = useWriter();
  const what = write.inSentence(label);
  const asked = kept?.state === "unlikely";
  const faulty = kept !== undefined && !isThanks(kept.state);
  return (
    <div className="screen-only">
      <Section title={words.title(what)} anchor="outcome">
        <UntilChanged field="actual">
          {kept &&
            (asked ? (
              <Unchanged>
                <Answer {...props} kept={kept} />
              </Unchanged>
            ) : (
              <Answer {...props} kept={kept} />
            ))}
          <PostForm token={token} action={`/models/${spec.id}/outcome`}>
            <input type="hidden" name="receipt" value={receipt} />
            <input type="hidden" name="typed" value={write.locale} />
            {asked && <input type="hidden" name="confirm" value={kept.actual} />}
            <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
              <div>
                <label htmlFor="actual" className="block pb-2 font-medium">
                  {words.actual(what)}
                  {help && <span className="block text-small font-normal text-quiet">{asSentence(help)}</span>}
                </label>
                <SentField
                  name="actual"
                  sent={faulty ? kept.actual : undefined}
                  errorId="outcome-error"
                  unit={unit && write.unit(unit)}
                />
              </div>
              <fieldset>
                <legend className="pb-2 font-medium">{words.unknown(what)}</legend>
                <div className="field grid grid-cols-3 divide-x divide-rule">
                  {opinions.map((opinion) => (
                    <label key={opinion} className="choice text-center text-small">
                      <input type="radio" name="opinion" value={opinion} className="sr-only" />
                      {words.opinions[opinion]}
                    </label>
                  ))}
                </div>
              </fieldset>
            </div>
            <div className="mt-4 flex flex-wrap items-center gap-x-8 gap-y-2">
              <Disclosure summary={words.addComment} className="open:basis-full">
                <label htmlFor="note" className="block pb-2 font-medium">
                  {words.comment}
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
              <button className="button">
                {asked ? <Unchanged otherwise={words.send}>{words.confirm}</Unchanged> : words.send}
              </button>
            </div>
          </PostForm>
        </UntilChanged>
      </Section>
    </div>
  );
}
