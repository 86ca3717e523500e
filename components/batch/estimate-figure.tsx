import type { SpreadOfEstimates } from "./summary";
import { rowsInWords } from "./words";
import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { formatQuantity, roundingStep } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";
import { EstimateHistogram } from "./estimate-histogram";

/** How the estimates of a file are spread. */
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
  const write = (value: number, step = roundingStep(low, high)) => formatQuantity(value, target.unit, step);
  const { edges, counts } = histogram;
  const width = edges[1]! - edges[0]!;
  const said = `Half of the estimates lie between ${write(low)} and ${write(high)}, the middle one at ${write(median)}.`;
  return (
    <Figure
      caption={count > 1 ? said : "There is one estimate."}
      axes={`Across: ${target.label}${target.help ? `, ${target.help}` : ""}. Up: rows.${count > 1 ? " Green: the middle half." : ""}${outside > 0 ? ` ${rowsInWords(outside)} with extreme estimates lie beyond the ends.` : ""}`}
      numbers={
        <DataTable
          caption="The estimates"
          columns={[target.label, "Rows"]}
          rows={counts.map((rows, bin) => [
            `${write(edges[bin]!, width)} to ${write(edges[bin + 1]!, width)}`,
            formatQuantity(rows, undefined, 1),
          ])}
        />
      }
    >
      <EstimateHistogram histogram={histogram} low={low} median={median} high={high} write={write} label={said} />
    </Figure>
  );
}
