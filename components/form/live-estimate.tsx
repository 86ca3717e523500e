import { RangeLine } from "@/components/range-line";
import { rangeOrReason } from "@/components/range-words";
import { LIVE_WORDS } from "@/components/result/what-if/live-words";
import { useLiveEstimate, type Shown } from "@/components/result/what-if/use-live-estimate";
import { Warnings } from "@/components/result/what-if/warnings";
import { asSentence } from "@/components/words";
import { useWriter } from "@/components/language/use-writer";
import { localeOf } from "@/lib/language/locale";
import { estimateStep } from "@/lib/model/format";
import { readForm } from "@/lib/model/inputs/read-form";
import type { Inputs } from "@/lib/model/inputs/value";
import { compileReading } from "@/lib/model/reading";
import type { Spec } from "@/lib/model/spec";
import { useMemo } from "react";
import { useFormContext } from "react-hook-form";
import { toText, type Answers } from "./answers";
import { useAnswers } from "./use-answers";

/** What a form shows before anything is changed. */
export interface LiveStart {
  inputs: Inputs | null;
  /** Null where there is no estimate for what the form begins with. */
  estimated: Shown | null;
  /** The least and the most among the examples; null where there are none. */
  edges: [number, number] | null;
  /** How accurate the model is. */
  accuracy: string;
  /** What the API knows our own pages by. */
  token: string;
}

/** The estimate and its range beside the form, as they follow from what is filled in; every number comes from the API. */
export function LiveEstimate({ spec, text, ...start }: LiveStart & { spec: Spec; text: Answers }) {
  const { inputs, estimated, edges, accuracy, token } = start;
  const model = useMemo(() => ({ spec, reading: compileReading(spec) }), [spec]);
  const read = readForm(model, toText(spec, useAnswers(text)), localeOf(spec));
  const faults = "faults" in read ? read.faults : [];
  const values = "faults" in read ? null : read.inputs;
  const live = useLiveEstimate(`/api/models/${spec.id}/predict`, values, inputs ?? {}, estimated, token);
  const { errors } = useFormContext<Answers>().formState;
  // What is beside its field already is not repeated here.
  const fault = faults[0] && (errors[faults[0].name] ? LIVE_WORDS[localeOf(spec)].fix : faults[0].detail);
  const reason = fault ?? Object.values(live.faults)[0] ?? live.reason;
  const { label, help, unit } = spec.target;
  const write = useWriter();
  const shown = live.estimated;
  const step = shown ? estimateStep(shown.estimate, shown.interval) : 1;
  // How accurate the model is says nothing outside the data.
  const outside = !reason && shown !== null && shown.warnings.length > 0;
  const figure = shown ? write.quantity(shown.estimate, unit, step) : "–";

  return (
    <div
      aria-busy={live.pending}
      className="sticky top-0 z-10 -mx-5 border-b border-rule bg-paper px-5 pb-2 sm:mx-0 sm:px-0 lg:order-last lg:top-8 lg:self-start lg:border-b-0"
    >
      <p className="flex flex-wrap items-baseline gap-x-3 lg:block">
        <span className="text-small text-quiet lg:block">
          {label}
          {help && `, ${help}`}
        </span>{" "}
        <span
          className={`text-figure tracking-[-0.05em] ${reason ? "text-quiet" : ""} ${reason && shown ? "line-through" : ""}`}
        >
          {figure}
        </span>
      </p>
      {shown?.interval && edges && (
        <div className={`hidden sm:block ${reason ? "invisible" : ""}`}>
          <RangeLine edges={edges} interval={shown.interval} estimate={shown.estimate} />
        </div>
      )}
      <p role="status" className={`mt-1 max-w-[24rem] text-small ${reason ? "text-rust" : ""}`}>
        {reason ? asSentence(reason) : shown && rangeOrReason(spec, shown, step)}
      </p>
      {outside ? (
        <Warnings warnings={shown.warnings} />
      ) : (
        <p className="mt-3 hidden text-small text-quiet lg:block">{accuracy}</p>
      )}
    </div>
  );
}
