import { formatQuantity, formatShare } from "@/lib/model/format";
import { rangeInWords } from "@/components/words";
import type { Interval } from "@/lib/model/answer/predict";
import type { Evidence } from "@/lib/model/evidence";
import type { Spec } from "@/lib/model/spec";
import { mean } from "d3-array";
import { RangeChart } from "./range-chart";

interface RangeFigureProps {
  spec: Spec;
  evidence: Evidence;
  estimate: number;
  interval: Interval;
  step: number;
}

/** The range against what the training examples were, with a sentence that says what to see. */
export function RangeFigure({ spec, evidence, estimate, interval, step }: RangeFigureProps) {
  const { rows, background, histogram } = evidence;
  const lower = mean(background.actual, (value) => Number(value < estimate)) ?? 0;
  const { edges, counts } = histogram;
  const { unit } = spec.target;
  return (
    <figure>
      <figcaption className="max-w-[38rem]">
        The bar is the range for this one, below the {formatQuantity(rows)} examples that the model has learned from.
        The estimate is higher than {formatShare(lower)} of them.
      </figcaption>
      <RangeChart
        histogram={histogram}
        estimate={estimate}
        low={interval.low}
        high={interval.high}
        write={(value, to = step) => formatQuantity(value, unit, to)}
        label={rangeInWords(spec, interval, step)}
      />
      <p className="mt-2 text-caption text-quiet">
        {spec.target.label}
        {spec.target.help && `, ${spec.target.help}`}
      </p>
      <details className="screen-only mt-4 text-small">
        <summary className="link min-h-11 w-fit cursor-pointer py-2.5">The shape as a table</summary>
        <table className="mt-2 w-full">
          <thead>
            <tr className="text-left text-quiet">
              <th className="py-1.5 font-normal">{spec.target.label}</th>
              <th className="py-1.5 text-right font-normal">Examples</th>
            </tr>
          </thead>
          <tbody>
            {counts.map((count, index) => (
              <tr key={edges[index]} className="border-t border-rule">
                <th scope="row" className="py-1.5 text-left font-normal">
                  {formatQuantity(edges[index]!, unit)} to {formatQuantity(edges[index + 1]!, unit)}
                </th>
                <td className="py-1.5 text-right">{formatQuantity(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
