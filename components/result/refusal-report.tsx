import { Section } from "@/components/section";
import { valuesInWords } from "@/components/change-words";
import { estimatePath, formPath } from "@/components/query";
import { asSentence } from "@/components/words";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { DEFAULT_LEVEL } from "@/lib/model/answer/level";
import { estimateStep } from "@/lib/model/format";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";
import { predict, type Refused } from "@/lib/model/answer/predict";
import { findRemedy } from "@/lib/model/answer/remedy";
import Link from "next/link";
import { Display } from "./display";
import { EnteredList } from "./entered-list";
import { KnownRanges } from "./known-ranges";
import { HEAD_WORDS, REFUSAL_PAGE_WORDS } from "./words";

interface Asked {
  model: Model;
  inputs: Inputs;
  /** Of the range that an estimate would have. */
  level: number;
}

/** The nearest values that have an estimate, with the way to it. */
function NearestAnswer({ model, inputs, level }: Asked) {
  const { spec } = model;
  const words = useWords(REFUSAL_PAGE_WORDS);
  const write = useWriter();
  const remedy = findRemedy(model, inputs);
  if (!remedy) return null;
  const answer = predict(model, remedy.inputs);
  const step = estimateStep(remedy.estimate, answer.refusal ? null : answer.interval);
  const values = remedy.changed.map((input) => ({ input, value: remedy.inputs[input]! }));
  return (
    <p className="mt-8 max-w-[38rem]">
      {words.nearest(
        <Link href={estimatePath(spec, remedy.inputs, level)} className="link">
          {valuesInWords(spec.inputs, values)}
        </Link>,
        values.length < spec.inputs.length,
        write.quantity(remedy.estimate, spec.target.unit, step),
      )}
    </p>
  );
}

/** The result page when there is no estimate: what happened, why, and what to do. */
export function RefusalReport({
  model,
  inputs,
  refused,
  level = DEFAULT_LEVEL,
}: Omit<Asked, "level"> & { level?: number; refused: Refused }) {
  const { spec, evidence } = model;
  const words = useWords(REFUSAL_PAGE_WORDS);
  const head = useWords(HEAD_WORDS);
  const { code, detail } = refused.refusal;
  return (
    <article>
      <div className="spread pt-8 pb-14 lg:pt-14 lg:pb-20">
        <div className="max-w-[46rem] min-w-0 lg:order-last">
          <h1>
            <Display>{words.noEstimate}</Display> <span className="block text-head">{words.forThisCase}</span>
          </h1>
          <p className="mt-8 max-w-[38rem] text-lead">
            {asSentence(detail)} {words.betterNone}
          </p>
          <p className="mt-4 max-w-[38rem] text-quiet">{words.reasons[code]}</p>
          <NearestAnswer model={model} inputs={inputs} level={level} />
          <Link href={formPath(spec, inputs, { level })} className="button screen-only mt-8">
            {head.change}
          </Link>
        </div>
        <EnteredList contributions={null} spec={spec} inputs={inputs} derived={refused.derived} />
      </div>
      <Section title={words.known}>
        {evidence ? (
          <KnownRanges spec={spec} evidence={evidence} inputs={inputs} />
        ) : (
          <p className="max-w-[38rem]">{words.rowsUnknown}</p>
        )}
      </Section>
    </article>
  );
}
