import { formatQuantity } from "@/lib/model/format";
import type { Evidence } from "@/lib/model/evidence";
import { showsRows } from "@/lib/model/explain/comparables";
import type { Model } from "@/lib/model/model";
import { rowsInWords } from "@/components/row-words";
import type { ReactNode } from "react";
import { binPoints, type Bin, type Point } from "./bins";
import { DataTable } from "./data-table";
import { Figure } from "./figure";
import { ScatterPlot, type ScatterPlotProps } from "./scatter-plot";

interface ScatterFigureProps extends Pick<
  ScatterPlotProps,
  "perfect" | "perfectText" | "writeX" | "writeY" | "ticksX" | "label"
> {
  model: Model;
  evidence: Evidence;
  points: Point[];
  /** What to see, given what sums the dots up. */
  caption: (bins: Bin[]) => ReactNode;
  axes: ReactNode;
  /** What the two columns of the table are. */
  across: string;
  up: string;
}

/** What dots are: all rows, some of a large table, or none where single rows must not be shown. */
function dotsInWords(shown: boolean, { background, rows }: Evidence): string {
  if (!shown) return "Single rows of this model’s table are not shown.";
  const dots = background.actual.length;
  if (dots === rows) return "Each dot is a row.";
  return `Each dot is a row of ${rowsInWords(dots, dots, rows)}.`;
}

/** Rows as dots, with what sums them up as a line and as a table; few rows are listed instead. */
export function ScatterFigure(props: ScatterFigureProps) {
  const { model, evidence, points, caption, axes, across, up, ...plot } = props;
  const bins = binPoints(points);
  const dots = showsRows(model);
  const { writeX, writeY } = plot;
  if (bins.length === 0 && !dots) {
    return <p>There are too few rows to sum up, and single rows of this model’s table are not shown.</p>;
  }
  return (
    <Figure
      caption={caption(bins)}
      axes={
        <>
          {axes} {dotsInWords(dots, evidence)}
          {bins.length > 0 && " The line goes through the middle ones; half of the dots lie along its upright strokes."}
        </>
      }
      numbers={
        bins.length > 0 ? (
          <DataTable
            caption={plot.label}
            columns={[across, "Rows", `${up}, middle`, "Middle half"]}
            rows={bins.map(({ from, to, n, low, median, high }) => [
              from === to ? writeX(from) : `${writeX(from)} to ${writeX(to)}`,
              formatQuantity(n),
              writeY(median),
              `${writeY(low)} to ${writeY(high)}`,
            ])}
          />
        ) : (
          <DataTable
            caption={plot.label}
            columns={[across, up]}
            rows={points.map(([x, y]) => [writeX(x), writeY(y)])}
          />
        )
      }
    >
      <ScatterPlot points={points} bins={bins} dots={dots} {...plot} />
    </Figure>
  );
}
