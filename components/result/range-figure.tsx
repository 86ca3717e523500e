import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { formatQuantity } from "@/lib/model/format";
import { rangeOrReason } from "@/components/range-words";
import type { Estimated, Interval } from "@/lib/model/answer/predict";
import type { Evidence } from "@/lib/model/evidence";
import type { Spec } from "@/lib/model/spec";
import { mean } from "d3-array";
import { RangeChart } from "./range-chart";
import { rangeAmongOutcomes } from "./sentences";

interface RangeFigureProps {
  spec: Spec;
  evidence: Evidence;
  prediction: Estimated & { interval: Interval };
  step: number;
}

/** The range against the outcomes of the training rows, with a sentence that says what to see. */
export function RangeFigure({ spec, evidence, prediction, step }: RangeFigureProps) {
  const { estimate, interval } = prediction;
  const { background, histogram } = evidence;
  const lower = mean(background.actual, (value) => Number(value < estimate)) ?? 0;
  const { edges, counts } = histogram;
  const { unit } = spec.target;
  return (
    <Figure
      caption={rangeAmongOutcomes(spec, evidence, lower)}
      axes={`${spec.target.label}${spec.target.help ? `, ${spec.target.help}` : ""}`}
      numbers={
        <DataTable
          caption={`${spec.target.label} of the rows`}
          columns={[spec.target.label, "Rows"]}
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
