import { fold } from "@/components/fold";
import { useWords } from "@/components/language/use-words";
import { formPath } from "@/components/query";
import { withBase } from "@/lib/base-path";
import { spanOf } from "@/lib/model/evidence";
import type { Input } from "@/lib/model/spec";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";
import { tickStep } from "d3-array";
import { importanceOf } from "../importance";
import type { ReportProps } from "../report-props";
import type { Slide } from "./field";
import { WhatIf } from "./what-if";
import { WITHOUT_SCRIPT } from "./without-script";

/** About how many places a slider has; each is a round number. */
const PLACES = 120;
/** Of more answers than the most, the few that matter most can be changed at once. Each of the others has to be chosen. */
const [FEW_FIELDS, MOST_FIELDS] = [6, 8];

/** What a slider goes through: the training range, or the bounds, and what was entered, within what is allowed. */
function slideOf(input: Input, value: Inputs[string], { evidence }: Model): Slide | undefined {
  const range = spanOf(input, evidence);
  if ((input.kind !== "number" && input.kind !== "integer") || !range || !("min" in range)) return undefined;
  const own = Number(value ?? range.min);
  const [min, max] = [Math.min(range.min, own), Math.max(range.max, own)];
  if (min === max) return undefined;
  const step = input.kind === "integer" ? Math.max(1, Math.ceil((max - min) / PLACES)) : tickStep(min, max, PLACES);
  const { min: least = -Infinity, max: most = Infinity } = input;
  return {
    min: Math.max(Number((Math.floor(min / step) * step).toPrecision(12)), least),
    max: Math.min(Number((Math.ceil(max / step) * step).toPrecision(12)), most),
    step,
  };
}

/** What the live what-if needs of the model, and what is in its place where no script can run. */
export function WhatIfSection({ model, inputs, prediction, step, level, token }: ReportProps & { token: string }) {
  const { spec, evidence } = model;
  const { id, locale, target } = spec;
  const withoutScript = useWords(WITHOUT_SCRIPT);
  const slides = Object.fromEntries(
    spec.inputs.map((input) => [input.name, slideOf(input, inputs[input.name]!, model)]),
  );
  const { estimate, interval, intervalReason, warnings } = prediction;
  const edges = evidence?.histogram.edges;
  return (
    <>
      <p className="hidden max-w-[38rem] noscript:block">
        {withoutScript((text) => (
          <a href={withBase(formPath(spec, inputs, { level }))} className="link">
            {text}
          </a>
        ))}
      </p>
      <div className="noscript:hidden">
        <WhatIf
          key={JSON.stringify([inputs, level])}
          spec={{ id, locale, target, inputs: spec.inputs }}
          first={fold(spec.inputs, importanceOf(prediction.contributions), FEW_FIELDS, MOST_FIELDS).shown.map(
            ({ name }) => name,
          )}
          inputs={inputs}
          original={{ estimate, interval, intervalReason, warnings }}
          slides={slides}
          edges={edges ? [edges[0]!, edges.at(-1)!] : null}
          level={level}
          step={step}
          token={token}
        />
      </div>
    </>
  );
}
