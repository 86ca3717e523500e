import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { formatQuantity, formatShare } from "@/lib/model/format";
import { rangeInWords } from "@/components/words";
import { mean } from "d3-array";
import type { ReportProps } from "./report-props";
import { RangeChart } from "./range-chart";

/** The range against what the training examples were, with a sentence that says what to see. */
export function RangeFigure({ model: { spec, artifact }, prediction, step }: ReportProps) {
  const { estimate, interval } = prediction;
  const { actual } = artifact.background;
  const lower = mean(actual, (value) => Number(value < estimate)) ?? 0;
  const { edges, counts } = artifact.histogram;
  const { unit } = spec.target;
  return (
    <Figure
      caption={`The bar is the range for this one, below the ${formatQuantity(artifact.fit.n)} examples that the model has learned from. The estimate is higher than ${formatShare(lower)} of them.`}
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
        histogram={artifact.histogram}
        estimate={estimate}
        low={interval.low}
        high={interval.high}
        write={(value, to = step) => formatQuantity(value, unit, to)}
        label={rangeInWords(spec, interval, step)}
      />
    </Figure>
  );
}
