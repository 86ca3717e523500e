import { LimitList } from "@/components/limit-list";
import { Section } from "@/components/section";
import { confidenceInWords, meanInWords, rangeInWords } from "@/components/words";
import { formatQuantity, roundingStep } from "@/lib/model/format";
import type { ReactNode } from "react";
import { AccuracyTable } from "./accuracy-table";
import { Breakdown } from "./breakdown";
import { ClosestAccuracy } from "./closest-accuracy";
import { Comparables } from "./comparables";
import { Curves } from "./curves";
import { Display } from "./display";
import { Effects } from "./effects";
import { EnteredList } from "./entered-list";
import { PrecisionNote } from "./precision-note";
import { RangeFigure } from "./range-figure";
import type { ReportProps } from "./report-props";
import { WarningList } from "./warning-list";
import { WhatIfSection } from "./what-if/section";
import { WhatNow } from "./what-now";

function Note({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="text-small">
      <h3 className="pb-2 text-quiet">{title}</h3>
      {children}
    </div>
  );
}

/** The result page: answer, how sure, why, compared with what, what if, what now. */
export function Report({
  origin,
  children,
  ...asked
}: Omit<ReportProps, "step"> & { origin: string; children?: ReactNode }) {
  const { model, inputs, prediction } = asked;
  const { spec } = model;
  const { estimate, interval, confidence, derived } = prediction;
  const step = roundingStep(interval.low, interval.high);
  const about = { ...asked, step };
  return (
    <article>
      <div className="spread pt-8 pb-14 lg:pt-14 lg:pb-20">
        <div className="max-w-[46rem] min-w-0 lg:order-last print:order-last">
          <h1 className="print:max-w-[26rem]">
            <span className="block text-head">We estimate</span>
            <Display>{formatQuantity(estimate, spec.target.unit, step)}</Display>
          </h1>
          {spec.target.help && <p className="mt-3 text-small text-quiet">{spec.target.help}</p>}
          <p className="mt-8 max-w-[38rem] text-lead print:mt-4">
            {rangeInWords(spec, interval, step)} {confidenceInWords(spec, confidence)}
          </p>
          {prediction.mean !== undefined && (
            <p className="mt-4 max-w-[38rem] text-quiet">{meanInWords(spec, prediction.mean, step)}</p>
          )}
          <WarningList {...about} />
        </div>
        <EnteredList spec={spec} inputs={inputs} derived={derived} />
      </div>
      <Section title="How sure">
        <RangeFigure {...about} />
        <div className="mt-10 grid gap-x-12 gap-y-8 sm:grid-cols-2">
          <Note title="How it has done on ones like this">
            <ClosestAccuracy model={model} estimate={estimate} />
          </Note>
          <Note title="What would narrow the range">
            <PrecisionNote model={model} inputs={inputs} />
          </Note>
        </div>
      </Section>
      <Section title="Why">
        <Breakdown {...about} />
      </Section>
      <Section title="Compared with real ones">
        <Comparables {...about} />
      </Section>
      <div className="screen-only">
        <Section title="Compared with guessing">
          <AccuracyTable model={model} />
        </Section>
        <Section title="What if">
          <WhatIfSection {...about} />
        </Section>
        <Section title="One answer at a time">
          <Curves {...about} />
        </Section>
      </div>
      <Section title="What each thing is worth">
        <Effects model={model} inputs={inputs} />
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
