import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { formatQuantity, formatShare } from "@/lib/model/format";
import { rangeOrReason } from "@/components/range-words";
import type { Estimated, Interval } from "@/lib/model/answer/predict";
import type { Evidence } from "@/lib/model/evidence";
import type { Spec } from "@/lib/model/spec";
import { mean } from "d3-array";
import { RangeChart } from "./range-chart";

interface RangeFigureProps {
  spec: Spec;
  evidence: Evidence;
  prediction: Estimated & { interval: Interval };
  step: number;
}

/** The range against what the training examples were, with a sentence that says what to see. */
export function RangeFigure({ spec, evidence, prediction, step }: RangeFigureProps) {
  const { estimate, interval } = prediction;
  const { rows, background, histogram } = evidence;
  const lower = mean(background.actual, (value) => Number(value < estimate)) ?? 0;
  const { edges, counts } = histogram;
  const { unit } = spec.target;
  return (
    <Figure
      caption={`The bar is the range for this one, below the ${formatQuantity(rows)} examples that the model has learned from. The estimate is higher than ${formatShare(lower)} of them.`}
      axes={`${spec.target.label}${spec.target.help ? `, ${spec.target.help}` : ""}`}
      numbers={
        <DataTable
          caption="What the examples were"
          columns={[spec.target.label, "Examples"]}
          rows={counts.map((count, index) => [
            `${formatQuantity(edges[index]!, unit)} to ${formatQuantity(edges[index + 1]!, unit)}`,
            formatQuantity(count),
          ])}
        />
      }
    >
      <RangeChart
        histogram={histogram}
        estimate={estimate}
        low={interval.low}
        high={interval.high}
        write={(value, to = step) => formatQuantity(value, unit, to)}
        label={rangeOrReason(spec, prediction, step)}
      />
    </Figure>
  );
}
