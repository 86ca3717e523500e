import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { lowToHigh } from "@/components/low-to-high";
import type { Evidence } from "@/lib/model/evidence";
import { showsRows } from "@/lib/model/explain/comparables";
import type { Model } from "@/lib/model/model";
import { rowsInWords } from "@/components/row-words";
import type { ReactNode } from "react";
import { binPoints, type Bin, type Point } from "./bins";
import { DataTable } from "./data-table";
import { Figure } from "./figure";
import { ScatterPlot, type ScatterPlotProps } from "./scatter-plot";
import { CHART_WORDS } from "./words";
import type { Locale } from "@/lib/language/locale";

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
function dotsInWords(locale: Locale, shown: boolean, { background, rows }: Evidence): string {
  const words = CHART_WORDS[locale];
  if (!shown) return words.rowsHidden;
  const dots = background.actual.length;
  if (dots === rows) return words.eachRow;
  return words.someRows(rowsInWords(dots, dots, rows, locale));
}

/** Rows as dots, summed up by a line and by a table; few rows are listed instead. */
export function ScatterFigure(props: ScatterFigureProps) {
  const { model, evidence, points, caption, axes, across, up, ...plot } = props;
  const words = useWords(CHART_WORDS);
  const { locale, quantity } = useWriter();
  const bins = binPoints(points);
  const dots = showsRows(model);
  const { writeX, writeY } = plot;
  if (bins.length === 0 && !dots) {
    return <p>{words.tooFewRows}</p>;
  }
  return (
    <Figure
      caption={caption(bins)}
      axes={
        <>
          {axes} {dotsInWords(locale, dots, evidence)}
          {bins.length > 0 && ` ${words.medians}`}
        </>
      }
      numbers={
        bins.length > 0 ? (
          <DataTable
            caption={plot.label}
            columns={[across, words.rows, words.median(up), words.middleHalf]}
            rows={bins.map(({ from, to, n, low, median, high }) => [
              from === to ? writeX(from) : lowToHigh(locale, writeX(from), writeX(to)),
              quantity(n),
              writeY(median),
              lowToHigh(locale, writeY(low), writeY(high)),
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
