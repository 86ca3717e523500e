import type { SpreadOfEstimates } from "./summary";
import { useLocale } from "#locale";
import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { roundingStep, writerOf } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";
import { ANSWER_WORDS } from "./answer-words";
import { EstimateHistogram } from "./estimate-histogram";
import { RESULT_WORDS } from "./result-words";
import { countInFigures, rowsInWords } from "./words";

/** The distribution of the estimates of a file. */
export function EstimateFigure({
  spec: { target },
  spread,
  count,
}: {
  spec: Spec;
  spread: SpreadOfEstimates;
  count: number;
}) {
  const { histogram, low, median, high, outside } = spread;
  const locale = useLocale();
  const words = RESULT_WORDS[locale];
  const write = (value: number, step = roundingStep(low, high)) => writerOf(locale).quantity(value, target.unit, step);
  const { edges, counts } = histogram;
  const width = edges[1]! - edges[0]!;
  const half = words.half(write(low), write(high), write(median));
  const axes = [
    words.axes(target.help ? `${target.label}, ${target.help}` : target.label),
    count > 1 && words.middle,
    outside > 0 && words.beyond(rowsInWords(locale, outside), outside === 1),
  ];
  return (
    <Figure
      caption={count > 1 ? half : words.one}
      axes={axes.filter(Boolean).join(" ")}
      numbers={
        <DataTable
          caption={words.estimates}
          columns={[target.label, words.rowsHead]}
          rows={counts.map((rows, bin) => [
            ANSWER_WORDS[locale].to(write(edges[bin]!, width), write(edges[bin + 1]!, width)),
            countInFigures(locale, rows),
          ])}
        />
      }
    >
      <EstimateHistogram
        histogram={histogram}
        low={low}
        median={median}
        high={high}
        write={write}
        label={half}
        rows={words.rows}
      />
    </Figure>
  );
}
