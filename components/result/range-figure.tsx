import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { lowToHigh } from "@/components/low-to-high";
import { rangeOrReason } from "@/components/range-words";
import type { Estimated, Interval } from "@/lib/model/answer/predict";
import type { Evidence } from "@/lib/model/evidence";
import type { Spec } from "@/lib/model/spec";
import { mean } from "d3-array";
import { RangeChart } from "./range-chart";
import { rangeAmongOutcomes } from "./sentences";
import { SURE_WORDS } from "./words";

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
  const { label, help, unit } = spec.target;
  const words = useWords(SURE_WORDS);
  const { locale, quantity } = useWriter();
  return (
    <Figure
      caption={rangeAmongOutcomes(spec, evidence, lower, prediction.warnings.length > 0)}
      axes={help ? `${label}, ${help}` : label}
      numbers={
        <DataTable
          caption={words.ofRows(label)}
          columns={[label, words.rows]}
          rows={counts.map((count, index) => [
            lowToHigh(locale, quantity(edges[index]!, unit), quantity(edges[index + 1]!, unit)),
            quantity(count),
          ])}
        />
      }
    >
      <RangeChart
        histogram={histogram}
        estimate={estimate}
        low={interval.low}
        high={interval.high}
        write={(value, to = step) => quantity(value, unit, to)}
        label={rangeOrReason(spec, prediction, step)}
      />
    </Figure>
  );
}
