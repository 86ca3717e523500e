import { LimitList } from "@/components/limit-list";
import { NotShown } from "@/components/not-shown";
import { Section } from "@/components/section";
import { rangeOrReason } from "@/components/range-words";
import { meanInWords } from "@/components/words";
import { estimateStep, formatQuantity } from "@/lib/model/format";
import type { ReactNode } from "react";
import { AccuracyTable } from "./accuracy-table";
import { Breakdown } from "./breakdown";
import { Comparables } from "./comparables";
import { Curves } from "./curves";
import { Display } from "./display";
import { Effects } from "./effects";
import { EnteredList } from "./entered-list";
import { HowSure } from "./how-sure";
import type { ReportProps } from "./report-props";
import { confidenceInWords, deviationInWords } from "./sentences";
import { assumedInWords } from "./unknown-sentences";
import { ROUNDED } from "./unknown-sentences";
import { WarningList } from "./warning-list";
import { WhatIfSection } from "./what-if/section";
import { WhatNow } from "./what-now";

/** The result page: answer, how sure, why, compared with what, what if, what now; without what is not known. */
export function Report({
  origin,
  token,
  shown,
  children,
  ...asked
}: Omit<ReportProps, "step"> & { origin: string; token: string; shown: boolean; children?: ReactNode }) {
  const { model, inputs, prediction } = asked;
  const { spec, evidence } = model;
  const { estimate, interval, confidence, fsd, baseline, contributions, assumed, derived, warnings } = prediction;
  const step = estimateStep(estimate, interval);
  const about = { ...asked, step };
  return (
    <article>
      <div className="spread pt-8 pb-14 lg:pt-14 lg:pb-20">
        <div className="max-w-[46rem] min-w-0 lg:order-last print:order-last">
          <WarningList {...about} />
          <h1 className="print:max-w-[26rem]">
            <span className="block text-head">We estimate</span>
            <Display>{formatQuantity(estimate, spec.target.unit, step)}</Display>
          </h1>
          {spec.target.help && <p className="mt-3 text-small text-quiet">{spec.target.help}</p>}
          <p className="mt-8 max-w-[38rem] text-lead print:mt-4">
            {rangeOrReason(spec, prediction, step)} {confidence && confidenceInWords(spec, confidence)}
            {!interval && ROUNDED}
          </p>
          {prediction.mean !== undefined && (
            <p className="mt-4 max-w-[38rem] text-quiet">{meanInWords(spec, prediction.mean, step)}</p>
          )}
          {assumed.length > 0 && <p className="mt-4 max-w-[38rem] text-quiet">{assumedInWords(spec, assumed)}</p>}
          {fsd !== null && <p className="mt-4 max-w-[38rem] text-small text-quiet">{deviationInWords(fsd)}</p>}
        </div>
        <EnteredList spec={spec} inputs={inputs} derived={derived} contributions={contributions} />
      </div>
      <Section title="How sure">
        <HowSure {...about} />
      </Section>
      {baseline !== null && contributions && (
        <Section title="Why">
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
        <Section title="Compared with real ones">
          <Comparables {...about} evidence={evidence} />
        </Section>
      )}
      <div className="screen-only">
        {evidence && (
          <Section title="Compared with guessing">
            <AccuracyTable spec={spec} evidence={evidence} />
          </Section>
        )}
        <Section title="What if">
          <WhatIfSection {...about} token={token} />
        </Section>
        <Section title="One answer at a time">
          <Curves {...about} />
        </Section>
      </div>
      <Section title="What each thing is worth">
        {shown ? <Effects model={model} inputs={inputs} outside={warnings.length > 0} /> : <NotShown />}
      </Section>
      <Section title="What it does not know">
        <LimitList spec={spec} />
      </Section>
      <Section title="What now">
        <WhatNow model={model} inputs={inputs} origin={origin} />
      </Section>
      {children}
    </article>
  );
}
