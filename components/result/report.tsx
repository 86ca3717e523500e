import { Section } from "@/components/section";
import { useWords } from "@/components/language/use-words";
import { DEFAULT_LEVEL } from "@/lib/model/answer/level";
import type { ReactNode } from "react";
import { AnswerHead } from "./answer-head";
import { Breakdown } from "./breakdown";
import { Comparables } from "./comparables";
import { EnteredList } from "./entered-list";
import { stepOf } from "./level";
import { More } from "./more";
import type { ReportProps } from "./report-props";
import { WhatIfSection } from "./what-if/section";
import { REPORT_WORDS } from "./words";

interface Props extends Omit<ReportProps, "step" | "level"> {
  origin: string;
  token: string;
  shown: boolean;
  /** Whether calls of programs need a key. */
  keyed?: boolean;
  /** A level in the address that the model cannot give. */
  unread?: string;
  children?: ReactNode;
}

/** The result page: the answer, why, similar cases, what if, the rest on demand; without what is not known. */
export function Report({ origin, token, shown, keyed = false, unread, children, ...asked }: Props) {
  const { model, inputs, prediction } = asked;
  const { spec, evidence } = model;
  const { estimate, interval, baseline, contributions, derived } = prediction;
  const words = useWords(REPORT_WORDS);
  const step = stepOf(model, inputs, prediction);
  const about = { ...asked, step, level: interval?.level ?? DEFAULT_LEVEL };
  return (
    <article>
      <div className="spread pt-5 pb-8 lg:pt-8 lg:pb-10">
        <div className="max-w-[46rem] min-w-0 lg:order-last print:order-last">
          <AnswerHead {...about} origin={origin} unread={unread} />
        </div>
        <EnteredList spec={spec} inputs={inputs} derived={derived} contributions={contributions} />
      </div>
      {baseline !== null && contributions && (
        <Section title={words.why}>
          <Breakdown
            spec={spec}
            evidence={evidence}
            explained={model.predictor.explain?.rows ?? 0}
            baseline={baseline}
            contributions={contributions}
            estimate={estimate}
            step={step}
          />
        </Section>
      )}
      {evidence && (
        <Section title={words.similar}>
          <Comparables {...about} evidence={evidence} />
        </Section>
      )}
      <div className="screen-only">
        <Section title={words.whatIf}>
          <WhatIfSection {...about} token={token} />
        </Section>
      </div>
      {children}
      <Section title={words.more}>
        <More {...about} origin={origin} shown={shown} keyed={keyed} />
      </Section>
    </article>
  );
}
