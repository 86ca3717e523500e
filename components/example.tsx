import { inputsInWords } from "./change-words";
import { rangeOrReason } from "./range-words";
import { signedAmount } from "./words";
import { estimateStep, formatQuantity } from "@/lib/model/format";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";
import type { Estimated } from "@/lib/model/answer/predict";
import { sort } from "d3-array";
import type { ReactNode } from "react";
import { RangeLine } from "./range-line";

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="border-t border-rule pt-3">
      <h3 className="text-small text-quiet">{title}</h3>
      {children}
    </div>
  );
}

/** An answer in small: a number, and as far as they are known, how far off it may be and why. */
export function Example({ model, inputs, prediction }: { model: Model; inputs: Inputs; prediction: Estimated }) {
  const { spec, evidence } = model;
  const { estimate, interval, baseline, contributions } = prediction;
  const { unit } = spec.target;
  const step = estimateStep(estimate, interval);
  const labels = new Map(spec.inputs.map(({ name, label }) => [name, label]));
  return (
    <div className="mt-8 grid gap-x-10 gap-y-8 md:grid-cols-3">
      <Part title="A number">
        <p className="mt-2 text-figure tracking-[-0.05em]">{formatQuantity(estimate, unit, step)}</p>
        <p className="mt-3 text-caption text-quiet">for {inputsInWords(spec.inputs, inputs)}</p>
      </Part>
      {interval && (
        <Part title="How far off it may be">
          {evidence && <RangeLine edges={evidence.histogram.edges} interval={interval} estimate={estimate} />}
          <p className="mt-2 text-small">{rangeOrReason(spec, prediction, step)}</p>
        </Part>
      )}
      {contributions && baseline !== null && (
        <Part title="Why">
          <dl className="mt-3 text-small">
            {sort(contributions, ({ amount }) => -Math.abs(amount))
              .slice(0, 3)
              .map(({ input, amount }) => (
                <div key={input} className="flex justify-between gap-4 py-0.5">
                  <dt>{labels.get(input)}</dt>
                  <dd className={amount < 0 ? "text-rust" : "text-accent"}>{signedAmount(amount, unit, step)}</dd>
                </div>
              ))}
          </dl>
          <p className="mt-2 text-caption text-quiet">against the average of {formatQuantity(baseline, unit, step)}</p>
        </Part>
      )}
    </div>
  );
}
